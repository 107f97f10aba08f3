/** An element and its structure type in, what its structure element says besides its content out. */

import { type Element, isTag } from "domhandler";
import { byWord } from "../by-word.js";
import { wordsOf } from "../page/parse-page.js";
import type { Report } from "../report.js";
import type { Content } from "./gather-content.js";
import type { Attributes, ListNumbering, StructureType } from "./structure.js";

/** What elements are called, and by whom: for heads of cells and for labels. */
export interface NamedElements {
  byId(id: string): Element | undefined;
  /** Whether a cell names this one as its head. */
  isHeadOf(id: string): boolean;
  /** An id for the file, the element's own where no other has it. */
  uniqueId(element: Element): string;
  readonly report: Report;
}

export function attributesOf(
  element: Element,
  type: StructureType,
  language: string | undefined,
  content: Content,
  named: NamedElements,
): Attributes {
  return {
    ...(language === undefined ? {} : { language }),
    ...typedAttributes(element, type, content, named),
  };
}

function typedAttributes(
  element: Element,
  type: StructureType,
  content: Content,
  named: NamedElements,
): Attributes {
  const { attribs } = element;
  switch (type) {
    case "Figure":
      return figureAttributes(element, content, named);
    case "Span":
      if (attribs.role === "img" && attribs["aria-label"]) {
        return { alternative: attribs["aria-label"] };
      }
      return element.name === "abbr" && attribs.title ? { expansion: attribs.title } : {};
    case "L":
      return { numbering: numberingOf(element, content) };
    case "TH":
    case "TD":
      return cellAttributes(element, named);
    case "Note":
      return { id: named.uniqueId(element) };
    case "Sect":
    case "Art":
    case "Part":
      return attribs["aria-label"] ? { title: attribs["aria-label"] } : {};
    default:
      return {};
  }
}

function figureAttributes(element: Element, content: Content, named: NamedElements): Attributes {
  const box = content.boxOf(element);
  return { alternative: alternativeOf(element, named), ...(box ? { box } : {}) };
}

/** What is heard instead of a picture; a picture without any is named, so that it gets one. */
function alternativeOf(element: Element, named: NamedElements): string {
  const { attribs } = element;
  const labelledBy = (attribs["aria-labelledby"] ?? "")
    .split(/\s+/)
    .map((id) => wordsOf(named.byId(id)))
    .join(" ");
  const title = element.children.filter(isTag).find((child) => child.name === "title");
  const own = attribs.alt || attribs["aria-label"] || labelledBy.trim() || wordsOf(title);
  if (own || attribs.title) return own || attribs.title || "";
  named.report(
    "picture-without-alternative",
    "a picture says nothing to those who cannot see it",
    attribs.src === undefined ? undefined : { quoted: attribs.src.slice(0, 200) },
    'give it alt="…", or aria-label="…" on <svg>; alt="" or aria-hidden="true" for mere ornament',
  );
  return captionOf(element) || "Image";
}

function captionOf(element: Element): string {
  const figure = element.parent && isTag(element.parent) ? element.parent : undefined;
  return wordsOf(figure?.children.filter(isTag).find((child) => child.name === "figcaption"));
}

function cellAttributes({ attribs, name }: Element, named: NamedElements): Attributes {
  const { id, headers = "" } = attribs;
  const heads = headers.split(/\s+/).filter((head) => head !== "" && named.byId(head));
  const scope = name === "th" ? SCOPES[attribs.scope ?? ""] : undefined;
  const columnSpan = spanOf(attribs.colspan);
  const rowSpan = spanOf(attribs.rowspan);
  return {
    ...(name === "th" && id && named.isHeadOf(id) ? { id } : {}),
    ...(scope ? { scope } : {}),
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(heads.length > 0 ? { headers: heads } : {}),
  };
}

const SCOPES: Readonly<Record<string, "Row" | "Column">> = byWord({
  row: "Row",
  rowgroup: "Row",
  col: "Column",
  colgroup: "Column",
});

/** As many as HTML allows, which the grid of the page keeps to. */
function spanOf(value = "1"): number {
  const span = Number.parseInt(value, 10);
  return Number.isNaN(span) ? 1 : Math.min(1000, Math.max(1, span));
}

/** As the first item's marker shows it. */
function numberingOf(list: Element, content: Content): ListNumbering {
  const [item] = list.children.filter(isTag).filter((child) => child.name === "li");
  const marker = item ? content.at(item, "marker")[0]?.piece : undefined;
  const type = marker?.piece.source.style.listStyleType ?? "none";
  return typeof type === "object" ? "None" : (NUMBERINGS[type] ?? "None");
}

const NUMBERINGS: Readonly<Record<string, ListNumbering>> = byWord({
  disc: "Disc",
  circle: "Circle",
  square: "Square",
  decimal: "Decimal",
  "decimal-leading-zero": "Decimal",
  "lower-alpha": "LowerAlpha",
  "lower-latin": "LowerAlpha",
  "upper-alpha": "UpperAlpha",
  "upper-latin": "UpperAlpha",
  "lower-roman": "LowerRoman",
  "upper-roman": "UpperRoman",
});
