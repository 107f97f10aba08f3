/** Terms of a vocabulary to one trie over words, and a text to every use of any of them in one pass. */
import { arabicForms, splitWords, type Word, withArabicClitics } from "./words.js";

export interface TermEntry<T> {
  /** As a desk writes it: `*` at the end of a word lets the word run on. */
  readonly term: string;
  /** Whether the letters must stand in the same case, with the same accents. */
  readonly exactCase: boolean;
  readonly value: T;
}

/** A use of a term: the words `first` to `last` of the text, ends included. */
export interface TermMatch<T> {
  readonly entry: TermEntry<T>;
  readonly first: number;
  readonly last: number;
}

export interface TermIndex<T> {
  readonly root: TermNode<T>;
  /** Hashes of the letters that terms begin with: most words of a text begin none. */
  readonly openings: Uint8Array;
  /** What a folded word begins, as far as it was asked. */
  readonly begun: Map<string, readonly TermNode<T>[]>;
}

interface TermNode<T> {
  /** By the next word, folded. */
  readonly words: Map<string, TermNode<T>>;
  /** By the beginning of the next word, where the term lets it run on. */
  readonly beginnings: Map<string, TermNode<T>>;
  /** Lengths that occur among the beginnings, ascending. */
  readonly lengths: number[];
  readonly entries: IndexedEntry<T>[];
}

interface IndexedEntry<T> {
  readonly entry: TermEntry<T>;
  /** Letters of each word in composed form and whether it may run on; empty where the case is free. */
  readonly letters: readonly { readonly written: string; readonly runsOn: boolean }[];
}

/** Builds the trie; a term without a word is left out. */
export function indexTerms<T>(entries: Iterable<TermEntry<T>>): TermIndex<T> {
  const root = newNode<T>();
  const openings = new Uint8Array(OPENINGS);
  for (const entry of entries) {
    const words = splitWords(entry.term);
    if (words.length === 0) continue;
    const end = words.reduce((node, word, at) => {
      const key = keyOf(word.folded, at === 0 || word.joined);
      return entry.term[word.end] === "*" ? stepToBeginning(node, key) : stepToWord(node, key);
    }, root);
    noteOpenings(openings, words[0]?.folded ?? "", entry.term[words[0]?.end ?? 0] === "*");
    end.entries.push({ entry, letters: entry.exactCase ? lettersOf(entry.term, words) : [] });
  }
  return { root, openings, begun: new Map() };
}

const OPENINGS = 1 << 16;
/** Letters of a word that tell whether a term may begin with it. */
const OPENING = 3;

function noteOpenings(openings: Uint8Array, folded: string, runsOn: boolean): void {
  for (const form of withArabicClitics(folded)) {
    const isShort = runsOn && form.length < OPENING;
    openings[openingOf(form, isShort ? form.length : OPENING)] = 1;
  }
  // What is written together with so short a word may be all that an opening shows.
  if (runsOn && folded.length < OPENING && ARABIC.test(folded)) openings.fill(1);
}

const ARABIC = /^[\u0600-\u06ff]/;

function mayBegin(openings: Uint8Array, folded: string): boolean {
  return (
    openings[openingOf(folded, OPENING)] === 1 ||
    openings[openingOf(folded, 2)] === 1 ||
    openings[openingOf(folded, 1)] === 1
  );
}

/** A number for the first letters of a word and how many they are. */
function openingOf(folded: string, length: number): number {
  let hash = length;
  for (let at = 0; at < length; at += 1) {
    hash = Math.imul(hash, 0x01000193) ^ (folded.charCodeAt(at) | 0);
  }
  return (hash ^ (hash >>> 16)) & (OPENINGS - 1);
}

function lettersOf(term: string, words: readonly Word[]): IndexedEntry<unknown>["letters"] {
  return words.map(({ start, end }) => ({
    written: term.slice(start, end).normalize("NFC"),
    runsOn: term[end] === "*",
  }));
}

function newNode<T>(): TermNode<T> {
  return { words: new Map(), beginnings: new Map(), lengths: [], entries: [] };
}

