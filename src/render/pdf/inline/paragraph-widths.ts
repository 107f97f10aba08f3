/** The pieces of a paragraph in, one by one; the widths of the lines between two of them out. */
import { hangAtEnd } from "./hang-punctuation.js";
import type { Hyphenated } from "./hyphenate.js";
import { isStretchable } from "./justify-line.js";
import type { SizedPiece } from "./piece.js";
import type { Gap } from "./rate-line.js";
import { isEdge, isSpace } from "./trim-line.js";

/** A place where a line may end; lengths in pt from the beginning of the paragraph. */
export interface Opportunity {
  /** Of the piece that the next line begins with, or with whose rest it begins. */
  readonly index: number;
  /** Where in that piece's text a hyphen is put. */
  readonly offset: number | undefined;
  /** Up to the last thing seen on the line, and how much of it is spaces. */
  readonly width: number;
  readonly spaces: number;
  /** Up to the first thing on the next line. */
  readonly nextWidth: number;
  readonly nextSpaces: number;
  /** How many spaces come before the next line. */
  readonly nextGap: number;
}

export const START: Opportunity = {
  index: 0,
  offset: undefined,
  width: 0,
  spaces: 0,
  nextWidth: 0,
  nextSpaces: 0,
  nextGap: 0,
};

export class ParagraphWidths {
  /** pt of all pieces that have passed, and of the spaces among them. */
  width = 0;
  spaces = 0;
  /** pt of the spaces since anything was seen: they are not seen at a line's end. */
  #hanging = 0;
  /** pt of the last thing seen that may stand outside a line that ends with it. */
  #punctuation = 0;
  readonly #gaps: Gap[] = [];

  pass(piece: SizedPiece): void {
    if (isStretchable(piece)) {
      this.#gaps.push({ left: this.width, right: this.width + piece.width });
      this.spaces += piece.width;
    }
    this.width += piece.width;
    if (isSpace(piece)) this.#hanging += piece.width;
    else if (!isEdge(piece) && piece.kind !== "break") {
      this.#hanging = 0;
      this.#punctuation = hangAtEnd(piece);
    }
  }

  /** After the piece that passed last. */
  after(index: number): Opportunity {
    return {
      index: index + 1,
      offset: undefined,
      width: this.width - this.#hanging - this.#punctuation,
      spaces: this.spaces - this.#hanging,
      nextWidth: this.width,
      nextSpaces: this.spaces,
      nextGap: this.#gaps.length,
    };
  }

  /** Within the piece that is to pass next. */
  within(index: number, offset: number, { width }: SizedPiece, parts: Hyphenated): Opportunity {
    return {
      index,
      offset,
      width: this.width + parts.before.width,
      spaces: this.spaces,
      nextWidth: this.width + width - parts.after.width,
      nextSpaces: this.spaces,
      nextGap: this.#gaps.length,
    };
  }

  /** @param shift by which share of their width the spaces of the line are stretched */
  gapsOf(from: Opportunity, to: Opportunity, shift: number): readonly Gap[] {
    const gaps: Gap[] = [];
    let gained = 0;
    for (const { left, right } of this.#gaps.slice(from.nextGap, to.nextGap)) {
      if (left >= to.width) break;
      const begin = left - from.nextWidth + gained;
      gained += (right - left) * shift;
      gaps.push({ left: begin, right: begin + (right - left) * (1 + shift) });
    }
    return gaps;
  }
}
