/** A page in, what those who do not see it would miss out: alternative texts, order of headings, ids, language. */
import { type Element, isTag } from "domhandler";
import { isLanguage, wordsOf } from "../pdf/page/parse-page.js";
import type { Report, SourcePlace } from "../pdf/report.js";

/** From beginnings of a tag, the most exact first, to where it was written. */
export type Locate = (beginnings: readonly string[]) => SourcePlace | undefined;

export function reviewStructure(root: Element, report: Report, locate: Locate): void {
  reviewLanguage(root, report, locate);
  const ids = new Map<string, number>();
  let level = 0;
  const visit = (element: Element): void => {
    if (element.attribs["aria-hidden"] === "true" || "hidden" in element.attribs) return;
    reviewAlternative(element, report, locate);
    countId(element, ids);
    const own = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
    if (own > 0) {
      if (own > level + 1) reportJump(element, level, own, report, locate);
      level = own;
    }
    for (const child of element.children) if (isTag(child)) visit(child);
  };
  visit(root);
  for (const [id, count] of ids) {
    if (count < 2) continue;
    report(
      "duplicate-id",
      `the id "${id}" stands ${count} times in the page`,
      locate([`id="${id}"`]),
      "give each its own, in a list by a field of it: a link can lead to one alone",
    );
  }
}

function reviewLanguage(root: Element, report: Report, locate: Locate): void {
  if (isLanguage(root.attribs.lang ?? "")) return;
  report(
    "no-language",
    "the page does not say its language",
    locate(["<html"]),
    'write <html lang="{{language}}" dir="{{direction}}">',
  );
}

function reviewAlternative(element: Element, report: Report, locate: Locate): void {
  const { name, attribs } = element;
  const place = () => locate(beginningsOf(element));
  if (name === "img" && attribs.alt === undefined) {
    report(
      "no-alternative",
      "a picture has no alternative text",
      place(),
      'write alt="…" with what it tells, or alt="" where it tells nothing',
    );
  }
  if (name === "svg" && !isNamed(element)) {
    report(
      "no-alternative",
      "a drawing has no alternative text",
      place(),
      'write role="img" aria-label="…" with what it tells, or aria-hidden="true" where it tells nothing',
    );
  }
}

function isNamed({ attribs, children }: Element): boolean {
  if (attribs.role === "presentation" || attribs.role === "none") return true;
  const hasTitle = children.some((child) => isTag(child) && child.name === "title");
  return hasTitle || (attribs["aria-label"] ?? attribs["aria-labelledby"] ?? "") !== "";
}

function reportJump(
  element: Element,
  before: number,
  own: number,
  report: Report,
  locate: Locate,
): void {
  const after = before === 0 ? "is the first" : `comes after <h${before}>`;
  report(
    "heading-order",
    `the heading "${wordsOf(element).slice(0, 40)}" is <h${own}> and ${after}`,
    locate(beginningsOf(element)),
    `write <h${before + 1}>, and give it its look in the style sheet`,
  );
}

function countId({ attribs: { id } }: Element, ids: Map<string, number>): void {
  if (id !== undefined && id !== "") ids.set(id, (ids.get(id) ?? 0) + 1);
}

/** `<h3 class="a" id="b"`, then `<h3 class="a"`, then `<h3`: what comes from data stands in no template. */
function beginningsOf({ name, attribs }: Element): readonly string[] {
  const written = Object.entries(attribs).map(([key, value]) => ` ${key}="${value}"`);
  return [...written.keys(), written.length]
    .toReversed()
    .map((count) => `<${name}${written.slice(0, count).join("")}`);
}
