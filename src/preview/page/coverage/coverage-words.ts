/** What the page calls the ways in which an article left the run. */
import type { Fate } from "../../../model/coverage.js";

export const FATES: Readonly<Record<Fate, string>> = {
  cited: "cited",
  background: "background",
  reprint: "reprint",
  "same-story": "same story",
  "off-theme": "off theme",
  excluded: "left out by the desk",
  "out-of-period": "out of period",
  undated: "undated",
  unreadable: "unreadable",
  "not-used": "not used",
};
