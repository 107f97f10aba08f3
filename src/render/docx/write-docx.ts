/** What a page says in, a document for Word (Office Open XML, ECMA-376) out, in which an editor can go on. */
import { Document, type ISectionOptions, Packer } from "docx";
import { xmlText } from "../../text/xml-text.js";
import type { PageDocument } from "../document/page-document.js";
import { blocksOf } from "./blocks.js";
import { Notes } from "./notes.js";
import { footerOf, headerOf } from "./page-furniture.js";
import { settleArchive } from "./settle-archive.js";
import { stylesFor } from "./styles.js";

export interface DocxOptions {
  /** Printed at the top and foot of every page. */
  readonly marking: string;
  /** Of its words and of what is behind them, `#rrggbb`; white on black by default. */
  readonly colours?: { readonly colour: string; readonly background: string } | undefined;
  /** Stands in the foot of every page: the name of the issue and its version. */
  readonly edition: string;
  /** Who owns the brief. */
  readonly author: string | null;
  /** The instant that the file bears. */
  readonly createdAt: Date;
}

/** Millimetres as twentieths of a point. */
const mm = (length: number) => Math.round((length / 25.4) * 1440);

export async function writeDocx(page: PageDocument, given: DocxOptions): Promise<Uint8Array> {
  const options = holdable(given);
  const { title, direction } = page;
  const notes = new Notes(page);
  const children = blocksOf(page, notes);
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(24), bottom: mm(22), left: mm(22), right: mm(22) },
      },
    },
    headers: { default: headerOf(page, options) },
    footers: { default: footerOf(page, options) },
    children,
  };
  const document = new Document({
    title,
    creator: options.author ?? "",
    keywords: options.marking,
    lastModifiedBy: options.author ?? "",
    styles: stylesFor(page.language, direction),
    footnotes: notes.footnotes(),
    sections: [section],
  });
  return settleArchive(new Uint8Array(await Packer.toArrayBuffer(document)), options.createdAt);
}

/** The settings may hold what XML cannot, as the page may. */
function holdable({ marking, colours, edition, author, createdAt }: DocxOptions): DocxOptions {
  return {
    marking: xmlText(marking),
    colours,
    edition: xmlText(edition),
    author: author === null ? null : xmlText(author),
    createdAt,
  };
}
