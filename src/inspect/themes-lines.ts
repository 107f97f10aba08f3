/** Analysed articles to a line each: the themes that it scored for, and its passages with theirs. */
import type { ArticleTheme } from "../model/analysis.js";
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";

export function themesLines(inspected: Inspected): InspectLine<"themes">[] {
  return perItem(inspected, ({ themes, passages }, { id, file }) => [
    { id, file, themes: themes.filter(hasScored), passages: [...passages] },
  ]);
}

/** What the desk decided is told whatever the score. */
const hasScored = ({ score, assigned, override }: ArticleTheme): boolean =>
  score > 0 || assigned || override !== undefined;
