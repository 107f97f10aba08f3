/** Parts that several styles print alike: titles, names of outlets, addresses, lists of names. */
import type { Reference } from "./reference.js";
import type { Run } from "./run.js";
import type { CitingWords } from "./style.js";

/** The source's own title between marks; first words that stand for one in square brackets. */
export function titleParts(
  { title, titled }: Reference,
  open: string,
  close: string,
  text = title,
): readonly Run[] {
  const words: Run = { text, role: "title" };
  return titled ? [{ text: open }, words, { text: close }] : [{ text: "[" }, words, { text: "]" }];
}

/** The main title, without an English article before it (Chicago 17, 14.33). */
export function shortTitle({ title, titled, language }: Reference): string {
  if (!titled) return firstWords(title);
  const main = /^(.{8,80}?\S)\s*(?:[:;]\s|\s[–—-]\s)/u.exec(title)?.[1] ?? title;
  return /^en\b/.test(language) ? main.replace(/^(?:A|An|The)\s+(?=\p{Lu})/u, "") : main;
}

/** Enough of what stands for a title to know it by. */
function firstWords(title: string): string {
  const front = /^.{1,48}(?=\s)/u.exec(title)?.[0] ?? title;
  return title.length <= MOST_LETTERS ? title : `${front.replace(/[\s,;:.–—-]+$/u, "")}…`;
}

const MOST_LETTERS = 60;

/** Names of newspapers are in italics, those of websites and agencies are not. */
export function containerRun({ container }: Reference, withoutArticle = false): Run | null {
  if (container === null) return null;
  const { name, kind } = container;
  const isPeriodical = kind === "periodical";
  const text = withoutArticle && isPeriodical ? name.replace(/^The\s+(?=\S)/, "") : name;
  return { text, role: "name", ...(isPeriodical ? { italic: true } : {}) };
}

export function addressRun(url: string | null, { linked }: Reference, shown = url): Run | null {
  if (url === null || shown === null) return null;
  return { text: shown, role: "address", ...(linked ? { href: url } : {}) };
}

/** `A`, `A and B`, `A, B, and C`. */
export function listNames(names: readonly string[], { word }: CitingWords): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  if (names.length === 2) return `${names[0]}${word("and")}${last}`;
  return `${names.slice(0, -1).join(word("comma"))}${word("last-and")}${last}`;
}
