/** Two PDFs of one page in; how many pages they have, which lines they break alike, how far words stand apart, out. */

import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { run } from "../programs.mjs";

/** Every line of every page as poppler finds it: `{ page, text, words: [{ text, x, y }] }`, in pt. */
export function readLines(pdf) {
  const { stdout } = run("pdftotext", ["-bbox-layout", pdf, "-"]);
  const document = parseDocument(stdout);
  return named(document, "page").flatMap((page, index) =>
    named(page, "line").map((line) => {
      const words = named(line, "word").map(wordOf);
      return { page: index + 1, text: words.map(({ text }) => text).join(" "), words };
    }),
  );
}

function named(node, name) {
  const children = node.children ?? [];
  return children.flatMap((child) => (child.name === name ? [child] : named(child, name)));
}

function wordOf(word) {
  const { xmin, ymax } = word.attribs;
  return { text: textContent(word).normalize("NFC"), x: Number(xmin), y: Number(ymax) };
}

/**
 * Matches each word with the same word nearest to it on the same page of the other file.
 * @returns `{ pages, lines, alike, words, lost, worst }`; `worst`: the words furthest apart first
 */
export function comparePages(ours, theirs) {
  const [own, other] = [readLines(ours), readLines(theirs)];
  const pages = [own, other].map((lines) => Math.max(0, ...lines.map(({ page }) => page)));
  const texts = new Set(own.map(({ page, text }) => `${page} ${text}`));
  const broken = other.filter(({ page, text }) => !texts.has(`${page} ${text}`));
  const offsets = other.flatMap((line) => line.words.map((word) => nearest(word, line.page, own)));
  const found = offsets.filter(({ apart }) => apart < Number.POSITIVE_INFINITY);
  return {
    pages,
    lines: other.length,
    broken: broken.map(({ page, text }) => `page ${page}: ${text}`),
    words: offsets.length,
    lost: offsets.filter((each) => !found.includes(each)).map(({ text }) => text),
    worst: found.sort((a, b) => b.apart - a.apart),
  };
}

function nearest({ text, x, y }, page, lines) {
  const same = lines
    .filter((line) => line.page === page)
    .flatMap(({ words }) => words.filter((word) => word.text === text));
  const offsets = same.map((word) => ({ dx: word.x - x, dy: word.y - y }));
  const apart = ({ dx, dy }) => Math.max(Math.abs(dx), Math.abs(dy));
  const [best] = offsets.sort((a, b) => apart(a) - apart(b));
  if (best === undefined) return { text, page, x, y, apart: Number.POSITIVE_INFINITY };
  return { text, page, x, y, ...best, apart: apart(best) };
}
