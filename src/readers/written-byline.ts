/** An author as feeds and exports write it to names alone: no address, no `By`, no role. */
import { AGENCY_NAMES } from "./agencies.js";
import { BYLINE_LABELS } from "./line-words.js";

export interface WrittenByline {
  readonly byline: string | null;
  /** Where an agency stands in the place of a name. */
  readonly agency: string | null;
}

/** Longer ones are no names. */
const MAX_BYLINE = 200;

export function readWrittenByline(written: readonly string[]): WrittenByline {
  const names = written.flatMap(namesOf);
  const agency = names.find(AGENCY_NAMES.has) ?? null;
  const people = names.filter((name) => !AGENCY_NAMES.has(name));
  const byline = [...new Set(people)].join(", ");
  return { byline: byline === "" || byline.length > MAX_BYLINE ? null : byline, agency };
}

const LABEL = new RegExp(`^(?:${BYLINE_LABELS})(?:\\s*[:：]\\s*|\\s+)(?=\\S)`, "iu");
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}/g;
/** Accounts of a site's own people, no names. */
const ACCOUNTS =
  /^(?:admin|administrator|root|editor|editors|editorial|author|user|guest|staff|newsroom|news ?desk|web ?desk|webmaster|no-?reply|info|contact|unknown|anonymous|none|null|n\/a)\d{0,4}$/i;
const ROLE =
  /\b(?:correspondents?|reporters?|editors?|writers?|columnists?|journalists?|bureau chief|analysts?|producers?|contributors?|staff|muhabiri?|editörü?|correspondante?|envoyée? spéciale?|journaliste|rédact(?:eur|rice)|korrespondent(?:in)?|redakteur(?:in)?|corresponsal|redactora?|corrispondente|redazione)\b|корреспондент|редактор|обозреватель|مراسلة?|محررة?/iu;

/** `jane@example.org (Jane Doe)` is how RSS 2.0 has it. */
function namesOf(written: string): string[] {
  if (written.length > MAX_BYLINE * 2) return [];
  const inBrackets = /^\S+@\S+\s+\(([^()]+)\)$/.exec(written.trim())?.[1];
  const plain = (inBrackets ?? written)
    .replace(ADDRESS, " ")
    .replace(/<\s*>|\(\s*\)|["“”]/g, " ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^\p{L}[\p{L} ]{1,24}:\s+/u, "")
    .replace(LABEL, "");
  return plain
    .split(/\s*[;|,،]\s*|\s+(?:and|und|et|ve|y|и)\s+|\s+&\s+|\s[–—-]\s/u)
    .map((name) => name.replace(/\([^()]*\)/g, "").trim())
    .filter((name) => /\p{L}/u.test(name) && !ROLE.test(name) && !ACCOUNTS.test(name))
    .filter((name) => !/^(?:https?:|www\.|@)/i.test(name));
}
