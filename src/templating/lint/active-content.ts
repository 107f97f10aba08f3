/** What a template writes by itself that would run, load, send or lead elsewhere in a browser (WHATWG HTML). */
import type { HtmlState } from "../html-scanner.js";
import type { Fault } from "./report.js";

/** Other pages in the page, what sends words away, and what moves every address of the page. */
const ACTIVE = new Set([
  "applet",
  "base",
  "embed",
  "form",
  "frame",
  "frameset",
  "iframe",
  "object",
  "portal",
]);

/** Attributes whose value a browser follows. */
export const ADDRESSES: ReadonlySet<string> = new Set([
  "href",
  "src",
  "action",
  "formaction",
  "xlink:href",
  "data",
  "poster",
]);

/** @param before state of the HTML before one step of its text @param after state behind it */
export function activeContent(before: HtmlState, after: HtmlState): Fault | null {
  if (before.kind === "tag" && after.kind === "raw" && after.element === "script") {
    return fault("script", "a page has no script", "take the script element out");
  }
  if (before.kind === "text" && after.kind === "tag" && ACTIVE.has(after.element)) {
    const message = `a page has no <${after.element}>`;
    return fault(
      "active-element",
      message,
      "take it out: what is printed stands in the page itself",
    );
  }
  if (after.kind === "before-value" && before.kind !== after.kind && /^on/.test(after.name)) {
    return fault("script", `attribute "${after.name}" would run a script`, "take it out");
  }
  return before.kind === "value" && after.kind !== "value" ? activeValue(before) : null;
}

/** A browser takes white space and controls out of the front of an address, and ends of lines out of all of it. */
function activeValue({
  element,
  name,
  value,
}: Extract<HtmlState, { kind: "value" }>): Fault | null {
  const read = value.replaceAll(/[\p{Cc}\s]+/gu, "").toLowerCase();
  if (element === "meta" && name === "http-equiv" && read === "refresh") {
    return fault(
      "active-element",
      "the page would lead to another one",
      "take the meta element out",
    );
  }
  if (!ADDRESSES.has(name) || !/^(?:javascript|vbscript|data:(?!image\/)):?/.test(read))
    return null;
  return fault("unsafe-address", `attribute "${name}" would run a script`, "lead to an address");
}

function fault(code: string, message: string, hint: string): Fault {
  return { code, message, hint };
}
