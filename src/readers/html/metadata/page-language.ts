/** What a page states of its language, and what its text says of it, to the language. */
import { primaryLanguage } from "../../../text/primary-language.js";
import { detectLanguage, surelyDetectLanguage } from "../../language.js";
import type { Block } from "../blocks.js";
import type { LinkedArticle } from "./json-ld.js";
import { tagsOf } from "./meta-tags.js";
import type { PageFacts } from "./page-facts.js";

/** Enough prose to be sure of. */
const ENOUGH = 200;
const SAMPLE = 2000;
/** Code units of a block that are looked at. */
const FRONT = 250;
/** Code units of a block that is prose, not a button or a headline. */
const MIN_PROSE = 80;

/** Templates are translated less often than texts: where there is prose enough, it decides. */
export function pageLanguage(
  { lang, metas }: PageFacts,
  linked: LinkedArticle | null,
  blocks: readonly Block[],
): string | null {
  const tags = tagsOf(metas, "language").map(({ content }) => content);
  const stated = [lang, linked?.language, ...tags].flatMap((tag) => languageTag(tag ?? null));
  const prose = proseOf(blocks);
  const [first = null] = stated;
  if (first !== null && prose.length < ENOUGH) return first;
  // What the page states stands unless its words tell surely of another.
  const found = first === null ? detectLanguage(prose) : surelyDetectLanguage(prose, first);
  return found === null || found === "und" || isSame(first, found) ? first : found;
}

/** Codes that some write for a language of which the detector knows one name. */
const SAME: readonly (readonly string[])[] = [
  ["no", "nb", "nn", "da"],
  ["sr", "hr", "bs", "sh", "me"],
  ["id", "ms"],
  ["fa", "prs"],
  ["zh", "yue"],
  ["he", "iw"],
  ["gl", "pt"],
  ["ca", "es"],
];

function isSame(stated: string | null, found: string): boolean {
  return (
    stated !== null &&
    (stated === found || SAME.some((names) => names.includes(stated) && names.includes(found)))
  );
}

function languageTag(tag: string | null): string[] {
  const match = /^\s*([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*\s*$/i.exec(tag ?? "");
  return match?.[1] === undefined ? [] : [primaryLanguage(match[1])];
}

/** The beginnings of the longest blocks of prose. */
function proseOf(blocks: readonly Block[]): string {
  const prose = blocks.filter(
    ({ text, linked }) => text.length >= MIN_PROSE && linked * 2 <= text.length,
  );
  return prose
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, SAMPLE / FRONT)
    .map(({ text }) => text.slice(0, FRONT))
    .join("\n");
}
