/** Who was named so far in one article: persons with their roles, speakers, media and their reporters. */
import type { NameUse } from "../../model/analysis.js";
import type { Entity, Lexicon } from "../../model/lexicon.js";
import { fold } from "../../text/fold.js";
import { ROLE_NAMES } from "./attribution-words.js";
import { isTitle } from "./proper-names.js";
import type { Token } from "./tokens.js";

export interface Speaker {
  readonly text: string;
  readonly entity: string | null;
  readonly sort: "person" | "pair" | "body" | "people" | "document" | "outlet" | "other" | "open";
  readonly isPlural: boolean;
  /** The medium that a reporter works for: `Al Jazeera's Mahmoud Abdelwahed`. */
  readonly owner: string | null;
  /** The name opens its sentence. */
  readonly opens?: boolean;
  /** The two of a pair. */
  readonly members?: readonly [Speaker, Speaker];
}

/** One who is no entity of the lexicon and works for no medium. */
export function plainSpeaker(text: string, sort: Speaker["sort"]): Speaker {
  return { text, entity: null, sort, isPlural: false, owner: null };
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
  /** Sentences whose subjects nobody has asked for yet: what adds each to the memory. */
  readonly pending: (() => void)[];
  /** Persons named since the last sentence with a speaker or subject: they make a pronoun unsure. */
  readonly nearby: Speaker[];
  /** Names joined by "and": what "both countries" may mean. */
  readonly couples: Speaker[];
  /** Unknown full names by their folded last word. */
  readonly surnames: Map<string, string>;
  /** Media that reporters were said to work for. */
  readonly employers: Map<string, string>;
}

/** A person's name with the words about it: titles before, an apposition behind. */
export interface PersonMention {
  readonly name: string;
  readonly entity: string | null;
  readonly start: number;
  /** Words about the person, folded. */
  readonly described: readonly string[];
}

/** Sentences back to which an antecedent is looked for, and persons among whom a role is. */
const LONGEST_REACH = 24;
const MOST_MENTIONS = 500;

/** Keeps how a sentence adds to the memory until somebody asks; most are never asked for. */
export function postpone(memory: Memory, add: () => void): void {
  memory.pending.push(add);
  if (memory.pending.length > LONGEST_REACH) memory.pending.shift();
}

/** Keeps a person's name among those whom a role may mean. */
export function mention(memory: Memory, read: () => PersonMention): void {
  if (memory.mentions.length < MOST_MENTIONS) memory.mentions.push(read());
}

/** Adds what was postponed: needed before history, couples or persons nearby are asked. */
export function recall(memory: Memory): void {
  for (const add of memory.pending.splice(0)) add();
  for (const list of [memory.history, memory.couples, memory.nearby]) {
    if (list.length > 4 * LONGEST_REACH) list.splice(0, list.length - 2 * LONGEST_REACH);
  }
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
    .slice(0, MOST_MENTIONS)
    .map((use) => mentionOf(text, use.text, use.entity, use.start, use.end));
  return {
    entities,
    outlets,
    fullNames,
    mentions,
    history: [],
    nearby: [],
    pending: [],
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

export function mentionOf(
  text: string,
  name: string,
  entity: string | null,
  start: number,
  end: number,
): PersonMention {
  const before = clauseBefore(text.slice(Math.max(0, start - 60), start));
  const behind = /^,\s(?:the\s)?[^,.;\n]{3,80}/.exec(text.slice(end, end + 90))?.[0] ?? "";
  return {
    name,
    entity,
    start,
    described: roleWords(`${before} ${behind}`).split(/[^\p{L}\p{N}]+/u),
  };
}

/** The words back to the last mark, a comma right at the end aside. */
function clauseBefore(words: string): string {
  const last = words.endsWith(", ") ? words.length - 2 : words.length;
  let from = last;
  while (from > 0 && !CLAUSE_MARKS.includes(words.charAt(from - 1))) from -= 1;
  return words.slice(from);
}

const CLAUSE_MARKS = '.,;:!?\n“"”(';

/** Folds a description and gives roles their plain name: "top diplomat" becomes "foreign minister". */
export function roleWords(words: string): string {
  let folded = fold(words);
  for (const [pattern, role] of ROLE_NAMES) folded = folded.replace(pattern, role);
  return folded;
}

/** Learns the full names behind a title, which may come by their surname alone later or before. */
export function learnNames(text: string, tokens: readonly Token[], memory: Memory): void {
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    if (tokens[at + 2]?.isCapital !== true || tokens[at]?.isQuoted !== false) continue;
    if (!isTitle(tokens[at])) continue;
    let to = at + 1;
    while (isNameWord(tokens[to])) to += 1;
    const first = tokens[at + 1];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined || to - at < 3 || last.name !== null) continue;
    memory.surnames.set(last.low, text.slice(first.start, last.end));
    mention(memory, () =>
      mentionOf(text, text.slice(first.start, last.end), null, first.start, last.end),
    );
  }
}

function isNameWord(token: Token | undefined): boolean {
  return token?.isWord === true && token.isCapital && !token.isPossessive && !isTitle(token);
}
