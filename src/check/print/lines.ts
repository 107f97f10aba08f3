/** Texts that run on from one to the next in, their words out, block of text by block of text. */
import { type Joining, joinLeftward } from "./leftward-words.js";
import { type Word, wordsIn } from "./word.js";

type Origin = Omit<Word, "text" | "shown">;

export class Lines {
  readonly #words: Word[] = [];
  /** Of the block of text that is open. */
  #block: Word[] = [];
  #open: { text: string; readonly origin: Origin } | null = null;

  constructor(readonly joining: Joining) {}

  /** @param begins whether another block of text begins here */
  add(text: string, begins: boolean, origin: Origin): void {
    // Where a link begins or ends, so does a word: each leads to one place.
    if (begins || this.#open?.origin.href !== origin.href) this.#endWord();
    if (begins) this.#endBlock();
    let own = origin;
    for (const piece of text.split(/([\s\u200b]+)/)) {
      if (piece === "") continue;
      if (/^[\s\u200b]/.test(piece)) this.#endWord();
      else if (this.#open !== null) this.#open.text += piece;
      else {
        this.#open = { text: piece, origin: own };
        own = { ...origin, ids: [] };
      }
    }
  }

  #endWord(): void {
    if (this.#open === null) return;
    const { text, origin } = this.#open;
    for (const word of wordsIn(text)) this.#block.push({ text: word, ...origin });
    this.#open = null;
  }

  #endBlock(): void {
    for (const word of joinLeftward(this.#block, this.joining)) this.#words.push(word);
    this.#block = [];
  }

  words(): readonly Word[] {
    this.#endWord();
    this.#endBlock();
    return this.#words;
  }
}
