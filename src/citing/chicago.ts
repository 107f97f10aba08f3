/**
 * Notes and bibliography of The Chicago Manual of Style, 17th edition: newspapers (14.191 to 14.200),
 * websites (14.205 to 14.210), short notes (14.30 to 14.33). The 18th edition writes these alike.
 * The day of access stands for a date that is not there, and nowhere else (14.12).
 */
import { type Author, nameOf, shortNameOf } from "./authors.js";
import { addressRun, containerRun, listNames, shortTitle, titleParts } from "./parts.js";
import type { Reference } from "./reference.js";
import { joined, line, type Run, stopped, textOf } from "./run.js";
import type { CitingStyle, CitingWords } from "./style.js";

export const CHICAGO: CitingStyle = {
  note: (reference, words) => {
    const { authors, url, archived } = reference;
    const comma = words.word("comma");
    const rest = joined(
      comma,
      containerRun(reference, true),
      dateIn(reference, words) ?? accessedIn(reference, words, "accessed"),
      addressRun(url, reference),
      archived && line(words.word("archived"), " ", addressRun(archived, reference)),
    );
    const names = namesInNote(authors.map(nameOf), words);
    return stopped(line(joined(comma, names, titleBefore(reference, comma)), rest));
  },
  again: (reference, words) => {
    const names = namesInNote(reference.authors.map(shortNameOf), words);
    const title = titleParts(reference, "“", ".”", shortTitle(reference));
    return joined(words.word("comma"), names, unlessStopped(title, reference));
  },
  entry: (reference, words) => {
    const { authors, url, archived } = reference;
    const container = containerRun(reference, true);
    const names = namesInEntry(authors, words);
    const title = unlessStopped(titleParts(reference, "“", ".”"), reference);
    const date = dateIn(reference, words);
    const stands = names === "" ? null : container;
    const dated = joined(words.word("comma"), stands, date);
    return joined(
      " ",
      sentence(names === "" ? container : names),
      reference.titled ? title : stopped(title),
      sentence(dated),
      date === null ? sentence(accessedIn(reference, words, "Accessed")) : null,
      sentence(addressRun(url, reference)),
      archived && stopped(line(words.word("Archived"), " ", addressRun(archived, reference))),
    );
  },
  shortName: ({ authors, title }) => (authors.length === 0 ? title : ""),
};

/** The comma after a title stands within its marks (6.9). */
function titleBefore(reference: Reference, comma: string): readonly Run[] {
  const sign = comma.trimEnd();
  const close = reference.titled ? `${sign}”${comma.slice(sign.length)}` : "";
  const title = titleParts(reference, "“", close);
  return reference.titled ? title : line(title, comma);
}

/** A title that ends in a question mark takes no full stop (14.96). */
function unlessStopped(title: readonly Run[], reference: Reference): readonly Run[] {
  const words = textOf(title.slice(1, 2));
  if (!reference.titled || !/[.?!…؟]$/u.test(words)) return title;
  return [...title.slice(0, -1), { text: "”" }];
}

function sentence(part: Run | string | readonly Run[] | null): readonly Run[] {
  const runs = line(part);
  return runs.length === 0 ? runs : stopped(runs);
}

/** More than three are named by the first (14.76). */
function namesInNote(names: readonly string[], words: CitingWords): string {
  const [first = ""] = names;
  return names.length > 3 ? words.word("et-al", { name: first }) : listNames(names, words);
}

/** The first name is turned round where the family's is known; more than ten are cut to seven. */
function namesInEntry(authors: readonly Author[], words: CitingWords): string {
  const names = authors.map((author, index) =>
    index === 0 && author.kind === "person" && author.given !== ""
      ? `${author.family}, ${author.given}`
      : nameOf(author),
  );
  const isTurned = authors[0]?.kind === "person";
  if (names.length === 2 && isTurned) return names.join(words.word("last-and"));
  if (names.length <= MOST_NAMES) return listNames(names, words);
  return words.word("et-al", { name: `${names.slice(0, 7).join(words.word("comma"))},` });
}

const MOST_NAMES = 10;

/** A date that was worked out stands in brackets with a question mark (14.145). */
function dateIn({ date }: Reference, words: CitingWords): string | null {
  if (date === null) return null;
  const day = words.date(date.value, "month-first");
  return date.inferred ? `[${day}?]` : day;
}

function accessedIn(
  { accessed }: Reference,
  words: CitingWords,
  key: "accessed" | "Accessed",
): string {
  if (accessed === null) return words.word("no-date");
  return words.word(key, { date: words.date(accessed, "month-first") });
}
