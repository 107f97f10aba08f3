/** Noun phrases to speakers: names, bodies, documents and people who are not named. */
import { fold } from "../../text/fold.js";
import { WordFilter } from "../../text/word-filter.js";
import { pairOf, resolveCouple, resolvePronoun, resolveRole } from "./antecedents.js";
import { ENGLISH } from "./attribution-words.js";
import { COMPLEMENTED, type NounPhrase, PRONOUNS, subjectBefore } from "./noun-phrases.js";
import { personsNamed } from "./person-memory.js";
import { isFunctionWord, isIn, isTitle, type TokenRange } from "./proper-names.js";
import { type Memory, mention, mentionOf, postpone, type Speaker } from "./speaker-memory.js";
import { isState } from "./state-names.js";
import type { Token } from "./tokens.js";

/**
 * Where a phrase stands: as subject of any clause, beside a verb of speaking, or where nothing but a
 * speaker can stand ("said the farmer", "according to").
 */
export type Place = "subject" | "speaker" | "certain";

/** The speaker that a noun phrase names; null where it is nobody who could speak. */
export function readSpeaker(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  memory: Memory,
  place: Place = "speaker",
): Speaker | null {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  if (first === undefined || last === undefined || last.isPossessive) return null;
  const pronoun = first.name === null && phrase.to - phrase.from === 1 ? pronounOf(first) : null;
  if (pronoun !== null && (phrase.name === null || pronoun !== first.low)) {
    return pronoun === "who" || pronoun === "which"
      ? antecedentOfWho(text, tokens, phrase.from, memory)
      : resolvePronoun(
          { low: pronoun, start: first.start },
          subjectsOf(text, tokens.slice(0, phrase.from), memory),
          memory,
        );
  }
  if (
    ENGLISH.mute.has(last.low) &&
    last.name === null &&
    (phrase.name === null || phrase.to === 1)
  ) {
    return null;
  }
  const speaker =
    phrase.name === null
      ? readNoun(text, tokens, phrase, memory, place)
      : readName(text, tokens, phrase, phrase.name, memory, place);
  if (speaker === null || phrase.beside === null) return speaker;
  const beside = readSpeaker(text, tokens, phrase.beside, memory, place);
  return beside === null ? speaker : pairOf(beside, speaker);
}

