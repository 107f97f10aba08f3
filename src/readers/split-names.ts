/** The names of a byline to authors, agency and outlet. */
import { AGENCY_NAMES } from "./agencies.js";
import { OUTLET_WORDS } from "./line-words.js";

export interface Names {
  readonly authors: string | null;
  readonly agency: string | null;
  readonly outlet: string | null;
}

/** `Jane Doe, Reuters` to author and agency; `Harbour Post` beside a day, and no author, to the outlet. */
export function splitNames(names: string | null, isLabelled: boolean): Names {
  if (names === null) return { authors: null, agency: null, outlet: null };
  const parts = names.split(/,\s*/u);
  const agency = parts.find((part) => AGENCY_NAMES.has(part)) ?? null;
  const others = parts.filter((part) => part !== agency);
  const last = others.at(-1) ?? "";
  const isOutlet = hasOutletWord(last) && (others.length > 1 || !isLabelled);
  const authors = (isOutlet ? others.slice(0, -1) : others).join(", ");
  return { authors: authors === "" ? null : authors, agency, outlet: isOutlet ? last : null };
}

export function hasOutletWord(text: string): boolean {
  return text.split(/\s+/).some((word) => OUTLET_WORDS.has(word.toLowerCase()));
}
