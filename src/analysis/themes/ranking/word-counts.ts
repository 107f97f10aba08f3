/** A text to its words, as numbers, and how often it uses each. */
import { type Article, articleText } from "../../../model/article.js";
import { splitWords } from "../../../text/words.js";

export interface WordCounts {
  readonly table: WordTable;
  /** Numbers of the words in the table, in the order in which the text first uses them. */
  readonly words: Int32Array;
  /** Beside each word its uses, those in the title counted twice. */
  readonly uses: Uint32Array;
  /** Words of the text, rare and common ones included. */
  readonly length: number;
}

/** The folded words that have a number, and their numbers. */
export interface WordTable {
  readonly words: string[];
  readonly numbers: Map<string, number>;
  /** By number, in the text that is being counted; 0 between texts. */
  readonly uses: number[];
}

type Counted = Pick<Article, "title" | "paragraphs">;

/** Kept with the article: cheapest while its words have just been split. */
export function readWordCounts(article: Counted): WordCounts {
  const known = read.get(article);
  if (known !== undefined && known.table === table) return known;
  const counts = countWords(article.title, articleText(article));
  read.set(article, counts);
  return counts;
}

const read = new WeakMap<Counted, WordCounts>();

/** Uses in a title count this often. */
const TITLE_WEIGHT = 2;

export function countWords(title: string, text: string): WordCounts {
  const touched: number[] = [];
  const length = addUses(title, TITLE_WEIGHT, touched) + addUses(text, 1, touched);
  const uses = new Uint32Array(touched.length);
  for (const [at, word] of touched.entries()) {
    uses[at] = table.uses[word] ?? 0;
    table.uses[word] = 0;
  }
  return { table, words: Int32Array.from(touched), uses, length };
}

/** @param touched takes the words that the text had not used yet */
function addUses(written: string, weight: number, touched: number[]): number {
  const words = splitWords(written);
  for (const { folded } of words) {
    const number = table.numbers.get(folded) ?? numberOf(folded);
    if (number < 0) continue;
    if (table.uses[number] === 0) touched.push(number);
    table.uses[number] = (table.uses[number] ?? 0) + weight;
  }
  return words.length * weight;
}

const ZERO = 0x30;
const NINE = 0x39;

/** -1 for numbers and single letters. */
function numberOf(folded: string): number {
  const code = folded.charCodeAt(0);
  if (folded.length < 2 || (code >= ZERO && code <= NINE)) return -1;
  const number = table.words.push(folded) - 1;
  table.uses.push(0);
  table.numbers.set(folded, number);
  return number;
}

const MOST_WORDS = 2_000_000;
/** The same for all articles that are compared. */
let table = newTable();

function newTable(): WordTable {
  return { words: [], numbers: new Map(), uses: [] };
}

/** Between corpora: what earlier ones held makes way where it is much, and is counted again. */
export function limitWordTable(): void {
  if (table.words.length > MOST_WORDS) table = newTable();
}