/** A word behind a comma or bracket has another key: phrases run on only where terms say so. */
function keyOf(folded: string, joined: boolean): string {
  return joined ? folded : `,${folded}`;
}

function stepToWord<T>(node: TermNode<T>, key: string): TermNode<T> {
  return stepOver(node.words, key);
}

function stepToBeginning<T>(node: TermNode<T>, key: string): TermNode<T> {
  if (!node.lengths.includes(key.length)) {
    node.lengths.push(key.length);
    node.lengths.sort((a, b) => a - b);
  }
  return stepOver(node.beginnings, key);
}

function stepOver<T>(edges: Map<string, TermNode<T>>, key: string): TermNode<T> {
  const known = edges.get(key);
  if (known !== undefined) return known;
  const node = newNode<T>();
  edges.set(key, node);
  return node;
}

/**
 * Finds every use of every term, overlapping ones included, in order of their first word.
 * Arabic words match with and without what is written together with them.
 */
export function matchTerms<T>(
  index: TermIndex<T>,
  text: string,
  words: readonly Word[],
): TermMatch<T>[] {
  const matches: TermMatch<T>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const opening = words[first]?.folded ?? "";
    if (!mayBegin(index.openings, opening)) continue;
    let nodes = nodesBegunBy(opening, index);
    for (let last = first; nodes.length > 0; ) {
      for (const { entries } of nodes) {
        for (const { entry, letters } of entries) {
          if (stand(letters, text, words, first)) matches.push({ entry, first, last });
        }
      }
      last += 1;
      const word = words[last];
      if (word === undefined) break;
      nodes = stepAll(nodes, word.folded, word.joined);
    }
  }
  return matches;
}

/** First words that are remembered per index. */
const KEPT_WORDS = 50_000;

function nodesBegunBy<T>(folded: string, { root, begun }: TermIndex<T>): readonly TermNode<T>[] {
  const known = begun.get(folded);
  if (known !== undefined) return known;
  const nodes = stepAll([root], folded, true);
  if (begun.size >= KEPT_WORDS) begun.clear();
  begun.set(folded, nodes);
  return nodes;
}

function stepAll<T>(
  nodes: readonly TermNode<T>[],
  folded: string,
  joined: boolean,
): readonly TermNode<T>[] {
  const next: TermNode<T>[] = [];
  const add = (node: TermNode<T> | undefined) => {
    if (node !== undefined && !next.includes(node)) next.push(node);
  };
  for (const form of arabicForms(folded)) {
    const key = keyOf(form, joined);
    for (const node of nodes) {
      add(node.words.get(key));
      for (const length of node.lengths) {
        if (length > key.length) break;
        add(node.beginnings.get(key.slice(0, length)));
      }
    }
  }
  return next;
}

/** Whether the text has the very letters, from a word on. */
function stand(
  letters: IndexedEntry<unknown>["letters"],
  text: string,
  words: readonly Word[],
  first: number,
): boolean {
  return letters.every(({ written, runsOn }, at) => {
    const word = words[first + at];
    if (word === undefined) return false;
    const standing = text.slice(word.start, word.end).normalize("NFC");
    return runsOn ? standing.startsWith(written) : standing === written;
  });
}

/**
 * The uses that stand where uses overlap: the longer before the shorter, then the earlier; of two
 * on the same words the one that `prefer` ranks higher, then the one that came first.
 */
export function withoutOverlaps<T>(
  matches: readonly TermMatch<T>[],
  prefer: (value: T) => number = () => 0,
): TermMatch<T>[] {
  const length = (match: TermMatch<T>) => match.last - match.first;
  const ranked = [...matches].sort(
    (a, b) =>
      length(b) - length(a) || a.first - b.first || prefer(b.entry.value) - prefer(a.entry.value),
  );
  const taken = new Set<number>();
  const kept = ranked.filter((match) => {
    for (let word = match.first; word <= match.last; word += 1) if (taken.has(word)) return false;
    for (let word = match.first; word <= match.last; word += 1) taken.add(word);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}
