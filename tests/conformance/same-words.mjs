/** The words of a page as written, and whether the words read from its PDF are the same. */
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";

const BLOCK_END = /<\/(?:h1|p|li|t[hd]|tr|table|ul)>/g;

/** @param html whose words stand in `<main>` */
export function wordsOf(html) {
  const body = html.slice(html.indexOf("<main>")).replace(BLOCK_END, "$& ");
  return textContent(parseDocument(body)).trim();
}

/**
 * White space is one space, and a soft hyphen is nothing. The end of a line may be nothing too: a
 * word that was hyphenated goes on behind it, and pdf.js leaves out the hyphen.
 * @returns where the two part, or undefined where they do not
 */
export function differenceOf(read, written) {
  const found = settleSpaces(read);
  const wanted = settleSpaces(written).replaceAll("\n", " ");
  let at = 0;
  for (let index = 0; index < found.length; index += 1) {
    const letter = found[index];
    const isAlike = letter === wanted[at] || (letter === "\n" && wanted[at] === " ");
    if (isAlike) at += 1;
    else if (letter !== "\n") return around(found, index, wanted, at);
  }
  return at === wanted.length ? undefined : around(found, found.length, wanted, at);
}

function settleSpaces(text) {
  const composed = text.normalize("NFC").replaceAll("\u00AD", "");
  const lines = composed.replace(/[^\S\n]*[\n\f]\s*/g, "\n");
  return lines.replace(/[^\S\n]+/g, " ").trim();
}

function around(found, index, wanted, at) {
  const part = (text, from) => JSON.stringify(text.slice(Math.max(0, from - 20), from + 20));
  return `at letter ${at}: written ${part(wanted, at)}, read ${part(found, index)}`;
}
