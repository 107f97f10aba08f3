/** Terms of a lexicon that a corpus shows to be of no use. */
import { describe, expect, it } from "vitest";
import { analyseArticles } from "../../src/analysis/analyse.js";
import { checkThemes } from "../../src/analysis/themes/check-themes.js";
import { parseThemesFile } from "../../src/config/themes-file.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { articleWith } from "../article.js";
import { lexiconOfThemes } from "./themes-lexicon.js";

const THEMES = `fires:
  terms:
    - wildfire
    - island
    - volcano
floods: {terms: [flood, dyke]}
`;

function faultsOf(count: number, isWhole: boolean): string[] {
  const articles = Array.from({ length: count }, (_, index) =>
    articleWith({
      id: `a-${index}`,
      paragraphs: [index % 4 === 0 ? "A wildfire and a flood." : "The island was calm."],
    }),
  );
  const { placeOfTerm } = parseThemesFile(THEMES, "themes.yaml");
  const lexicon = { ...lexiconOfThemes(THEMES), placeOfTerm };
  const analyses = analyseArticles(articles, lexicon);
  return checkThemes(articles, analyses, lexicon, isWhole).map(formatDiagnostic);
}

const COMMON =
  'warning: themes.yaml:4:7 theme "fires": term "island" is in 18 of 24 articles, so it tells none from another\n  hint: write a longer phrase, or list it under weak or under context';

describe("checkThemes", () => {
  it("names a term that is in more than 60 % of the articles, with its line", () => {
    expect(faultsOf(24, false)).toEqual([COMMON]);
  });

  it("names terms that no article holds where the corpus is read whole", () => {
    expect(faultsOf(24, true)).toEqual([
      COMMON,
      'info: themes.yaml:5:7 theme "fires": no article holds "volcano" (line 5)\n  hint: check the spelling, or let a word run on with * at its end',
      'info: themes.yaml:6:25 theme "floods": no article holds "dyke" (line 6)\n  hint: check the spelling, or let a word run on with * at its end',
    ]);
  });

  it("says nothing of a few articles", () => {
    expect(faultsOf(8, true)).toEqual([]);
  });
});
