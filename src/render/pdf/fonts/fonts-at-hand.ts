/** Letters in, whether the fonts that come with the program are there and have them out. */
import type { Face } from "./face.js";
import { shippedFonts } from "./families.js";

export interface FontsAtHand {
  readonly families: readonly string[];
  readonly files: number;
  /** Families with a file that is gone or no font, each with the reason. */
  readonly broken: readonly { readonly family: string; readonly reason: string }[];
  /** Letters that no font has: they would print as empty boxes. */
  readonly lacking: string;
}

export function fontsAtHand(letters: Iterable<string>): FontsAtHand {
  const faces: Face[] = [];
  const broken: { family: string; reason: string }[] = [];
  const fonts = shippedFonts();
  for (const { family, source } of fonts) {
    try {
      faces.push(source.face());
    } catch (error) {
      broken.push({ family, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  const lacking = [...new Set(letters)].filter((letter) => {
    const codePoint = letter.codePointAt(0) ?? 0;
    return !faces.some((face) => face.has(codePoint));
  });
  const families = [...new Set(fonts.map(({ family }) => family))];
  return { families, files: fonts.length, broken, lacking: lacking.join("") };
}
