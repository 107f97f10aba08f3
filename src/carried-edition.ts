/**
 * What a print says of its clearance in, where it carries that for whoever checks it out: a meta element at
 * the head of a page or a message, a file that rides in a PDF; and back.
 */

import { toJson, toLine } from "./json.js";
import {
  type CarriedEdition,
  CarriedEditionSchema,
  type EditionOptions,
} from "./model/edition-options.js";
import type { Issue } from "./model/issue.js";
import type { Attachment } from "./render/index.js";
import { readJson } from "./text/read-json.js";

/** Rides in the PDF. */
export const EDITION_FILE = "edition.json";

const META = "briefwright-edition";

function carriedOf({ seal }: Issue, edition: EditionOptions): CarriedEdition {
  const { state, approvedBy, permalink } = edition;
  return { schema: "briefwright/edition/1", seal, state, approvedBy, permalink };
}

/** @param html a filled page, or one that was written */
export function withEdition(html: string, issue: Issue, edition: EditionOptions): string {
  const content = toLine(carriedOf(issue, edition), CarriedEditionSchema);
  const meta = `<meta name="${META}" content="${encodeURIComponent(content)}">\n`;
  return html.replace("</head>", () => `${meta}</head>`);
}

export function editionAttachment(issue: Issue, edition: EditionOptions): Attachment {
  return {
    name: EDITION_FILE,
    bytes: toJson(carriedOf(issue, edition), CarriedEditionSchema),
    mediaType: "application/json",
    description: `${issue.brief.title}, ${issue.id}: how far this version was cleared`,
    relationship: "Supplement",
    modifiedAt: new Date(issue.cutOff),
  };
}

/** @returns null where the page says nothing: it is a draft, or was made before pages said it */
export function editionInPage(page: string): CarriedEdition | null {
  const head = page.slice(0, page.indexOf("</head>") + 1);
  const content = new RegExp(`<meta name="${META}" content="([^"]*)">`).exec(head)?.[1];
  return content === undefined ? null : parseCarried(decoded(content));
}

function decoded(content: string): string {
  try {
    return decodeURIComponent(content);
  } catch {
    return "";
  }
}

export function editionInPdf(attachments: ReadonlyMap<string, Uint8Array>): CarriedEdition | null {
  const bytes = attachments.get(EDITION_FILE);
  return bytes === undefined ? null : parseCarried(bytes);
}

function parseCarried(content: string | Uint8Array): CarriedEdition | null {
  return CarriedEditionSchema.safeParse(readJson(content)).data ?? null;
}
