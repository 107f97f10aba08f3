/**
 * The reference list of the Publication Manual of the American Psychological Association, 7th
 * edition: newspapers (10.1, example 16), pages of websites (10.16), missing parts (9.4, 9.12, 9.17).
 * The day of retrieval is given for the undated alone (9.16).
 */
import { type Author, nameOf, shortNameOf } from "./authors.js";
import { addressRun, shortTitle, titleParts } from "./parts.js";
import type { Reference } from "./reference.js";
import { joined, line, type Run, stopped } from "./run.js";
import type { CitingStyle, CitingWords } from "./style.js";

export const APA: CitingStyle = {
  note: entry,
  entry,
  again: (reference, words, { ambiguous }) => {
    const { authors } = reference;
    const year = yearOf(reference, words);
    const title = titleParts(reference, "“", "”", shortTitle(reference));
    const names = namesInText(authors.map(shortNameOf), words);
    const parts = authors.length === 0 ? [title, year] : [names, year, ambiguous ? title : null];
    return stopped(joined(words.word("comma"), ...parts));
  },
  shortName: ({ authors, date, title }) => {
    const names = authors.map(shortNameOf).join("\n");
    return authors.length === 0 ? title : `${names}\n${date?.value.slice(0, 4) ?? ""}`;
  },
};

function entry(reference: Reference, words: CitingWords): readonly Run[] {
  const { authors, archived } = reference;
  const title = stopped(titleOf(reference));
  const names = namesInList(authors);
  const date = `(${dateOf(reference, words)}).`;
  return joined(
    " ",
    ...(authors.length === 0 ? [title, date] : [stopped(line(names)), date, title]),
    containerOf(reference),
    addressOf(reference, words),
    archived === null ? null : line(words.word("Archived"), " ", addressRun(archived, reference)),
  );
}

/** What stands in a newspaper is set upright, what stands alone in italics (9.19). */
function titleOf({ title, titled, container }: Reference): readonly Run[] {
  const isAlone = container?.kind !== "periodical";
  const words: Run = { text: title, role: "title", ...(isAlone ? { italic: true } : {}) };
  return titled ? [words] : line("[", { text: title, role: "title" }, "]");
}

/** A website that is its own author is not named again (10.16). */
function containerOf({ container, authors }: Reference): readonly Run[] | null {
  if (container === null) return null;
  const { name, kind } = container;
  if (authors.length === 1 && authors.some((author) => nameOf(author) === name)) return null;
  const italic = kind === "periodical" ? { italic: true } : {};
  return stopped([{ text: name, role: "name", ...italic }]);
}

function addressOf(reference: Reference, words: CitingWords): readonly Run[] | null {
  const { url, date, accessed } = reference;
  const address = addressRun(url, reference);
  if (address === null) return null;
  if (date !== null || accessed === null) return [address];
  return line(words.word("retrieved", { date: words.date(accessed, "month-first") }), " ", address);
}

function dateOf({ date }: Reference, words: CitingWords): string {
  if (date === null) return words.word("no-date");
  const day = words.date(date.value, "year-first");
  return date.inferred ? words.word("circa", { date: day }) : day;
}

function yearOf({ date }: Reference, words: CitingWords): string {
  if (date === null) return words.word("no-date");
  const year = date.value.slice(0, 4);
  return date.inferred ? words.word("circa", { date: year }) : year;
}

/** Up to 20 names; of more the first 19 and the last (9.8). Of bodies two are joined without a comma. */
function namesInList(authors: readonly Author[]): string {
  const names = authors.map(nameInList);
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  if (names.length > MOST_NAMES)
    return `${names.slice(0, MOST_NAMES - 1).join(", ")}, . . . ${last}`;
  const areBodies = names.length === 2 && authors.every(({ kind }) => kind === "literal");
  return `${names.slice(0, -1).join(", ")}${areBodies ? " & " : ", & "}${last}`;
}

const MOST_NAMES = 20;

function nameInList(author: Author): string {
  if (author.kind === "literal") return author.name;
  const initials = author.given
    .split(/\s+/u)
    .filter((name) => name !== "")
    .map(initialOf);
  return [author.family, initials.join(" ")].filter((part) => part !== "").join(", ");
}

/** `Jean-Luc` to `J.-L.`. */
function initialOf(name: string): string {
  const parts = name.split("-").map((part) => Array.from(part)[0] ?? "");
  return parts.map((letter) => `${letter}.`).join("-");
}

/** Two are named, more by the first (8.17). */
function namesInText(names: readonly string[], words: CitingWords): string {
  const [first = ""] = names;
  return names.length > 2 ? words.word("et-al", { name: first }) : names.join(" & ");
}
