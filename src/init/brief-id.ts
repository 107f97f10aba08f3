/** A title in any script to the id of its brief, which names folders: `Sahel Weekly` is `sahel-weekly`. */
import { fold } from "../text/fold.js";

/** Letters that folding keeps, as they are commonly written without their marks. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

const LONGEST = 40;

/** @returns null for a title without Latin letters: nobody can tell how its owner spells it */
export function briefIdOf(title: string): string | null {
  const id = wordsOf(title).join("-").slice(0, LONGEST).replace(/-+$/, "");
  return /[a-z]/.test(id) ? id : null;
}

/** The id of a theme, of which letters and underscores are asked. */
export function themeIdOf(words: string): string | null {
  const id = wordsOf(words).join("_").slice(0, LONGEST).replace(/_+$/, "");
  return /^[a-z]/.test(id) ? id : null;
}

function wordsOf(text: string): readonly string[] {
  const plain = fold(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter)
    .replaceAll("'", "");
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== "");
}
