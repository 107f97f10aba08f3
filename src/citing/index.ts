/** Citing: a source to its reference in a style, and to the files that reference managers read. */
import type { CitationStyle } from "../model/citing.js";
import { APA } from "./apa.js";
import { CHICAGO } from "./chicago.js";
import { HOUSE } from "./house.js";
import { OSCOLA } from "./oscola.js";
import type { CitingStyle } from "./style.js";

export { type Author, authorsOf } from "./authors.js";
export { exportSources, writeReferences } from "./exports/index.js";
export { type Reference, referenceOf } from "./reference.js";
export { type Run, textOf } from "./run.js";
export {
  type Again,
  CITING_WORDS,
  type CitingStyle,
  type CitingWord,
  type CitingWords,
  type DateOrder,
} from "./style.js";

export const STYLES: Readonly<Record<CitationStyle, CitingStyle>> = {
  house: HOUSE,
  chicago: CHICAGO,
  apa: APA,
  oscola: OSCOLA,
};
