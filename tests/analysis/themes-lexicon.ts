/** A lexicon of nothing but themes, as their file has them. */
import { parseThemesFile } from "../../src/config/themes-file.js";
import type { Lexicon } from "../../src/model/lexicon.js";

export function lexiconOfThemes(text: string): Lexicon {
  const { value } = parseThemesFile(text, "themes.yaml");
  if (value === null) throw new Error("the themes are faulty");
  return {
    themes: value,
    entities: { version: "1", entities: [], contested: [], loaded: [] },
    outlets: { version: "1", outlets: [] },
    inputs: [],
  };
}
