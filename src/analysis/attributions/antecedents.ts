/** Pronouns, roles and couples to whom they mean among those named before. */
import { fold } from "../../text/fold.js";
import { ENGLISH } from "./attribution-words.js";
import type { NounPhrase } from "./noun-phrases.js";
import {
  type Memory,
  type PersonMention,
  recall,
  roleWords,
  type Speaker,
} from "./speaker-memory.js";
import type { Token } from "./tokens.js";

export function pairOf(first: Speaker, second: Speaker): Speaker {
  return {
    text: `${first.text} and ${second.text}`,
    entity: null,
    sort: "pair",
    isPlural: true,
    owner: null,
    members: [first, second],
  };
}

/**
 * "he", "she", "they", "it": the latest speaker or subject that fits.
 * @param inside subjects named in the same sentence before the pronoun
 */
export function resolvePronoun(
  { low: pronoun, start }: Pick<Token, "low" | "start">,
  inside: readonly Speaker[],
  memory: Memory,
): Speaker | null {
  if (pronoun === "i" || pronoun === "we") return null;
  recall(memory);
  if (!PERSONAL.has(pronoun)) return latestFit(pronoun, inside, memory);
  const latest = inside.at(-1) ?? memory.history.at(-1);
  const person =
    latest?.sort === "other"
      ? latest
      : (latestFit(pronoun, inside, memory) ?? latestPerson(start, pronoun, memory));
  return inside.length > 0 ? person : unlessUnsure(person, memory);
}

function latestFit(pronoun: string, inside: readonly Speaker[], memory: Memory): Speaker | null {
  const fitting = (speaker: Speaker): boolean => fits(pronoun, speaker, memory);
  const found = inside.findLast(fitting) ?? memory.history.findLast(fitting);
  return found === undefined ? null : inFull(found, memory);
}

/** Persons named since then who were no subjects: one of them may be meant instead. */
function unlessUnsure(person: Speaker | null, { nearby }: Memory): Speaker | null {
  const [only] = nearby;
  if (only === undefined) return person;
  const surname = (speaker: Speaker): string => fold(speaker.text).split(" ").at(-1) ?? "";
  if (person === null) return nearby.length === 1 && only.opens === true ? only : null;
  const isKnown = person.entity !== null;
  const isSame = nearby.every((other) => surname(other) === surname(person));
  return isSame || isKnown ? person : null;
}

const PERSONAL: ReadonlySet<string> = new Set(["he", "she"]);

function fits(pronoun: string, speaker: Speaker, memory: Memory): boolean {
  switch (pronoun) {
    case "they":
      return speaker.isPlural;
    case "it":
      return ["body", "document", "outlet", "other"].includes(speaker.sort);
    default: {
      if (speaker.sort === "people") return isOnePerson(speaker);
      if (speaker.sort !== "person") return false;
      const gender =
        speaker.entity === null ? undefined : memory.entities.get(speaker.entity)?.gender;
      return gender === undefined || gender === (pronoun === "she" ? "f" : "m");
    }
  }
}

/** "a spokesman", but no company. */
function isOnePerson({ text, isPlural }: Speaker): boolean {
  const words = fold(text).split(" ");
  return !isPlural && words.some((word) => ENGLISH.titles.has(word) || ONE_PERSON.has(word));
}

const ONE_PERSON: ReadonlySet<string> = new Set(
  `spokesman spokeswoman spokesperson official source man woman witness resident officer aide doctor
   soldier fighter farmer teacher scientist researcher owner survivor judge lawyer`.split(/\s+/),
);

/** The fullest form in which the article names whom a pronoun means. */
function inFull(speaker: Speaker, memory: Memory): Speaker {
  if (speaker.members !== undefined) {
    return pairOf(inFull(speaker.members[0], memory), inFull(speaker.members[1], memory));
  }
  if (speaker.sort !== "person") return speaker;
  const full =
    speaker.entity === null
      ? memory.surnames.get(fold(speaker.text).split(" ").at(-1) ?? "")
      : memory.fullNames.get(speaker.entity);
  return full === undefined ? speaker : { ...speaker, text: full };
}

function latestPerson(before: number, pronoun: string, memory: Memory): Speaker | null {
  let latest: PersonMention | null = null;
  for (const mention of memory.mentions) {
    if (mention.start >= before || (latest !== null && mention.start < latest.start)) continue;
    if (fits(pronoun, personOf(mention), memory)) latest = mention;
  }
  return latest === null ? null : inFull(personOf(latest), memory);
}

function personOf(mention: PersonMention): Speaker {
  return {
    text: mention.name,
    entity: mention.entity,
    sort: "person",
    isPlural: false,
    owner: null,
  };
}

/** "the Libyan foreign minister": the person described in the same words before. */
export function resolveRole(
  first: Token,
  words: string,
  noun: string,
  memory: Memory,
): Speaker | null {
  if (first.low !== "the") return null;
  const role = roleWords(words);
  const head =
    roleWords(noun) === noun && !role.includes(noun)
      ? (role.split(" ").at(-1) ?? noun)
      : roleWords(noun);
  const wanted = role.split(/\W+/).filter((word) => word.length > 3 || word === head);
  const nations = words.match(/(?<=\s)\p{Lu}[\p{L}]+/gu)?.map(fold) ?? [];
  let best: { readonly mention: PersonMention; readonly score: number } | null = null;
  for (const mention of memory.mentions) {
    if (mention.start >= first.start) continue;
    const shares = (word: string): boolean =>
      mention.described.some((other) => isSameWord(word, other));
    if (!wanted.some((word) => isRoleNoun(word) && shares(word)) || !nations.every(shares))
      continue;
    const score = wanted.filter(shares).length;
    if (best === null || score >= best.score) best = { mention, score };
  }
  return best === null ? null : inFull(personOf(best.mention), memory);
}

function isRoleNoun(word: string): boolean {
  return ENGLISH.titles.has(word);
}

/** `libya` and `libyan`, `turkey` and `turkish` (the first four letters of longer words). */
function isSameWord(first: string, second: string): boolean {
  if (first === second) return true;
  return first.length > 3 && second.length > 3 && first.slice(0, 4) === second.slice(0, 4);
}

/** "the two parties", "both countries": the latest two that were named together. */
export function resolveCouple(
  tokens: readonly Token[],
  phrase: NounPhrase,
  noun: string,
  memory: Memory,
): Speaker | null {
  const isCouple = tokens
    .slice(phrase.from, phrase.to)
    .some((token) => token.low === "two" || token.low === "both");
  if (!isCouple) return null;
  recall(memory);
  if (ENGLISH.states.has(noun)) return memory.couples.at(-1) ?? null;
  if (!ENGLISH.pairs.has(noun)) return null;
  const pair = memory.history.findLast((speaker) => speaker.sort === "pair");
  return pair === undefined ? null : inFull(pair, memory);
}
