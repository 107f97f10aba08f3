/** News agencies by any spelling of their names. */
import { comparable } from "./line-shape.js";
import { AGENCIES } from "./line-words.js";

const known = new Set(AGENCIES.map(comparable));

/** Code units; no name in the table is longer. */
const MAX_NAME = 40;

export const AGENCY_NAMES = {
  has: (name: string): boolean => name.length <= MAX_NAME && known.has(comparable(name)),
};
