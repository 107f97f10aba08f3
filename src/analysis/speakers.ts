/** Noun phrases to speakers: names, bodies and unnamed people; pronouns and roles to whom they mean. */
import type { NameUse } from "../model/analysis.js";
import type { Entity, Lexicon } from "../model/lexicon.js";
import { fold } from "../text/fold.js";
import { ENGLISH, ROLE_NAMES } from "./attribution-words.js";
import { isIn, isTitle, type NounPhrase, PRONOUNS, subjectBefore } from "./noun-phrases.js";
import type { Token } from "./tokens.js";

export interface Speaker {
  readonly text: string;
  readonly entity: string | null;
  readonly sort: "person" | "pair" | "body" | "people" | "document" | "outlet" | "other";
  readonly isPlural: boolean;
  /** The medium that a reporter works for: `Al Jazeera's Mahmoud Abdelwahed`. */
  readonly owner: string | null;
  /** The two of a pair. */
  readonly members?: readonly [Speaker, Speaker];
}

/** What the desk knows of names; both parts may be empty. */
export type KnownNames = Pick<Lexicon, "entities" | "outlets">;

/** Who was named so far in one article, asked in text order. */
export interface Memory {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly outlets: ReadonlySet<string>;
  /** Folded forms of each name by entity, the longest first: what a pronoun is resolved to. */
  readonly fullNames: ReadonlyMap<string, string>;
  readonly mentions: PersonMention[];
  /** Speakers and subjects of the sentences read so far. */
  readonly history: Speaker[];
  /** Names joined by "and": what "both countries" may mean. */
  readonly couples: Speaker[];
  /** Unknown full names by their folded last word. */
  readonly surnames: Map<string, string>;
  /** Media that reporters were said to work for. */
  readonly employers: Map<string, string>;
}

/** A person's name with the words about it: titles before, an apposition behind. */
interface PersonMention {
  readonly name: string;
  readonly entity: string | null;
  readonly start: number;
  readonly description: string;
}

export function startMemory(
  text: string,
  names: readonly NameUse[],
  known: KnownNames | undefined,
): Memory {
  const { entities, outlets } = known === undefined ? NOTHING_KNOWN : indexNames(known);
  const fullNames = new Map<string, string>();
  for (const use of names) {
    const kept = fullNames.get(use.entity);
    if (kept === undefined || use.text.length > kept.length) fullNames.set(use.entity, use.text);
  }
  const mentions = names
    .filter((use) => entities.get(use.entity)?.type === "person")
    .map((use) => mentionOf(text, use.text, use.entity, use.start, use.end));
  return {
    entities,
    outlets,
    fullNames,
    mentions,
    history: [],
    couples: [],
    surnames: new Map(),
    employers: new Map(),
  };
}

type NameIndex = Pick<Memory, "entities" | "outlets">;
const NOTHING_KNOWN: NameIndex = { entities: new Map(), outlets: new Set() };
/** One index for all articles of a run. */
const indexes = new WeakMap<KnownNames, NameIndex>();

function indexNames(known: KnownNames): NameIndex {
  const kept = indexes.get(known);
  if (kept !== undefined) return kept;
  const index = {
    entities: new Map(known.entities.entities.map((entity) => [entity.id, entity])),
    outlets: new Set(known.outlets.outlets.flatMap((outlet) => outlet.names.map(fold))),
  };
  indexes.set(known, index);
  return index;
}

function mentionOf(
  text: string,
  name: string,
  entity: string | null,
  start: number,
  end: number,
): PersonMention {
  const before =
    /[^.,;:!?\n“"”(]*(?:,\s)?$/.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? "";
  const behind = /^,\s(?:the\s)?[^,.;\n]{3,80}/.exec(text.slice(end, end + 90))?.[0] ?? "";
  return { name, entity, start, description: roleWords(`${before} ${behind}`) };
}

/** Folds a description and gives roles their plain name: "top diplomat" becomes "foreign minister". */
function roleWords(words: string): string {
  let folded = fold(words);
  for (const [pattern, role] of ROLE_NAMES) folded = folded.replace(pattern, role);
  return folded;
}

/** The speaker that a noun phrase names; null where it is nobody who could speak. */
export function readSpeaker(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  memory: Memory,
  isSubjectOnly = false,
): Speaker | null {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  if (first === undefined || last === undefined || last.isPossessive) return null;
  if (phrase.name === null && phrase.to - phrase.from === 1 && PRONOUNS.has(first.low)) {
    return resolvePronoun(text, tokens, phrase.from, memory);
  }
  const speaker =
    phrase.name === null
      ? readNoun(text, tokens, phrase, memory)
      : readName(text, tokens, phrase, phrase.name, memory, isSubjectOnly);
  if (speaker === null || phrase.beside === null) return speaker;
  const beside = readSpeaker(text, tokens, phrase.beside, memory, isSubjectOnly);
  return beside === null ? speaker : pairOf(beside, speaker);
}

function pairOf(first: Speaker, second: Speaker): Speaker {
  return {
    text: `${first.text} and ${second.text}`,
    entity: null,
    sort: "pair",
    isPlural: true,
    owner: null,
    members: [first, second],
  };
}

function readName(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  name: { readonly from: number; readonly to: number },
  memory: Memory,
  isSubjectOnly: boolean,
): Speaker | null {
  const start = tokens[name.from]?.start ?? 0;
  const last = tokens[name.to - 1];
  if (last === undefined) return null;
  const words = text.slice(start, last.end);
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
    return readNoun(text, tokens, phrase, memory);
  }
  if (ENGLISH.bodies.has(lastWord) || /^\p{Lu}{2,}$/u.test(last.text)) {
    return { ...base, text: withArticle(text, tokens, phrase.from, last), sort: "body" };
  }
  const isTitled = isTitle(tokens[name.from - 1]);
  const isFull = /\s/.test(words) && !isSubjectOnly;
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
  memory.mentions.push(mentionOf(text, words, null, start, last.end));
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
): Speaker | null {
  const first = tokens[phrase.from];
  const last = tokens[phrase.to - 1];
  const headAt = headOf(tokens, phrase);
  const head = tokens[headAt];
  if (first === undefined || last === undefined || head === undefined) return null;
  const words = text.slice(first.start, last.end);
  const noun = head.low.split(" ").at(-1) ?? head.low;
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
  return null;
}

