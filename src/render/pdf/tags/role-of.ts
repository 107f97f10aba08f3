/** An element in, its structure type out (ISO 32000-1, 14.8.4; HTML AAM for `role`). */

import type { Element } from "domhandler";
import { byWord } from "../by-word.js";
import type { StructureType } from "./structure.js";

/**
 * `through`: the element means nothing of its own, its content belongs to what lies around it.
 * `hidden`: nothing of it is read aloud.
 */
export type Role = StructureType | "through" | "hidden";

/** What the element means by itself; lists in contents, links without a target are settled later. */
export function roleOf(element: Element): Role {
  if (element.attribs["aria-hidden"] === "true") return "hidden";
  const { role } = element.attribs;
  const own = ROLES[element.name];
  if (isNoteLink(element)) return "Link";
  if (role !== undefined) return ariaRole(role, element) ?? own ?? "through";
  if (element.name === "a") return element.attribs.href === undefined ? "through" : "Link";
  if (element.name === "abbr") return element.attribs.title ? "Span" : "through";
  if (element.name === "img" && element.attribs.alt === "") return "hidden";
  return own ?? "through";
}

/** A link to a note: a link within a reference (ISO 14289-1, 7.18.5 and 7.9). */
export function isNoteLink({ name, attribs: { role, href } }: Element): boolean {
  return name === "a" && role === "doc-noteref" && href !== undefined;
}

function ariaRole(role: string, element: Element): Role | undefined {
  if (role === "heading") return headingOf(element.attribs["aria-level"]);
  if (role === "presentation" || role === "none") {
    return element.name === "img" || element.name === "svg" ? "hidden" : "through";
  }
  if (role === "img" && element.name !== "img" && element.name !== "svg") return "Span";
  return ARIA_ROLES[role];
}

function headingOf(level = "2"): StructureType {
  switch (level) {
    case "1":
      return "H1";
    case "3":
      return "H3";
    case "4":
      return "H4";
    case "5":
      return "H5";
    case "6":
      return "H6";
    default:
      return "H2";
  }
}

const ROLES: Readonly<Record<string, StructureType>> = byWord({
  body: "Document",
  main: "Part",
  section: "Sect",
  nav: "Sect",
  article: "Art",
  div: "Div",
  header: "Div",
  footer: "Div",
  aside: "Div",
  address: "Div",
  details: "Div",
  fieldset: "Div",
  form: "Div",
  figure: "Div",
  hgroup: "Div",
  search: "Div",
  blockquote: "BlockQuote",
  figcaption: "Caption",
  caption: "Caption",
  p: "P",
  pre: "P",
  summary: "P",
  legend: "P",
  h1: "H1",
  h2: "H2",
  h3: "H3",
  h4: "H4",
  h5: "H5",
  h6: "H6",
  ul: "L",
  ol: "L",
  menu: "L",
  dl: "L",
  li: "LI",
  dt: "Lbl",
  dd: "LBody",
  table: "Table",
  thead: "THead",
  tbody: "TBody",
  tfoot: "TFoot",
  tr: "TR",
  th: "TH",
  td: "TD",
  img: "Figure",
  svg: "Figure",
  em: "Em",
  strong: "Strong",
  q: "Quote",
  code: "Code",
  kbd: "Code",
  samp: "Code",
});

const ARIA_ROLES: Readonly<Record<string, StructureType>> = byWord({
  article: "Art",
  blockquote: "BlockQuote",
  caption: "Caption",
  code: "Code",
  complementary: "Div",
  contentinfo: "Div",
  banner: "Div",
  group: "Div",
  main: "Part",
  navigation: "Sect",
  region: "Sect",
  paragraph: "P",
  list: "L",
  listitem: "LI",
  note: "Note",
  emphasis: "Em",
  strong: "Strong",
  "doc-footnote": "Note",
  "doc-endnote": "Note",
  "doc-noteref": "Reference",
  "doc-part": "Part",
  "doc-chapter": "Sect",
  "doc-toc": "Sect",
});
