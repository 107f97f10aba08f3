/** Text to terminal cells: widths by grapheme (UAX #29, East Asian wide of UAX #11), lines by words. */

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const ASCII = /^[\x20-\x7e]*$/;
const NO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]+$/u;
/** Hangul, kana, Han and full-width forms; pictures that take two cells. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|^\p{Extended_Pictographic}\ufe0f/u;

/** Cells that a text takes on a line. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Breaks a text into lines of at most so many cells, between words where it can. */
export function wrapCells(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/[ \n\t]+/u).filter((part) => part !== "")) {
    for (const part of breakWord(word, width)) {
      const cells = widthOf(part);
      if (line !== "" && used + 1 + cells > width) {
        lines.push(line);
        line = "";
        used = 0;
      }
      used += line === "" ? cells : cells + 1;
      line = line === "" ? part : `${line} ${part}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** A word, in pieces where it is wider than a line. */
function breakWord(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(word)) {
    const cells = graphemeWidth(segment);
    if (used + cells > width && part !== "") {
      parts.push(part);
      part = "";
      used = 0;
    }
    part += segment;
    used += cells;
  }
  return part === "" ? parts : [...parts, part];
}

/** Filled up with spaces to its column. */
export function padCells(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
