/** Words from outside and the direction of the text that they are put into in, the same set apart out (UAX #9). */
import type { Direction } from "./view/index.js";

/**
 * Words that run the other way are kept together by marks that show nothing, so that no number and no
 * mark beside them is drawn into them. In plain text there is no other way: titles, names of pictures.
 */
export function isolate(words: string, direction: Direction): string {
  return AGAINST[direction].test(words) ? `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}` : words;
}

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** By the direction of a text, a letter that runs against it. */
const AGAINST: Readonly<Record<Direction, RegExp>> = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u,
  rtl: /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}]/u,
};
