/** A text without its white space, each letter with its offset: joins and hard wraps hide no words. */

/** Half-open, in letters. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Places that are tried before the first one will do. */
const TRIES = 50;

export class Letters {
  private readonly letters: string;
  private readonly offsets: Uint32Array;

  constructor(readonly raw: string) {
    this.letters = lettersOf(raw);
    this.offsets = new Uint32Array(this.letters.length);
    let found = 0;
    for (let offset = 0; offset < raw.length && found < this.letters.length; offset += 1) {
      if (raw.charCodeAt(offset) !== this.letters.charCodeAt(found)) continue;
      this.offsets[found] = offset;
      found += 1;
    }
  }

  get length(): number {
    return this.letters.length;
  }

  /** The raw text between two letters, white space around it included. */
  between(start: number, end: number): string {
    const from = start === 0 ? 0 : this.offsetOf(start - 1) + 1;
    return this.raw.slice(from, this.offsetOf(end));
  }

  /** Where words stand from a letter on; they may have come apart. Empty where they are not found. */
  locate(words: string, from: number): readonly Range[] {
    const whole = lettersOf(words);
    const start = this.find(whole, from, whole.length < SHORT);
    return start === -1 ? this.locateParts(whole, from) : [{ start, end: start + whole.length }];
  }

  /** Where words stand whole from a letter on, by preference on a line of their own; -1 nowhere. */
  find(whole: string, from: number, prefersLine: boolean, isFree = anywhere): number {
    let first = -1;
    let at = whole === "" ? -1 : this.letters.indexOf(whole, from);
    for (let tries = 0; at !== -1 && tries < TRIES; tries += 1) {
      const range = { start: at, end: at + whole.length };
      const goesOn = isFree(range);
      if (goesOn === at) {
        if (!prefersLine || this.startsLine(at) || this.endsLine(range.end)) return at;
        if (first === -1) first = at;
      }
      at = this.letters.indexOf(whole, Math.max(at + 1, goesOn));
    }
    return first;
  }

  /** Words that lost a hyphen, or had something taken out of their middle. */
  private locateParts(whole: string, from: number): readonly Range[] {
    const parts: Range[] = [];
    let done = 0;
    while (done < whole.length && parts.length < MAX_PARTS) {
      const after = parts.at(-1)?.end;
      const rest = this.letters.slice(
        after ?? from,
        after === undefined ? undefined : after + NEAR,
      );
      const found = firstFound(rest, [KEY, KEY / 2], whole, done);
      if (found === -1) break;
      const start = (after ?? from) + found;
      const length = this.sharedLength(start, whole, done);
      parts.push({ start, end: start + length });
      done += length;
    }
    return parts;
  }

  private sharedLength(start: number, whole: string, done: number): number {
    let length = 0;
    while (
      done + length < whole.length &&
      this.letters.charCodeAt(start + length) === whole.charCodeAt(done + length)
    ) {
      length += 1;
    }
    return length;
  }

  private startsLine(start: number): boolean {
    return start === 0 || LINE_BREAK.test(this.between(start, start));
  }

  private endsLine(end: number): boolean {
    return end === this.letters.length || LINE_BREAK.test(this.between(end, end));
  }

  private offsetOf(letter: number): number {
    return this.offsets[letter] ?? this.raw.length;
  }
}

export function lettersOf(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The first words that stand in a text, by as many letters of them as are found. */
function firstFound(text: string, lengths: readonly number[], words: string, at: number): number {
  for (const length of lengths) {
    const found = text.indexOf(words.slice(at, at + length));
    if (found !== -1) return found;
  }
  return -1;
}

function anywhere({ start }: Range): number {
  return start;
}

/** Letters that may stand inside other words by chance. */
const SHORT = 40;
/** Letters that tell where words go on. */
const KEY = 12;
/** Letters in which they must go on. */
const NEAR = 2000;
const MAX_PARTS = 200;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/u;
