/**
 * OSCOLA, the Oxford University Standard for the Citation of Legal Authorities, 4th edition: websites
 * (3.4.8), newspapers (3.4.9), online sources (3.1.4), citing again (1.2.1), bibliographies (1.7).
 * The day of access follows every address, dated or not (3.1.4).
 */
import { type Author, nameOf, shortNameOf } from "./authors.js";
import { addressRun, containerRun, listNames, shortTitle, titleParts } from "./parts.js";
import type { Reference } from "./reference.js";
import { joined, line, type Run, stopped } from "./run.js";
import type { CitingStyle, CitingWords } from "./style.js";

export const OSCOLA: CitingStyle = {
  note: (reference, words) => {
    const names = namesOf(reference.authors.map(nameOf), words);
    return stopped(joined(words.word("comma"), names, restOf(reference, words)));
  },
  again: (reference, words, { note, ambiguous }) => {
    const names = namesOf(reference.authors.map(shortNameOf), words);
    const isTold = names !== "" && !ambiguous;
    const title = isTold ? null : titleParts(reference, "‘", "’", shortTitle(reference));
    const back = note === null ? null : words.word("see-note", { number: note });
    return stopped(joined(" ", joined(words.word("comma"), names, title), back));
  },
  entry: (reference, words) => {
    const names = namesOf(reference.authors.map(turned), words);
    const rest = restOf(reference, words);
    return names === "" ? line("—— ", rest) : joined(words.word("comma"), names, rest);
  },
  shortName: ({ authors, title }) => authors.map(shortNameOf).join("\n") || title,
};

/** A newspaper stands before the brackets with its day, a website within them. */
function restOf(reference: Reference, words: CitingWords): readonly Run[] {
  const { container, url, archived } = reference;
  const date = dateOf(reference, words);
  const isPeriodical = container?.kind === "periodical";
  const name = containerRun({ ...reference, container: container && named(container) });
  const inBrackets = joined(words.word("comma"), isPeriodical ? null : name, date);
  return joined(
    " ",
    titleParts(reference, "‘", "’"),
    isPeriodical ? name : null,
    inBrackets.length === 0 ? null : line("(", inBrackets, ")"),
    url === null ? null : line("<", addressRun(url, reference, withoutScheme(url)), ">"),
    url === null ? null : accessedOf(reference, words),
    archived === null
      ? null
      : line(words.word("archived"), " <", addressRun(archived, reference), ">"),
  );
}

/** Names of websites are in italics too. */
function named(container: NonNullable<Reference["container"]>): typeof container {
  return container.kind === "website" ? { ...container, kind: "periodical" } : container;
}

/** `http://` is left out where the address begins with `www` (3.1.4). */
function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\/(?=www\.)/i, "");
}

/** OSCOLA has no rule for a day that was worked out: square brackets mark what was supplied. */
function dateOf({ date }: Reference, words: CitingWords): string | null {
  if (date === null) return null;
  const day = words.date(date.value, "day-first");
  return date.inferred ? `[${day}]` : day;
}

function accessedOf({ accessed }: Reference, words: CitingWords): string | null {
  if (accessed === null) return null;
  return words.word("accessed", { date: words.date(accessed, "day-first") });
}

/** More than three are named by the first (3.1.1). */
function namesOf(names: readonly string[], words: CitingWords): string {
  const [first = ""] = names;
  if (names.length > 3) return words.word("others", { name: first });
  const last = names.at(-1) ?? "";
  return names.length < 3
    ? listNames(names, words)
    : `${names.slice(0, -1).join(words.word("comma"))}${words.word("and")}${last}`;
}

/** Surname, then initials without stops (1.7). */
function turned(author: Author): string {
  if (author.kind === "literal") return author.name;
  const initials = author.given.split(/[\s-]+/u).map((name) => Array.from(name)[0] ?? "");
  return `${author.family} ${initials.join("")}`.trim();
}