/** The noun that carries the phrase: the last one before "of", "issued by" and the like. */
function headOf(tokens: readonly Token[], phrase: NounPhrase): number {
  for (let at = phrase.from + 1; at < phrase.to; at += 1) {
    const token = tokens[at];
    const isLink =
      isIn(ENGLISH.prepositions, token) ||
      /^(?:issued|released|published|made)$/.test(token?.low ?? "");
    if (isLink) return at - 1;
  }
  return phrase.to - 1;
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

/** "he", "she", "they", "it", "who": the latest speaker or subject that fits. */
function resolvePronoun(
  text: string,
  tokens: readonly Token[],
  at: number,
  memory: Memory,
): Speaker | null {
  const pronoun = tokens[at]?.low ?? "";
  if (pronoun === "i" || pronoun === "we") return null;
  if (pronoun === "who" || pronoun === "which") return antecedentOfWho(text, tokens, at, memory);
  const inside = subjectsOf(text, tokens.slice(0, at), memory);
  const candidates = [...memory.history, ...inside];
  const latest = candidates.at(-1);
  if (latest?.sort === "other" && PERSONAL.has(pronoun)) return latest;
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const speaker = candidates[index];
    if (speaker !== undefined && fits(pronoun, speaker, memory)) return inFull(speaker, memory);
  }
  if (pronoun === "he" || pronoun === "she")
    return latestPerson(tokens[at]?.start ?? 0, pronoun, memory);
  return null;
}

const PERSONAL: ReadonlySet<string> = new Set(["he", "she"]);

function antecedentOfWho(
  text: string,
  tokens: readonly Token[],
  at: number,
  memory: Memory,
): Speaker | null {
  const phrase = subjectBefore(tokens, tokens[at - 1]?.text === "," ? at - 1 : at);
  return phrase?.name == null ? null : readSpeaker(text, tokens, phrase, memory);
}

function fits(pronoun: string, speaker: Speaker, memory: Memory): boolean {
  switch (pronoun) {
    case "they":
      return speaker.isPlural;
    case "it":
      return speaker.sort === "body" || speaker.sort === "document";
    default: {
      if (speaker.sort !== "person") return false;
      const gender =
        speaker.entity === null ? undefined : memory.entities.get(speaker.entity)?.gender;
      return gender === undefined || gender === (pronoun === "she" ? "f" : "m");
    }
  }
}

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
function resolveRole(first: Token, words: string, noun: string, memory: Memory): Speaker | null {
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
    const described = mention.description.split(/[^\p{L}\p{N}]+/u);
    const shares = (word: string): boolean => described.some((other) => isSameWord(word, other));
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
function resolveCouple(
  tokens: readonly Token[],
  phrase: NounPhrase,
  noun: string,
  memory: Memory,
): Speaker | null {
  const isCouple = tokens
    .slice(phrase.from, phrase.to)
    .some((token) => token.low === "two" || token.low === "both");
  if (!isCouple) return null;
  if (ENGLISH.states.has(noun)) return memory.couples.at(-1) ?? null;
  if (!ENGLISH.pairs.has(noun)) return null;
  const pair = memory.history.findLast((speaker) => speaker.sort === "pair");
  return pair === undefined ? null : inFull(pair, memory);
}

/** Learns the full names behind a title, which may come by their surname alone later or before. */
export function learnNames(text: string, tokens: readonly Token[], memory: Memory): void {
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    if (!isTitle(tokens[at]) || tokens[at]?.isQuoted !== false) continue;
    let to = at + 1;
    while (isNameWord(tokens[to])) to += 1;
    const first = tokens[at + 1];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined || to - at < 3 || last.name !== null) continue;
    memory.surnames.set(last.low, text.slice(first.start, last.end));
    memory.mentions.push(
      mentionOf(text, text.slice(first.start, last.end), null, first.start, last.end),
    );
  }
}

function isNameWord(token: Token | undefined): boolean {
  return token?.isWord === true && token.isCapital && !token.isPossessive && !isTitle(token);
}

/** Remembers who a sentence is about, once its reports are known. */
export function remember(
  text: string,
  tokens: readonly Token[],
  speakers: readonly Speaker[],
  memory: Memory,
): void {
  memory.history.push(...subjectsOf(text, tokens, memory), ...speakers);
  for (const couple of couplesIn(text, tokens, memory)) memory.couples.push(couple);
}

/** Named persons and pairs that are subjects of a clause. */
export function subjectsOf(text: string, tokens: readonly Token[], memory: Memory): Speaker[] {
  const subjects: Speaker[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.isQuoted || !token.isWord || !isFiniteLike(token)) continue;
    const phrase = subjectBefore(tokens, index);
    if (phrase?.name == null) continue;
    const speaker = readSpeaker(text, tokens, phrase, memory, true);
    if (speaker !== null && (speaker.sort === "person" || speaker.sort === "pair"))
      subjects.push(speaker);
  }
  return subjects;
}

function isFiniteLike(token: Token): boolean {
  return !token.isCapital && (ENGLISH.finite.has(token.low) || /[a-z]ed$/.test(token.low));
}

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
