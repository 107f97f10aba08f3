/** The lexicon: what is wrong in it, and how much it holds. */
import { chooseThemes, loadLexicon } from "../config/workspace.js";
import { found, foundIn, ofWorkspace } from "./check.js";
import { counted } from "./words.js";

export const lexiconCheck = ofWorkspace("lexicon", async ({ host, workspace }) => {
  const { value: lexicon, diagnostics } = await loadLexicon(host, workspace);
  const told = foundIn(diagnostics);
  if (lexicon === null) return told;
  const briefs = Object.entries(workspace.settings.briefs);
  const unknown = briefs.flatMap(([id, settings]) =>
    foundIn(chooseThemes({ id, settings }, lexicon).diagnostics),
  );
  const { themes } = lexicon.themes;
  const terms = themes.reduce((sum, theme) => sum + termsIn(theme.terms), 0);
  const sizes = [
    counted(themes.length, "theme"),
    counted(terms, "term"),
    counted(lexicon.entities.entities.length, "entity", "entities"),
    counted(lexicon.outlets.outlets.length, "outlet"),
  ];
  return [found("ok", sizes.join(", ")), ...told, ...unknown];
});

/** Terms by language, and whatever stands below: every leaf is one. */
function termsIn(terms: unknown): number {
  if (Array.isArray(terms)) return terms.reduce((sum, one) => sum + termsIn(one), 0);
  if (typeof terms !== "object" || terms === null) return 1;
  return Object.values(terms).reduce((sum: number, one) => sum + termsIn(one), 0);
}
