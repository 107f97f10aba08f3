/** Paragraphs and ranges of an article in, pieces of text with the ranges that cover them out. */
import type { Paragraph } from "../../shapes.js";

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Piece<T extends Range> {
  readonly words: string;
  /** Ranges that cover the piece. */
  readonly marks: readonly T[];
}

/** Cuts a paragraph wherever one of the ranges starts or ends; overlaps are cut too. */
export function cutParagraph<T extends Range>(
  { start, text }: Paragraph,
  ranges: readonly T[],
): readonly Piece<T>[] {
  const end = start + text.length;
  const inside = ranges.filter((range) => range.start < end && range.end > start);
  const cuts = inside.flatMap((range) => [Math.max(range.start, start), Math.min(range.end, end)]);
  const places = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? end;
    return {
      words: text.slice(from - start, to - start),
      marks: inside.filter((range) => range.start <= from && range.end >= to),
    };
  });
}

/** The paragraphs that a range touches. */
export function paragraphsAround(
  paragraphs: readonly Paragraph[],
  range: Range,
): readonly Paragraph[] {
  return paragraphs.filter(
    ({ start, text }) => start < range.end && start + text.length > range.start,
  );
}
