/** The living blocks of a page to sums, so that a part's text, links and commas are one subtraction. */
import type { Page, Part } from "./page.js";

export class TextIndex {
  private readonly lengths: Float64Array;
  private readonly links: Float64Array;
  private readonly commas: Float64Array;
  private readonly counts: Float64Array;

  /** @param alive one for each block, 0 for those that were taken out */
  constructor(page: Page, alive: Uint8Array) {
    const size = page.blocks.length + 1;
    this.lengths = new Float64Array(size);
    this.links = new Float64Array(size);
    this.commas = new Float64Array(size);
    this.counts = new Float64Array(size);
    for (const [index, { text, linked }] of page.blocks.entries()) {
      const lives = alive[index] === 1;
      this.lengths[index + 1] = at(this.lengths, index) + (lives ? text.length : 0);
      this.links[index + 1] = at(this.links, index) + (lives ? linked : 0);
      this.commas[index + 1] = at(this.commas, index) + (lives ? countCommas(text) : 0);
      this.counts[index + 1] = at(this.counts, index) + (lives ? 1 : 0);
    }
  }

  length({ first, end }: Part): number {
    return at(this.lengths, end) - at(this.lengths, first);
  }

  /** Share of the text that is links, 0 to 1. */
  linkDensity(part: Part): number {
    const length = this.length(part);
    return length === 0 ? 0 : (at(this.links, part.end) - at(this.links, part.first)) / length;
  }

  countCommas({ first, end }: Part): number {
    return at(this.commas, end) - at(this.commas, first);
  }

  countBlocks({ first, end }: Part): number {
    return at(this.counts, end) - at(this.counts, first);
  }
}

/** Commas of the scripts that news is written in. */
const COMMAS = new Set([
  0x2c, 0x60c, 0xfe50, 0xfe10, 0xfe11, 0x2e41, 0x2e34, 0x2e32, 0xff0c, 0x3001,
]);

export function countCommas(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (COMMAS.has(text.charCodeAt(index))) count += 1;
  }
  return count;
}

function at(sums: Float64Array, index: number): number {
  return sums[index] ?? 0;
}
