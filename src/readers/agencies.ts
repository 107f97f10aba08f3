/** News agencies by any spelling of their names. */
import { comparable } from "./line-shape.js";
import { AGENCIES } from "./line-words.js";

const known = new Set(AGENCIES.map(comparable));

export const AGENCY_NAMES = {
  has: (name: string): boolean => known.has(comparable(name)),
};
