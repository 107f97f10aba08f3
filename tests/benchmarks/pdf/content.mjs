/** A seed and a number of pages in; headings, paragraphs, lists and tables out, the same every time. */
import { randomFrom } from "../seeded-random.mjs";

const ONSETS = [
  "",
  "b",
  "c",
  "d",
  "f",
  "g",
  "h",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "t",
  "v",
  "st",
  "pr",
  "th",
  "fl",
  "tr",
];
const VOWELS = ["a", "e", "i", "o", "u", "ea", "ou", "io", "ai", "e", "a"];
const CODAS = ["", "", "n", "r", "s", "t", "l", "nd", "st", "ng", "ck", "m", "ffi", "rt"];
const VOCABULARY = 6000;
const WORDS_A_PAGE = 400;

/** One page has 400 words; fifty pages have 20,000 and 7 tables. */
export function writeContent(pages, seed = 20_210_503) {
  const random = randomFrom(seed);
  const writer = new Writer(random);
  const blocks = [{ kind: "heading", level: 1, text: writer.words(6) }];
  const words = pages * WORDS_A_PAGE;
  const everyTable = words / Math.round((pages * 7) / 50);
  let tables = 0;
  for (let count = 6; count < words; ) {
    const group = nextBlocks(writer, random, count > (tables + 0.5) * everyTable);
    if (group.some(({ kind }) => kind === "table")) tables += 1;
    blocks.push(...group);
    count += group.map(wordsIn).reduce((sum, each) => sum + each, 0);
  }
  return blocks;
}

function nextBlocks(writer, random, tableIsDue) {
  if (tableIsDue) return [{ kind: "heading", level: 2, text: writer.words(5) }, writer.table()];
  const kind = random();
  if (kind < 0.12)
    return [{ kind: "heading", level: 2, text: writer.words(5) }, writer.paragraph()];
  if (kind < 0.2) return [writer.list()];
  return [writer.paragraph()];
}

export function wordsIn(block) {
  const texts = [
    block.text,
    ...(block.items ?? []),
    ...(block.head ?? []),
    ...(block.rows ?? []).flat(),
  ];
  return texts
    .filter((text) => text !== undefined)
    .join(" ")
    .split(" ").length;
}

/** Words of a made-up language, as frequent as words are (Zipf, 1935). */
class Writer {
  #random;
  #vocabulary;

  constructor(random) {
    this.#random = random;
    this.#vocabulary = Array.from({ length: VOCABULARY }, (_, rank) => this.#newWord(rank));
  }

  #pick(list) {
    return list[Math.floor(this.#random() * list.length)];
  }

  #newWord(rank) {
    const syllables = 1 + Math.floor(this.#random() * Math.min(4, 1 + Math.log10(rank + 1)));
    const made = Array.from(
      { length: syllables },
      () => this.#pick(ONSETS) + this.#pick(VOWELS) + this.#pick(CODAS),
    );
    return made.join("");
  }

  #word() {
    const rank = Math.floor(VOCABULARY ** this.#random()) - 1;
    return this.#vocabulary[rank];
  }

  words(count) {
    const text = Array.from({ length: count }, () => this.#word()).join(" ");
    return text[0].toUpperCase() + text.slice(1);
  }

  #sentence() {
    const half = this.words(6 + Math.floor(this.#random() * 9));
    const rest = Array.from({ length: 3 + Math.floor(this.#random() * 8) }, () => this.#word());
    return `${half}, ${rest.join(" ")}.`;
  }

  paragraph() {
    const sentences = Array.from({ length: 3 + Math.floor(this.#random() * 4) }, () =>
      this.#sentence(),
    );
    return { kind: "paragraph", text: sentences.join(" ") };
  }

  list() {
    return { kind: "list", items: Array.from({ length: 4 }, () => this.#sentence()) };
  }

  table() {
    const head = Array.from({ length: 5 }, () => this.words(1));
    const rows = Array.from({ length: 22 }, () => [
      this.words(3),
      ...Array.from({ length: 4 }, () => String(Math.floor(this.#random() * 100_000))),
    ]);
    return { kind: "table", head, rows };
  }
}
