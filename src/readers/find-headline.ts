/** Lines of a flattened page to the one that is the headline of what follows. */
import type { LineShape } from "./line-scores.js";

const TITLE = { words: [3, 30], above: 3, least: 0.8, better: 1.1 } as const;
/** How far the words of a headline are looked for: lines, and lines of prose among them. */
const REACH = { lines: 40, prose: 10 } as const;

/** The line above prose whose words that prose says most often; -1 where none shows itself. */
export function findHeadline(shapes: readonly LineShape[]): number {
  let best = -1;
  let most: number = TITLE.least / TITLE.better;
  for (const [index, shape] of shapes.entries()) {
    if (!mayBeTitle(shape)) continue;
    if (shapes.slice(Math.max(0, index - TITLE.above), index).some(isArticleProse)) continue;
    const told = toldBelow(shapes, index, shape) - toldAbove(shapes, index, shape);
    if (told > most * TITLE.better) [best, most] = [index, told];
  }
  return best;
}

function isArticleProse({ kind, score }: LineShape): boolean {
  return kind === "prose" && score > 0;
}

function mayBeTitle({ text, words, kind, stems }: LineShape): boolean {
  const fits = words >= TITLE.words[0] && words <= TITLE.words[1] && stems.size >= 2;
  return fits && (kind === "other" || kind === "prose") && !/[.…:]$|\|/u.test(text);
}

function toldBelow(shapes: readonly LineShape[], index: number, title: LineShape): number {
  let told = 0;
  let seen = 0;
  for (let below = index + 1; below <= index + REACH.lines && seen < REACH.prose; below += 1) {
    const shape = shapes[below];
    if (shape === undefined) break;
    if (!isArticleProse(shape)) continue;
    seen += 1;
    told += sharedStems(title, shape);
  }
  return told;
}

function toldAbove(shapes: readonly LineShape[], index: number, title: LineShape): number {
  const above = shapes.slice(Math.max(0, index - REACH.prose), index).filter(isArticleProse);
  return above.reduce((told, shape) => told + sharedStems(title, shape), 0);
}

/** Neither a label of two words nor a long line of all words wins by its length alone. */
function sharedStems({ stems }: LineShape, other: LineShape): number {
  let shared = 0;
  for (const stem of stems) if (other.stems.has(stem)) shared += 1;
  return shared / Math.sqrt(stems.size);
}
