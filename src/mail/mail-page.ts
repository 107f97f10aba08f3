/**
 * The approved page of a message in, what one kind of recipient gets of it out: as HTML and as text, with
 * a place for the address that each leaves the list by.
 */
import { selectAll, selectOne } from "css-select";
import { type AnyNode, type Document, Element, isTag, Text } from "domhandler";
import { appendChild, removeElement, textContent } from "domutils";
import { parse, serialize } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import type { Occasion } from "../model/delivery.js";
import { renderDocument } from "../render/index.js";
import { type Part, textWithPlace } from "./body-part.js";
import type { Enclosure } from "./mail-edition.js";

/** Stands for the address of one recipient in an approved page (RFC 2606, 2). */
const UNSUBSCRIBE_PLACE = "https://unsubscribe.invalid/";

export interface MailPage {
  /** Words of the page without its layout. */
  readonly text: string;
  /** Each with the address that one recipient leaves the list by. */
  readonly plainPart: (address: string) => Part;
  readonly htmlPart: (address: string) => Part;
  /** Title of the page: what the subject says behind the marking. */
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** Whether the page has a place for the address that one leaves by. */
  readonly hasWayOut: boolean;
}

/** What a page is read for. */
export interface PageUse {
  readonly enclosure: Enclosure;
  readonly occasion: Occasion;
  /** Of a withdrawal, in the desk's own words. */
  readonly notice: string | null;
  /** Where the version can be read that a correction takes the place of. */
  readonly earlier: string | null;
}

/** @returns null where a withdrawal is asked for, and the page has no words for one */
export async function readMailPage(page: Uint8Array, use: PageUse): Promise<MailPage | null> {
  const document = parse(new TextDecoder().decode(page), { treeAdapter: adapter });
  keepWhatHolds(document, use);
  const withdrawn = selectOne<AnyNode, Element>('[data-part="withdrawn"]', document);
  const isWithdrawal = use.occasion === "withdrawal";
  if (isWithdrawal && withdrawn === null) return null;
  for (const element of allOf('[data-part="notice"]', document)) {
    if (use.notice === null) removeElement(element);
    else appendChild(element, new Text(use.notice));
  }
  for (const element of allOf('[data-part="earlier"]', document)) {
    if (use.earlier === null) removeElement(element);
    else appendChild(element, linkTo(use.earlier));
  }
  const html = serialize(document, { treeAdapter: adapter });
  const root = selectOne<AnyNode, Element>("html", document);
  const title = selectOne<AnyNode, Element>("title", document);
  const prefix = isWithdrawal && withdrawn ? [wordsOf(withdrawn)] : [];
  const text = await textOf(document);
  const plainPart = textWithPlace("plain", text, UNSUBSCRIBE_PLACE);
  const htmlPart = textWithPlace("html", html, UNSUBSCRIBE_PLACE);
  return {
    text,
    plainPart,
    htmlPart: (address) => htmlPart(address.replaceAll("&", "&amp;")),
    title: [...prefix, title === null ? "" : wordsOf(title)].join(" · "),
    language: root?.attribs.lang ?? "en",
    hasWayOut: html.includes(UNSUBSCRIBE_PLACE),
  };
}

/** Elements with `data-when` stay where it is what goes out, or how the PDF does; a correction is an issue too. */
function keepWhatHolds(document: Document, { enclosure, occasion }: PageUse): void {
  const holds = new Set(occasion === "withdrawal" ? [occasion] : ["issue", occasion, enclosure]);
  for (const element of allOf("[data-when]", document)) {
    if (!holds.has(element.attribs["data-when"] ?? "")) removeElement(element);
    delete element.attribs["data-when"];
    delete element.attribs.hidden;
  }
}

function linkTo(address: string): Element {
  return new Element("a", { href: address, style: "color:inherit" }, [new Text(address)]);
}

function wordsOf(element: Element): string {
  return textContent(element).replaceAll(/\s+/g, " ").trim();
}

/** Tables that only place things are no tables to whoever reads the words. */
async function textOf(document: Document): Promise<string> {
  for (const element of allOf('[style*="display:none"]', document)) removeElement(element);
  for (const element of allOf('table[role="presentation"]', document)) unwrapTable(element);
  const html = serialize(document, { treeAdapter: adapter });
  // Only its words go into the text.
  const options = { marking: "", edition: "", author: null, createdAt: new Date(0) };
  return new TextDecoder().decode(await renderDocument(html, "txt", options));
}

/** Its cells, each as a block. */
function unwrapTable(table: Element): void {
  for (const part of table.children.filter(isTag)) {
    for (const row of part.name === "tr" ? [part] : part.children.filter(isTag)) {
      for (const cell of row.children.filter(isTag)) cell.name = "div";
      row.name = "div";
    }
    part.name = "div";
  }
  table.name = "div";
  table.attribs = {};
}

function allOf(selector: string, document: Document): readonly Element[] {
  return selectAll<AnyNode, Element>(selector, document);
}