/** "he", "they've" without its verb. */
export function pronounOf({ low }: Token): string | null {
  const pronoun = low.replace(/'(?:ve|d|ll|re)$/, "");
  return PRONOUNS.has(pronoun) ? pronoun : null;
}

function readName(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  name: TokenRange,
  memory: Memory,
  place: Place,
): Speaker | null {
  const start = tokens[name.from]?.start ?? 0;
  const last = tokens[name.to - 1];
  if (last === undefined) return null;
  const words = text.slice(start, last.end);
  if (name.to - name.from === 1 && last.name === null && isFunctionWord(last)) return null;
  const use = last.name !== null && last.name.end <= last.end ? last.name : null;
  const entity = use?.entity ?? null;
  const type = use === null ? null : (memory.entities.get(use.entity)?.type ?? null);
  const owner = readOwner(text, tokens, phrase, memory);
  const base = { entity, isPlural: false, owner };
  if (type === "person") return { ...base, text: words, sort: "person" };
  const isOutlet =
    memory.outlets.has(fold(words)) ||
    isIn(ENGLISH.outlets, tokens[name.from - 1]) ||
    (entity === null && ENGLISH.media.has(last.low));
  const named = withArticle(text, tokens, name.from, last);
  if (isOutlet) return { ...base, text: named, sort: "outlet", owner: null };
  if (type !== null) return { ...base, text: named, sort: "body" };
  const lastWord = last.low.split(" ").at(-1) ?? "";
  if (ENGLISH.people.has(lastWord)) {
    return readNoun(text, tokens, phrase, memory, place);
  }
  if (isState(words)) return { ...base, text: named, sort: "body" };
  if (ENGLISH.bodies.has(lastWord) || /^\p{Lu}{2,}$/u.test(last.text)) {
    return { ...base, text: withArticle(text, tokens, phrase.from, last), sort: "body" };
  }
  const isTitled = isTitle(tokens[name.from - 1]);
  const isFull = /\s/.test(words) && place !== "subject";
  return readUnknownName(
    text,
    words,
    start,
    last,
    { ...base, isPerson: isTitled || isFull },
    memory,
  );
}

/** A name outside the lexicon: a person where it has several words, a title, or was one before. */
function readUnknownName(
  text: string,
  words: string,
  start: number,
  last: Token,
  base: Pick<Speaker, "entity" | "isPlural" | "owner"> & { readonly isPerson: boolean },
  memory: Memory,
): Speaker {
  const { isPerson, ...rest } = base;
  const isFull = /\s/.test(words);
  const surname = last.low;
  const employer = rest.owner ?? memory.employers.get(surname) ?? null;
  if (!isPerson && !memory.surnames.has(surname)) return { ...rest, text: words, sort: "other" };
  if (isFull || !memory.surnames.has(surname)) memory.surnames.set(surname, words);
  if (employer !== null) memory.employers.set(surname, employer);
  mention(memory, () => mentionOf(text, words, null, start, last.end));
  return { ...rest, text: words, sort: "person", owner: employer };
}

/** Only a medium owns its reporters; "Libya's Najla Mangoush" has no carrier. */
function readOwner(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  memory: Memory,
): string | null {
  const { owner } = phrase;
  if (owner === null) return null;
  const first = tokens[owner.from];
  const last = tokens[owner.to - 1];
  if (first === undefined || last === undefined) return null;
  const words = text.slice(first.start, last.end).replace(/['’ʼ]s$/u, "");
  return memory.outlets.has(fold(words)) || isIn(ENGLISH.outlets, tokens[owner.from - 1])
    ? words
    : null;
}

function withArticle(text: string, tokens: readonly Token[], from: number, last: Token): string {
  const first = tokens[from];
  const before = tokens[from - 1];
  const start = before?.low === "the" && !before.isQuoted ? before.start : (first?.start ?? 0);
  return text.slice(start, last.end);
}

/** "the Libyan foreign minister", "Security Council diplomats", "a statement issued by …". */
function readNoun(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  memory: Memory,
  place: Place,
): Speaker | null {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  const headAt = headOf(tokens, phrase);
  const head = tokens[headAt];
  if (first === undefined || last === undefined || head === undefined) return null;
  const words = text.slice(first.start, last.end);
  const noun = head.low.split(" ").at(-1) ?? head.low;
  if (ENGLISH.mute.has(noun)) return null;
  const base = { text: words, entity: null, isPlural: isPlural(noun), owner: null };
  if (ENGLISH.documents.has(noun)) {
    return { ...base, entity: entityAtEnd(tokens, phrase.to - 1), sort: "document" };
  }
  const couple = resolveCouple(tokens, phrase, noun, memory);
  if (couple !== null) return couple;
  if (ENGLISH.outlets.has(noun)) return { ...base, sort: "outlet" };
  if (ENGLISH.people.has(noun)) {
    const named = base.isPlural ? null : resolveRole(first, words, noun, memory);
    return named ?? { ...base, sort: "people" };
  }
  if (ENGLISH.bodies.has(noun)) {
    return { ...base, entity: entityAtEnd(tokens, headAt), sort: "body" };
  }
  return place === "certain" && couldSpeak(head) ? { ...base, sort: "people" } : null;
}

/** A noun of no list where only a speaker can stand: "said the farmer", "her rep told …". */
function couldSpeak({ low, isCapital, text }: Token): boolean {
  if (isCapital || !/^\p{L}{3,}/u.test(text) || /(?:ing|[^e]ed)$/.test(low)) return false;
  return !(
    ENGLISH.prepositions.has(low) ||
    ENGLISH.openers.has(low) ||
    ENGLISH.adverbs.has(low) ||
    ENGLISH.determiners.has(low) ||
    ENGLISH.finite.has(low) ||
    ENGLISH.times.has(low)
  );
}

/** The noun that carries the phrase: the last one before "of", "issued by" and the like. */
function headOf(tokens: readonly Token[], phrase: NounPhrase): number {
  for (let at = phrase.from + 1; at < phrase.to; at += 1) {
    const token = tokens[at];
    const isLink =
      isIn(ENGLISH.prepositions, token) ||
      /^(?:issued|released|published|made)$/.test(token?.low ?? "");
    if (isLink) return nounBefore(tokens, phrase.from, at - 1);
  }
  return nounBefore(tokens, phrase.from, phrase.to - 1);
}

/** "two people | close to her": an adjective between the noun and its complement. */
function nounBefore(tokens: readonly Token[], from: number, last: number): number {
  if (!isIn(COMPLEMENTED, tokens[last])) return last;
  for (let at = last; at >= Math.max(from, last - 1); at -= 1) {
    const token = tokens[at];
    if (isIn(ENGLISH.people, token) || isIn(ENGLISH.bodies, token)) return at;
  }
  return last;
}

function isPlural(noun: string): boolean {
  return (
    (noun.endsWith("s") && !/(?:ss|us|is)$/.test(noun)) ||
    /^(?:people|media|police|men|women)$/.test(noun)
  );
}

/** The entity whose name ends with a token. */
function entityAtEnd(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  return token?.name != null && token.name.end <= token.end ? token.name.entity : null;
}

function antecedentOfWho(
  text: string,
  tokens: readonly Token[],
  at: number,
  memory: Memory,
): Speaker | null {
  const phrase = subjectBefore(tokens, tokens[at - 1]?.text === "," ? at - 1 : at);
  const isPerson =
    phrase !== null && (phrase.name !== null || isIn(ENGLISH.people, tokens[phrase.to - 1]));
  return isPerson ? readSpeaker(text, tokens, phrase, memory) : null;
}

/** Remembers who a sentence is about, once its reports are known. */
export function remember(
  text: string,
  tokens: () => readonly Token[],
  speakers: readonly Speaker[],
  memory: Memory,
): void {
  postpone(memory, () => rememberNow(text, tokens(), speakers, memory));
}

function rememberNow(
  text: string,
  tokens: readonly Token[],
  speakers: readonly Speaker[],
  memory: Memory,
): void {
  const subjects = subjectsOf(text, tokens, memory);
  const named = speakers.filter((speaker) => speaker.sort !== "open");
  memory.history.push(...subjects, ...named);
  if (subjects.length + named.length > 0) memory.nearby.length = 0;
  else memory.nearby.push(...personsNamed(text, tokens));
  for (const couple of couplesIn(text, tokens, memory)) memory.couples.push(couple);
}

/** Named persons and pairs that are subjects of a clause; other names too where they are wanted. */
export function subjectsOf(
  text: string,
  tokens: readonly Token[],
  memory: Memory,
  withOthers = false,
): Speaker[] {
  const subjects: Speaker[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.isQuoted || !token.isWord || !isFiniteLike(token)) continue;
    const phrase = subjectBefore(tokens, index);
    if (phrase?.name == null) continue;
    const speaker = readSpeaker(text, tokens, phrase, memory, "subject");
    const isWanted = speaker?.sort === "person" || speaker?.sort === "pair" || withOthers;
    if (speaker !== null && isWanted) subjects.push(speaker);
  }
  return subjects;
}

function isFiniteLike(token: Token): boolean {
  const { low, isCapital } = token;
  return !isCapital && ((low.endsWith("ed") && /[a-z]ed$/.test(low)) || FINITE.has(low));
}

const FINITE = new WordFilter(ENGLISH.finite);

/** `Greece and Cyprus`: two names joined, not the end of a longer list. */
function couplesIn(text: string, tokens: readonly Token[], memory: Memory): Speaker[] {
  const couples: Speaker[] = [];
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    const before = tokens[at - 1];
    const behind = tokens[at + 1];
    if (tokens[at]?.low !== "and" || before === undefined || behind === undefined) continue;
    const isList = tokens[at - 2]?.text === ",";
    if (!isPlaceLike(before, memory) || !isPlaceLike(behind, memory) || isList) continue;
    if (before.isQuoted || tokens[at - 2]?.isCapital === true || tokens[at + 2]?.isCapital === true)
      continue;
    couples.push({
      text: text.slice(before.start, behind.end),
      entity: null,
      sort: "pair",
      isPlural: true,
      owner: null,
    });
  }
  return couples;
}

function isPlaceLike(token: Token, memory: Memory): boolean {
  if (!token.isCapital || token.isPossessive || !token.isWord) return false;
  const type = token.name === null ? null : memory.entities.get(token.name.entity)?.type;
  if (type === "person" || type === "agreement" || type === "event") return false;
  return !memory.surnames.has(token.low) && !/(?:ns|ese)$/.test(token.low);
}
