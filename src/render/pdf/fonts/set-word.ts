/** A style and a word in, the word in glyphs out, in as many runs as it needs faces. */
import { primaryLanguage } from "../../../text/primary-language.js";
import type { Style } from "../css/properties.js";
import { remember } from "../remember.js";
import { chooseFaces } from "./choose-faces.js";
import type { Direction, Face, ShapedWord } from "./face.js";
import { featuresOf } from "./features.js";
import { makeSmallCaps } from "./small-caps.js";

export interface SetRun {
  readonly text: string;
  readonly face: Face;
  readonly word: ShapedWord;
  /** pt, the spacing between letters included. */
  readonly width: number;
}

/** Languages from right to left, and words of which nobody says in which they are. */
const LEFTWARD: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur", "ckb", "und", ""]);

type Words = Map<string, readonly SetRun[]>;

/** The words of a page repeat; each is set once per style, language and direction. */
const knownWords = new WeakMap<Style, Map<string, ByDirection<ByDirection<Words>>>>();

type ByDirection<Value> = Readonly<Record<Direction, Value>>;

function newWords(): ByDirection<Words> {
  return { ltr: new Map(), rtl: new Map() };
}

/**
 * @param language BCP 47
 * @param direction of the run that the word stands in; glyphs come from left to right in both
 * @param missing told of every letter that no face has
 * @param lineDirection of the whole line
 */
export function setWord(
  style: Style,
  language: string,
  text: string,
  direction: Direction,
  missing: (letter: string) => void,
  lineDirection = direction,
): readonly SetRun[] {
  const languages = remember(knownWords, style, () => new Map());
  const directions = remember(languages, language, () => ({ ltr: newWords(), rtl: newWords() }));
  return remember(directions[lineDirection][direction], text, () => {
    const run = { language, direction, features: featuresOf(style, language) };
    // Figures among words that are said to be English are not those of the Arabic around them.
    const isAmongArabic = lineDirection === "rtl" && LEFTWARD.has(primaryLanguage(language));
    return chooseFaces(style, text, isAmongArabic, missing).map(({ face, text: part }) => {
      const word = makeSmallCaps(style, face, part, run) ?? face.shape(part, run);
      const spacing = word.glyphs.length * style.letterSpacing;
      return { text: part, face, word, width: word.width * style.fontSize + spacing };
    });
  });
}
