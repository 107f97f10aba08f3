/** A language to the tables of its reports, for those that share one clause order. */
import { GERMAN } from "./de.js";
import { GREEK } from "./el.js";
import { SPANISH } from "./es.js";
import { FRENCH } from "./fr.js";
import type { Grammar } from "./grammar.js";
import { ITALIAN } from "./it.js";
import { RUSSIAN } from "./ru.js";

export const GRAMMARS: ReadonlyMap<string, Grammar> = new Map([
  ["de", GERMAN],
  ["el", GREEK],
  ["es", SPANISH],
  ["fr", FRENCH],
  ["it", ITALIAN],
  ["ru", RUSSIAN],
]);
