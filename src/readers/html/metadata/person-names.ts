/** Words to a person's name alone. */
import { countWords } from "../../line-shape.js";
import { DATE_WORDS, LABELS, ROLES } from "./byline-words.js";
import { monthOf } from "./month-names.js";

/** `By`, `Von`, `Автор:` before the names. */
export const LABEL = new RegExp(`^(?:${LABELS})(?:\\s?[:：]\\s*|\\s+)(?=\\S)`, "iu");

export function withoutLabel(text: string): string {
  const first = text.slice(LABEL.exec(text)?.[0].length ?? 0);
  // `Posted by: By Jane Doe`
  return first.slice(LABEL.exec(first)?.[0].length ?? 0);
}

const ROLE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ROLES})(?![\\p{L}\\p{N}])`, "iu");
/** Weekdays, months and clocks beside a name. */
const NO_NAME = new RegExp(`^(?:${DATE_WORDS})(?:\\s(?:${DATE_WORDS}))?$`, "iu");
const FIRM = /(?<![\p{L}])(?:gmbh|ltd|inc|e\.\s?v|llc)(?![\p{L}])/iu;
const MAX_NAME = 50;
const MAX_NAME_WORDS = 5;

/** A person's name alone; null for handles, roles, addresses and sentences. */
export function nameOf(text: string): string | null {
  const name = behindRole(withoutLabel(text.trim()))
    .replace(/(?:[^\p{L}\p{M}.]|(?<=\p{L}{2})\.)+$/u, "")
    .replace(/^[^\p{L}]+/u, "");
  if (name.length < 2 || name.length > MAX_NAME || /[\d@_#:/\\<>=?!"“”|]/.test(name)) return null;
  if (countWords(name) > MAX_NAME_WORDS || ROLE.test(name)) return null;
  if (/\.(?:com|org|net|de|uk|fr|it|es|ru|tr|info)$/i.test(name)) return null;
  if (NO_NAME.test(name) || FIRM.test(name)) return null;
  const words = withoutMonth(name.split(/\s+/));
  const isLower = (word: string) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word);
  return words.some(isLower) ? null : spelled(once(words).join(" "));
}

/** `Political correspondent Jane Doe` to the name. */
function behindRole(text: string): string {
  const role = LEADING_ROLE.exec(text.slice(0, MAX_NAME + 30));
  return role === null ? text : text.slice(role[0].length);
}

const LEADING_ROLE = new RegExp(
  `^(?:\\p{L}{1,15}\\s){0,2}(?:${ROLES})\\s(?=\\p{Lu}\\S{0,20}\\s\\p{Lu})`,
  "u",
);

/** `Jane Doe November`, of a date that was cut off: short months are names too. */
function withoutMonth(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? "";
  const isMonth = words.length > 2 && last.length > 6 && monthOf(last, "") !== null;
  return isMonth ? words.slice(0, -1) : words;
}

/** Pictures are called by the name beside them: `Jane Doe Jane Doe`. */
function once(words: readonly string[]): readonly string[] {
  const half = words.slice(0, words.length / 2);
  const isTwice =
    words.length % 2 === 0 && half.every((word, at) => word === words[half.length + at]);
  return isTwice ? half : words;
}

const PARTICLE =
  /^(?:(?:von|van|der|den|de|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ben|bint|ter|ten|zu|zur|af|av|y|e|abu|st)$|d['’]|al-|el-)/u;

/** Names in capitals as others write them: `JANE DOE`. */
function spelled(name: string): string {
  if (
    !name.includes(" ") ||
    /\p{Ll}|\p{Lo}/u.test(name) ||
    /^\p{Lu}\.?(?:\s\p{Lu}\.?)*$/u.test(name)
  ) {
    return name;
  }
  return name.replace(/(?<=\p{Lu})\p{Lu}+/gu, (rest) => rest.toLowerCase());
}
