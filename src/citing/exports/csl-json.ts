/** References in, items of CSL-JSON out (Citation Style Language 1.0.2, csl-data.json). */
import type { Author } from "../authors.js";
import type { Reference } from "../reference.js";
import { recordOf } from "./record.js";

export function toCslJson(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(itemOf), null, 2)}\n`;
}

function itemOf(reference: Reference): object {
  const { id, kind, title, authors, container, issued, accessed, ...rest } = recordOf(reference);
  const { url, archived, language, note } = rest;
  const circa = reference.date?.inferred ? { circa: true } : {};
  return {
    id,
    type: kind === "newspaper" ? "article-newspaper" : "webpage",
    title,
    ...(authors.length === 0 ? {} : { author: authors.map(nameOf) }),
    ...(container === null ? {} : { "container-title": container }),
    ...(issued === null ? {} : { issued: { "date-parts": [issued], ...circa } }),
    ...(accessed === null ? {} : { accessed: { "date-parts": [accessed] } }),
    ...(url === null ? {} : { URL: url }),
    ...(archived === null ? {} : { archive_location: archived }),
    ...(language === null ? {} : { language }),
    ...(note === null ? {} : { note }),
  };
}

function nameOf(author: Author): object {
  if (author.kind === "literal") return { literal: author.name };
  return { family: author.family, ...(author.given === "" ? {} : { given: author.given }) };
}
