/** References in, entries of BibLaTeX in UTF-8 out (Kime, Wemheuer and Lehman, The biblatex Package, 2 and 3). */
import type { Author } from "../authors.js";
import type { Reference } from "../reference.js";
import { type ExportRecord, recordOf } from "./record.js";

export function toBibtex(references: readonly Reference[]): string {
  return references.map((reference) => entryOf(recordOf(reference))).join("\n");
}

function entryOf(record: ExportRecord): string {
  const { id, kind, title, authors, container, issued, accessed, url, archived } = record;
  const isNews = kind === "newspaper";
  const fields: readonly (readonly [string, string | null])[] = [
    ["entrysubtype", isNews ? "newspaper" : null],
    // The second braces keep the capitals of the title.
    ["title", `{${escapeTex(title)}}`],
    ["author", authors.length === 0 ? null : authors.map(nameOf).join(" and ")],
    [isNews ? "journaltitle" : "organization", container && `{${escapeTex(container)}}`],
    ["date", issued && dayOf(issued)],
    ["url", url && verbatim(url)],
    ["urldate", accessed && dayOf(accessed)],
    ["language", record.language],
    ["note", noteOf(record, archived)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null ? [] : [`  ${name} = {${value}}`],
  );
  return `@${isNews ? "article" : "online"}{${id},\n${lines.join(",\n")}\n}\n`;
}

function noteOf({ note }: ExportRecord, archived: string | null): string | null {
  const parts = [note, archived === null ? null : `archived at ${archived}`];
  const there = parts.filter((part) => part !== null);
  return there.length === 0 ? null : escapeTex(there.join("; "));
}

/** A name in braces is not taken apart. */
function nameOf(author: Author): string {
  if (author.kind === "literal") return `{${escapeTex(author.name)}}`;
  const { family, given } = author;
  return [family, given]
    .filter((part) => part !== "")
    .map(escapeTex)
    .join(", ");
}

function dayOf(parts: readonly number[]): string {
  const [year = 0, ...rest] = parts;
  return [String(year).padStart(4, "0"), ...rest.map((part) => String(part).padStart(2, "0"))].join(
    "-",
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
};

/**
 * Braces have to pair even where a backslash stands before them, so they go by their names; between
 * signs that TeX would make one of (`--`) stands a pair.
 */
function escapeTex(text: string): string {
  return text
    .replaceAll(/[\\{}~^&%$#_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
    .replaceAll(/(?<=[-`',<>!?])(?=[-`',<>])/g, "{}");
}

/** An address is taken as it stands; braces and backslashes have codes of their own. */
function verbatim(url: string): string {
  return url.replaceAll(/[\\{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
