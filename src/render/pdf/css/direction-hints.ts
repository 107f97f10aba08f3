/** An element's `dir` in, what it says of direction out (HTML Standard, 3.2.6.4 and 15.3.5). */
import { type ChildNode, type Element, isTag, isText } from "domhandler";

/** @returns CSS declarations, weaker than any rule. */
export function directionHints(element: Element): readonly (readonly [string, string])[] {
  const dir = element.attribs.dir?.toLowerCase() ?? (element.name === "bdi" ? "auto" : undefined);
  if (dir !== "ltr" && dir !== "rtl" && dir !== "auto") return [];
  const isPlaintext = dir === "auto" && (element.name === "pre" || element.name === "textarea");
  const direction = dir === "auto" ? firstStrongDirection(element) : dir;
  return [
    ["unicode-bidi", isPlaintext ? "plaintext" : "isolate"],
    ["direction", direction ?? "ltr"],
  ];
}

const STRONG = /[\p{L}\u200e\u200f]/u;
const LEFTWARD =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

function firstStrongDirection(element: Element): "ltr" | "rtl" | undefined {
  for (const child of element.children) {
    const found = isText(child)
      ? directionOf(child.data)
      : isAsked(child)
        ? firstStrongDirection(child)
        : undefined;
    if (found) return found;
  }
  return undefined;
}

function directionOf(text: string): "ltr" | "rtl" | undefined {
  const letter = STRONG.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return LEFTWARD.test(letter) ? "rtl" : "ltr";
}

/** Isolated elements say nothing of what is around them. */
function isAsked(child: ChildNode): child is Element {
  if (!isTag(child) || child.attribs.dir !== undefined) return false;
  return !["bdi", "script", "style", "textarea"].includes(child.name);
}
