/** The house's own form: what the sources annex says of a source, in one line. */

import { nameOf } from "./authors.js";
import { addressRun, listNames, shortTitle, titleParts } from "./parts.js";
import type { Reference } from "./reference.js";
import { joined, line, type Run, stopped } from "./run.js";
import type { CitingStyle, CitingWords } from "./style.js";

export const HOUSE: CitingStyle = {
  note: (reference, words) => stopped(entry(reference, words)),
  entry,
  again: (reference, words) =>
    stopped(
      joined(
        words.word("comma"),
        titleParts(reference, "“", "”", shortTitle(reference)),
        nameRun((reference.container ?? reference.agency)?.name ?? null),
      ),
    ),
  shortName: ({ title }) => title,
};

function entry(reference: Reference, words: CitingWords): readonly Run[] {
  const { container, agency, archived, url } = reference;
  const authors =
    agency === null || reference.authors.length > 1 ? reference.authors : byline(reference);
  const copy = agency && line(words.word("from", { name: agency.name }), ownerOf(agency, words));
  return joined(
    words.word("comma"),
    titled(reference, url),
    listNames(authors.map(nameOf), words),
    line(container && nameRun(container.name), container && ownerOf(container, words), copy),
    dateOf(reference, words),
    archived && line(words.word("archived"), " ", addressRun(archived, reference)),
  );
}

/** An agency that stands for the author is named with the outlet that carries it. */
function byline({ authors, agency }: Reference): Reference["authors"] {
  return authors.filter((author) => nameOf(author) !== agency?.name);
}

/** The title leads to the source: the house prints no address. */
function titled(reference: Reference, url: string | null): readonly Run[] {
  const parts = titleParts(reference, "“", "”");
  if (url === null || !reference.linked) return parts;
  return parts.map((run) => (run.role === "title" ? { ...run, href: url } : run));
}

function nameRun(name: string | null): Run | null {
  return name === null ? null : { text: name, role: "name" };
}

function ownerOf({ owner }: { readonly owner: string | null }, words: CitingWords): string | null {
  return owner === null ? null : words.word("owner", { owner });
}

function dateOf({ date }: Reference, words: CitingWords): string {
  if (date === null) return words.word("no-date");
  const day = words.date(date.value, "day-first");
  return date.inferred ? `${day} (${words.word("inferred")})` : day;
}
