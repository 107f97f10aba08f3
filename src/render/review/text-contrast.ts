/** A page and its rules in, text that hardly stands out from what is behind it out, by the rule that colours it. */
import { type Element, isTag, isText } from "domhandler";
import { type Cascade, createCascade } from "../pdf/css/cascade.js";
import type { ComputedStyle } from "../pdf/css/compute-style.js";
import type { Medium } from "../pdf/css/media-query.js";
import { readStyleSheets, type StyleSheet } from "../pdf/css/read-stylesheet.js";
import { indexRules, matchingRules, type RuleIndex } from "../pdf/css/rule-index.js";
import { USER_AGENT_SHEET } from "../pdf/css/user-agent-sheet.js";
import { type HtmlPage, type StyleSheetText, wordsOf } from "../pdf/page/parse-page.js";
import type { Report, SourcePlace } from "../pdf/report.js";
import { contrastOf, hex, layOver, type Rgb, withContrast } from "./contrast.js";

const MEDIA: readonly (readonly [Medium, string])[] = [
  [{ type: "print", scheme: "light" }, "on paper"],
  [{ type: "screen", scheme: "light" }, "on a screen"],
  [{ type: "screen", scheme: "dark" }, "on a dark screen"],
];

/** WCAG 2.2, 1.4.3; text of 18 pt, or of 14 pt in bold, counts as large. */
const LEAST = { text: 4.5, large: 3 } as const;

export function reviewContrast(
  page: HtmlPage,
  texts: readonly StyleSheetText[],
  report: Report,
): void {
  const told = new Set<string>();
  for (const [medium, where] of MEDIA) {
    const sheets = readStyleSheets(
      [{ css: USER_AGENT_SHEET, file: "user-agent.css" }, ...page.styleSheets, ...texts],
      quietly,
      medium,
    );
    new ContrastWalk(sheets, where, told, report).visit(page.root, undefined, WHITE, 1);
  }
}

const quietly: Report = () => {};

/** What a page lies on that colours nothing itself, as its text is black then. */
const WHITE: Rgb = [255, 255, 255];

class ContrastWalk {
  readonly #cascade: Cascade;
  readonly #rules: RuleIndex;

  constructor(
    sheets: readonly StyleSheet[],
    readonly where: string,
    readonly told: Set<string>,
    readonly report: Report,
  ) {
    this.#cascade = createCascade(sheets, new Map(), quietly);
    this.#rules = indexRules(sheets, { left: LOOKS }, quietly);
  }

  visit(element: Element, parent: ComputedStyle | undefined, backdrop: Rgb, opacity: number): void {
    const { attribs } = element;
    if (element.name === "svg" || "hidden" in attribs || attribs["aria-hidden"] === "true") return;
    const computed = this.#cascade.styleOf(element, parent);
    const { style } = computed;
    if (style.display === "none") return;
    const seen = opacity * style.opacity;
    const behind = behindOf(style, backdrop, seen);
    if (element.children.some((node) => isText(node) && node.data.trim() !== "")) {
      this.#look(element, computed, behind, seen);
    }
    for (const child of element.children) {
      if (isTag(child)) this.visit(child, computed, behind, seen);
    }
  }

  #look(element: Element, { style }: ComputedStyle, behind: Rgb, opacity: number): void {
    if (style.color === "transparent" || style.visibility !== "visible") return;
    const color = layOver(style.color, behind, opacity);
    const isLarge = style.fontSize >= 18 || (style.fontSize >= 14 && style.fontWeight >= 700);
    const least = isLarge ? LEAST.large : LEAST.text;
    const contrast = contrastOf(color, behind);
    if (contrast >= least) return;
    const place = this.#placeOf(element, "color") ?? this.#placeOf(element, "background-color");
    const key = JSON.stringify([place, hex(color), hex(behind)]);
    if (this.told.has(key)) return;
    this.told.add(key);
    this.report(
      "low-contrast",
      `"${sample(element)}" in ${hex(color)} on ${hex(behind)} has a contrast of ${round(contrast)}:1 ${this.where}`,
      place,
      `${least}:1 is the least${isLarge ? " for large text" : ""}; ${hex(withContrast(color, behind, least))} has it`,
    );
  }

  /** Of the declaration that counts, on the element or on the one that it inherits from. */
  #placeOf(element: Element, name: "color" | "background-color"): SourcePlace | undefined {
    for (let at: Element | null = element; at !== null; at = parentOf(at)) {
      const rules = matchingRules(at, this.#rules).get("itself") ?? [];
      const places = rules
        .filter(({ isUserAgent }) => !isUserAgent)
        .flatMap(({ declarations }) =>
          declarations.filter((each) => each.name === name && each.text !== "inherit"),
        )
        .map(({ place }) => place);
      const place = places.at(-1);
      if (place !== undefined) return place;
    }
    return undefined;
  }
}

/** Elements that `:has()` may look at. */
const LOOKS = 1_000_000;

function behindOf(
  { backgroundColor }: ComputedStyle["style"],
  backdrop: Rgb,
  opacity: number,
): Rgb {
  return backgroundColor.startsWith("#") ? layOver(backgroundColor, backdrop, opacity) : backdrop;
}

function parentOf({ parent }: Element): Element | null {
  return parent !== null && isTag(parent) ? parent : null;
}

function sample(element: Element): string {
  const words = wordsOf(element);
  return words.length <= 30 ? words : `${words.slice(0, 29)}…`;
}

/** Down, so that what fails never shows as what would pass. */
function round(contrast: number): string {
  return (Math.floor(contrast * 10) / 10).toFixed(1);
}
