/** Finished pages and their element tree in, pages in marked sequences and a structure tree out. */
import { type Element, isTag } from "domhandler";
import type { HtmlPage } from "../page/parse-page.js";
import type { Page } from "../pages/page.js";
import type { Report } from "../report.js";
import type { NamedElements } from "./attributes-of.js";
import { buildStructure, collectLinks } from "./build-structure.js";
import { type DraftSequence, gatherContent } from "./gather-content.js";
import { HeadingLevels } from "./heading-levels.js";
import { settleMeanings } from "./meanings.js";
import type { Sequence, StructureType, TaggedDocument } from "./structure.js";

/** @param isTarget whether an address leads somewhere */
export function tagPages(
  { body, language }: HtmlPage,
  pages: readonly Page[],
  isTarget: (href: string) => boolean,
  report: Report,
): TaggedDocument {
  const shown = pages.map((page) => page.links.filter(({ href }) => isTarget(href)));
  const leading = new Set(shown.flat().map(({ element }) => element));
  const meanings = settleMeanings(body, language, (link) => leading.has(link), footnotesOn(pages));
  const links = shown.map((page) => page.filter(({ element }) => !meanings.get(element)?.isHidden));
  const content = gatherContent(pages, meanings);
  const { root, types } = buildStructure(body, {
    meanings,
    content,
    links: collectLinks(links),
    headings: new HeadingLevels(report),
    named: nameElements(body, report),
  });
  return {
    structure: root,
    pages: content.pages.map((sequences, index) => ({
      sequences: sequences.map((sequence) => settleSequence(sequence, types)),
      links: links[index] ?? [],
    })),
  };
}

/** The elements that stand at the foot of pages. */
function footnotesOn(pages: readonly Page[]): ReadonlySet<Element> {
  const footnotes = new Set<Element>();
  for (const mark of pages.flatMap((page) => page.marks)) {
    if (mark.kind !== "text") continue;
    for (const { piece } of mark.pieces) {
      if (piece.source.footnote) footnotes.add(piece.source.footnote.element);
    }
  }
  return footnotes;
}

function settleSequence(
  { owner, id, marks }: DraftSequence,
  types: ReadonlyMap<Element, StructureType>,
): Sequence {
  if (owner.kind !== "content") return { tag: owner, marks };
  const { element, type = "P" } = owner.holder;
  const own = owner.isMarker ? "Lbl" : (types.get(element) ?? type);
  const settled = owner.called ? "Reference" : own;
  return { tag: { kind: "content", type: settled, id }, marks };
}

function nameElements(body: Element, report: Report): NamedElements {
  const byId = new Map<string, Element>();
  const heads = new Set<string>();
  const visit = (element: Element) => {
    const { id, headers } = element.attribs;
    if (id && !byId.has(id)) byId.set(id, element);
    for (const head of headers?.split(/\s+/) ?? []) heads.add(head);
    for (const child of element.children.filter(isTag)) visit(child);
  };
  visit(body);
  let notes = 0;
  return {
    byId: (id) => byId.get(id),
    isHeadOf: (id) => heads.has(id),
    uniqueId: (element) => {
      notes += 1;
      const { id } = element.attribs;
      return id && byId.get(id) === element ? id : `note ${notes}`;
    },
    report,
  };
}
