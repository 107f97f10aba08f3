/** A verb among its tokens to whether it reports speech here: what it needs, and what forbids it. */
import { ENGLISH, type VerbForm } from "./attribution-words.js";
import { skipAuxiliaries, subjectBefore } from "./noun-phrases.js";
import { isIn } from "./proper-names.js";
import type { Token } from "./tokens.js";

/** The last token of the verb with the word that its frame asks for; null where that is missing. */
export function frameEnd(tokens: readonly Token[], at: number, form: VerbForm): number | null {
  const next = tokens[at + 1];
  switch (form.frame) {
    case "say":
    case "act":
      return isNounUse(tokens, at, form) || isOtherUse(tokens, at, form) ? null : at;
    case "for": {
      if (isIn(AFTER_CALL, next) && !isIn(ENGLISH.times, tokens[at + 2])) return at + 1;
      return null;
    }
    case "that": {
      if (REFLEXIVE.test(next?.low ?? "")) return null;
      if (next === undefined || /^[.!?]$/.test(next.text)) return at;
      if (/^[,;]$/.test(next.text)) return isInserted(tokens, at) ? at : null;
      const limit = Math.min(tokens.length, at + LONGEST_ADVERBIAL);
      for (let index = at + 1; index < limit; index += 1) {
        const token = tokens[index];
        if (token === undefined || /^[,;:]$/.test(token.text)) return null;
        if (token.low === "that" && !token.isQuoted) return at;
      }
      return null;
    }
    case "object":
      return tokens.slice(at + 1, at + 6).some((token) => isIn(ENGLISH.claims, token)) ? at : null;
    case "name":
      return next?.isQuoted === true && isIn(WHAT, tokens[clauseOpener(tokens, at)]) ? at : null;
  }
}

/** ", the court found, …": speaker and verb stand between two marks. */
function isInserted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[clauseOpener(tokens, at)];
  return before?.text === "," || before?.isQuoted === true;
}

const AFTER_CALL: ReadonlySet<string> = new Set(["for", "on", "upon"]);
const WHAT: ReadonlySet<string> = new Set(["what", "whom"]);
/** Tokens between "agreed" and its "that": "agreed in an informal meeting last week that". */
export const LONGEST_ADVERBIAL = 12;

/** The token before the subject of a short clause: "what | he called". */
function clauseOpener(tokens: readonly Token[], verb: number): number {
  const subject = subjectBefore(tokens, verb);
  return subject === null ? -1 : subject.from - 1;
}

/** "reports of", "the claims", "amid calls": a form that is a noun here. */
function isNounUse(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  if (form.tense === "past") {
    const before = tokens[at - 1];
    return isIn(ENGLISH.determiners, before) && !before?.isCapital && form.frame === "act";
  }
  if (form.tense === "participle" && !form.nounLike) return false;
  const before = tokens[skipAuxiliaries(tokens, at - 1)];
  if (before === undefined || !before.isWord) return before?.text !== "," || form.nounLike;
  if (isIn(ENGLISH.determiners, before) || isIn(ENGLISH.prepositions, before)) return true;
  if (!form.nounLike) return false;
  const next = tokens[at + 1];
  const closes = next === undefined || /^[.,]$/.test(next.text);
  const hasObject =
    isIn(COMPLEMENTS, next) || next?.isQuoted === true || (closes && isInserted(tokens, at));
  return !hasObject || before.isPossessive;
}

const COMPLEMENTS: ReadonlySet<string> = new Set(["that", "the", "its", "his", "her", "their"]);

/** "admitted herself", "added 15 points", "the men accused of …": nothing is said here. */
function isOtherUse(tokens: readonly Token[], at: number, { frame, tense }: VerbForm): boolean {
  const verb = tokens[at]?.low ?? "";
  const next = tokens[at + 1]?.low ?? "";
  if (REFLEXIVE.test(next)) return true;
  if (verb === "added" && (AMOUNT.test(next) || next === "to")) return true;
  if (verb === "responded" && /^(?:to|and|with|in)$/.test(next)) return true;
  if (verb === "responded" && next === "by") return tokens[at + 2]?.low !== "saying";
  if (verb === "alleged" && !/^(?:that|the|an?|in|he|she|they|it|on)$/.test(next)) return true;
  const isReduced = frame === "act" && tense === "past" && ACCUSING.has(verb);
  return isReduced && /^(?:of|for|as|over)$/.test(next);
}

const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/;

/** "added six points". */
const AMOUNT =
  /^(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|another|more)$)/;

/** "would say", "to call for", "has not said": never spoken. */
export function isUnreal(tokens: readonly Token[], before: number, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, before); at -= 1) {
    const token = tokens[at];
    if (token === undefined || !token.isWord) return false;
    if (ENGLISH.unreal.has(token.low) || /n't$/.test(token.low)) return !token.isCapital;
  }
  return false;
}

export function hasBe(tokens: readonly Token[], before: number, verb: number): boolean {
  return tokens.slice(before + 1, verb).some((token) => ENGLISH.be.has(token.low));
}

export const ACCUSING: ReadonlySet<string> = new Set(
  "accused blamed criticized criticised denounced condemned praised urged rejected dismissed".split(
    " ",
  ),
);
