/** A reference in, what all export formats say of it out: one line each, nothing guessed. */
import type { Author } from "../authors.js";
import type { Reference } from "../reference.js";

export interface ExportRecord {
  readonly id: string;
  /** A page of a website where no periodical is named. */
  readonly kind: "newspaper" | "webpage";
  readonly title: string;
  readonly authors: readonly Author[];
  readonly container: string | null;
  /** Year, and month and day as far as they are known. */
  readonly issued: readonly [number, ...number[]] | null;
  readonly accessed: readonly [number, ...number[]] | null;
  readonly url: string | null;
  readonly archived: string | null;
  readonly language: string | null;
  /** What its fields cannot say. */
  readonly note: string | null;
}

export function recordOf(reference: Reference): ExportRecord {
  const { id, title, titled, authors, container, date, url, archived, accessed } = reference;
  const isWebsite = container === null || container.kind === "website";
  return {
    id,
    kind: isWebsite ? "webpage" : "newspaper",
    title: titled ? oneLine(title) : `[${oneLine(title)}]`,
    authors: authors.map(cleaned),
    container: container && oneLine(container.name),
    issued: date && partsOf(date.value),
    accessed: accessed === null ? null : partsOf(accessed),
    url,
    archived,
    language: reference.language === "und" ? null : reference.language,
    note: date?.inferred ? "date inferred, not stated by the source" : null,
  };
}

function cleaned(author: Author): Author {
  if (author.kind === "literal") return { kind: "literal", name: oneLine(author.name) };
  return { kind: "person", family: oneLine(author.family), given: oneLine(author.given) };
}

/** No format has room for ends of lines and controls within a value. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s\ufffe\uffff]+/gu, " ").trim();
}

function partsOf(date: string): readonly [number, ...number[]] {
  const [year = 0, ...rest] = date.split("-").map(Number);
  return [year, ...rest];
}
