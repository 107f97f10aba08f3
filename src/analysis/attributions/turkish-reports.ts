/** Turkish sentence to its reports: a verb of speaking at the end, the nominative before it. */

import { fold } from "../../text/fold.js";
import { makeReport, mergeSpeakers, type Report } from "./carriers.js";
import { matchPhrase, type Range, wordsIn } from "./clause-phrases.js";
import { TURKISH } from "./grammars/tr.js";
import { type Memory, plainSpeaker, type Speaker } from "./speaker-memory.js";
import type { Token } from "./tokens.js";

/** Finds the reports of one sentence, in text order, one per speaker. */
export function findTurkishReports(
  text: string,
  tokens: readonly Token[],
  memory: Memory,
): Report[] {
  const clause: Clause = { text, tokens, keys: tokens.map((token) => token.low), memory };
  const reports: Report[] = [];
  let start = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.isQuoted !== false) continue;
    if (tokens[at]?.text === ";") start = at + 1;
    const length = matchPhrase(clause.keys, at, TURKISH.verbs);
    const report = readAt(clause, start, at, length);
    if (report !== null) reports.push(report);
    if (length > 0) start = at + length;
  }
  return mergeSpeakers(reports);
}

interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
  readonly memory: Memory;
}

function readAt(clause: Clause, start: number, at: number, length: number): Report | null {
  const { keys, tokens } = clause;
  if (length > 0) {
    if (TURKISH.negations.has(keys[at + length] ?? "")) return null;
    const subject = subjectOf(clause, start, at);
    const speaker =
      subject === null
        ? (postposed(clause, at, at + length) ?? leftOut(clause, start, at))
        : speakerOf(clause, subject);
    return speaker && makeReport(clause, speaker, at, at + length);
  }
  const passive = matchPhrase(keys, at, TURKISH.passive);
  if (passive > 0) return readPassive(clause, start, at, at + passive);
  if (TURKISH.according.has(keys[at] ?? "")) return readAccording(clause, start, at);
  if (TURKISH.relative.has(keys[at] ?? "") && tokens[at - 1]?.isQuoted === true) {
    const phrase = nameFrom(clause, at + 1);
    const speaker = phrase === null ? null : speakerOf(clause, phrase);
    return speaker && makeReport(clause, speaker, at, at + 1);
  }
  return null;
}

/** Words of the longest subject, titles included. */
const LONGEST = 9;

/** The nominative that opens a clause, or the first that stands before a comma. */
function subjectOf(clause: Clause, start: number, verb: number): Range | null {
  const { tokens } = clause;
  let from = start;
  while (from < verb && isAside(clause, from)) from += 1;
  const opening = nameFrom(clause, from);
  if (opening !== null && isSubject(clause, opening, verb)) return opening;
  for (let at = from + 1; at < verb; at += 1) {
    if (tokens[at]?.text !== "," || tokens[at]?.isQuoted !== false) continue;
    const phrase = phraseBefore(clause, from, at);
    if (phrase !== null) return phrase;
  }
  return null;
}

function isAside({ tokens, keys }: Clause, at: number): boolean {
  const token = tokens[at];
  return token?.isQuoted === true || token?.isWord !== true || TURKISH.openers.has(keys[at] ?? "");
}

/** A capitalised run with its titles, up to a mark or a word in lower case. */
function nameFrom(clause: Clause, from: number): Range | null {
  const { tokens } = clause;
  let to = from;
  for (; to < tokens.length && to - from < LONGEST; to += 1) {
    const token = tokens[to];
    if (token === undefined || !token.isWord || token.isQuoted) break;
    if (!token.isCapital && token.name === null) break;
    if (to > from && TURKISH.times.has(token.low)) break;
    if (token.isPossessive || isInflected(token)) {
      to += 1;
      break;
    }
  }
  const last = tokens[to - 1];
  if (to === from || last === undefined) return null;
  return { from, to };
}

/** `Aksoy'un`, `Ankara'da`: a name that is no subject. */
function isInflected(token: Token | undefined): boolean {
  return token !== undefined && /['’ʼ]\p{L}/u.test(token.text);
}

/** A phrase that may stand as subject at the start of its clause. */
function isSubject(clause: Clause, { from, to }: Range, verb: number): boolean {
  const { tokens, keys } = clause;
  const last = tokens[to - 1];
  if (last === undefined || isInflected(last) || to > verb) return false;
  const next = tokens[to];
  if (next?.text === ",") return isSpeakerLike(clause, { from, to });
  const key = keys[to] ?? "";
  if (/^(?:ile|gibi|icin|ve|tarafindan|hakkinda)$/.test(key)) return false;
  if (next === undefined || (!next.isWord && !next.isQuoted)) return false;
  return to - from > 1 || next.isQuoted || TURKISH.times.has(key) || last.name !== null
    ? isSpeakerLike(clause, { from, to })
    : isSpeakerLike(clause, { from, to }) && to === verb;
}

/** Ends in a name, or in a noun that speaks in the nominative. */
function isSpeakerLike({ tokens, keys }: Clause, { from, to }: Range): boolean {
  const last = tokens[to - 1];
  const key = keys[to - 1] ?? "";
  if (last === undefined) return false;
  if (last.name !== null || to - from > 1) return !isObliqueNoun(key);
  return isSpeaking(key) ? !isObliqueNoun(key) : last.isCapital && !COMMON.test(key);
}

function isSpeaking(key: string): boolean {
  return TURKISH.people.test(key) || TURKISH.bodies.test(key) || TURKISH.outlets.test(key);
}

/** Locative, ablative and dative of nouns that are no names. */
function isObliqueNoun(key: string): boolean {
  const isNoun = isSpeaking(key) || TURKISH.documents.test(key);
  return isNoun && /(?:[dt][ae]n?|y[ae]|n[ae]|n[iu]n|yla|yle)$/.test(key);
}

/** A first word that is capitalised for its place: an adverb or a participle. */
const COMMON =
  /(?:arak|erek|ken|inca|ince|[dt][ae]n?|yla|yle|lik|dikten|diktan|dan|den|sonra|once|icin)$/;

/** The phrase that ends before a comma: a name, or one noun that speaks with the words before it. */
function phraseBefore(clause: Clause, start: number, comma: number): Range | null {
  const { tokens, keys } = clause;
  const last = tokens[comma - 1];
  if (last === undefined || !last.isWord || last.isQuoted || isInflected(last)) return null;
  let from = comma - 1;
  while (from > start && tokens[from - 1]?.isCapital === true && !isInflected(tokens[from - 1]))
    from -= 1;
  const isName = last.isCapital && (comma - from > 1 || last.name !== null);
  if (isName && !isObliqueNoun(keys[comma - 1] ?? "")) return { from, to: comma };
  if (!isSpeaking(keys[comma - 1] ?? "") || isObliqueNoun(keys[comma - 1] ?? "")) return null;
  from = comma - 1;
  while (from > start && comma - from < LONGEST && isInPhrase(tokens[from - 1])) from -= 1;
  return { from, to: comma };
}

function isInPhrase(token: Token | undefined): boolean {
  return token?.isWord === true && !token.isQuoted && !/(?:arak|erek|ken|dan|den)$/.test(token.low);
}

/** "Bakanlıktan yapılan açıklamada … bildirildi": the body whose statement it is, or the statement. */
function readPassive(clause: Clause, start: number, at: number, end: number): Report | null {
  const { text, tokens, keys } = clause;
  for (let index = start; index < at; index += 1) {
    const key = keys[index] ?? "";
    if (tokens[index]?.isQuoted !== false || !TURKISH.documents.test(key) || !/[dt]a$/.test(key))
      continue;
    const owner = /^yapilan$/.test(keys[index - 1] ?? "") ? index - 2 : -1;
    const source = owner < start ? null : { from: nounStart(clause, start, owner), to: owner + 1 };
    if (source === null || !/(?:[dt][ae]n)$/.test(keys[owner] ?? "")) {
      const speaker = plainSpeaker(
        wordsIn(text, tokens, { from: index, to: index + 1 }),
        "document",
      );
      return makeReport(clause, speaker, at, end);
    }
    const words = wordsIn(text, tokens, source).replace(/(?:['’ʼ]n?)?[dt][ae]n$/u, "");
    const entity = tokens[owner]?.name?.entity ?? null;
    const statement = { text: tokens[index]?.text ?? "", speaks: false };
    const report = makeReport(clause, { ...plainSpeaker(words, "body"), entity }, at, end);
    return { ...report, via: [statement] };
  }
  return null;
}

function nounStart({ tokens }: Clause, start: number, last: number): number {
  let from = last;
  while (from > start && tokens[from - 1]?.isCapital === true && !isInflected(tokens[from - 1]))
    from -= 1;
  return from;
}

/** "X'e göre", "X'ın haberine göre", "X verilerine göre". */
function readAccording(clause: Clause, start: number, at: number): Report | null {
  const { text, tokens, keys } = clause;
  let last = at - 1;
  if (TURKISH.reportNouns.test(keys[last] ?? "")) last -= 1;
  const cited = /^dayandirdig/.test(keys[last] ?? "") ? last - 1 : -1;
  if (cited > start) return readCited(clause, start, cited, at);
  const token = tokens[last];
  if (token === undefined || !token.isWord || token.isQuoted || last < start) return null;
  const from = token.isCapital ? nounStart(clause, start, last) : last;
  if (!token.isCapital && token.name === null && !isSpeaking(keys[last] ?? "")) return null;
  const speaker = speakerOf(clause, { from, to: last + 1 });
  const bare = bareOf(wordsIn(text, tokens, { from, to: last + 1 }));
  return speaker && makeReport(clause, { ...speaker, text: bare }, at, at + 1);
}

/** "X'ın yetkililere dayandırdığı habere göre": the cited speak, X carries. */
function readCited(clause: Clause, start: number, cited: number, at: number): Report | null {
  const { text, tokens } = clause;
  const owner = cited - 1;
  const speaker = plainSpeaker(tokens[cited]?.text ?? "", "people");
  const report = makeReport(clause, speaker, at, at + 1);
  if (owner < start || tokens[owner]?.isCapital !== true) return report;
  const carrier = wordsIn(text, tokens, { from: nounStart(clause, start, owner), to: owner + 1 });
  return { ...report, via: [{ text: bareOf(carrier), speaks: true }] };
}

function bareOf(words: string): string {
  return words.replace(/['’ʼ]\p{L}+$/u, "");
}

function speakerOf(clause: Clause, { from, to }: Range): Speaker | null {
  const { text, tokens, keys, memory } = clause;
  const last = tokens[to - 1];
  if (last === undefined) return null;
  const key = keys[to - 1] ?? "";
  const entity = last.name?.entity ?? null;
  const type = entity === null ? null : (memory.entities.get(entity)?.type ?? null);
  if (type === null || type === "person") {
    const name = nameWithoutTitle(clause, from, to);
    const words = bareOf(wordsIn(text, tokens, name));
    if (memory.outlets.has(fold(words))) return { ...plainSpeaker(words, "outlet"), entity };
    if (type === "person" || !isSpeaking(key)) return personOf(clause, name, words, entity);
  }
  const whole = bareOf(wordsIn(text, tokens, { from, to }));
  if (TURKISH.outlets.test(key)) return { ...plainSpeaker(whole, "outlet"), entity };
  if (TURKISH.bodies.test(key) || type !== null) return { ...plainSpeaker(whole, "body"), entity };
  return plainSpeaker(whole, "people");
}

function personOf(
  { memory, tokens }: Clause,
  { from, to }: Range,
  words: string,
  entity: string | null,
): Speaker {
  const surname = tokens[to - 1]?.low ?? "";
  const isPerson = entity !== null || to - from > 1 || memory.surnames.has(surname);
  if (to - from > 1 && entity === null) memory.surnames.set(surname, words);
  return { ...plainSpeaker(words, isPerson ? "person" : "other"), entity };
}

/** "Sendika Başkanı | Kemal Aksoy". */
function nameWithoutTitle({ keys }: Clause, from: number, to: number): Range {
  for (let at = to - 1; at >= from; at -= 1) {
    const key = keys[at] ?? "";
    if (at < to - 1 && (TURKISH.titles.test(key) || TURKISH.bodies.test(key)))
      return { from: at + 1, to };
  }
  return { from, to };
}

/** `“…” dedi balıkçı.`: the speaker alone behind the verb of a quotation. */
function postposed(clause: Clause, verb: number, from: number): Speaker | null {
  const { text, tokens } = clause;
  if (tokens[verb - 1]?.isQuoted !== true) return null;
  let to = from;
  while (tokens[to]?.isWord === true && tokens[to]?.isQuoted === false && to - from < LONGEST)
    to += 1;
  const closes = to === tokens.length || /^[.!?]$/.test(tokens[to]?.text ?? "");
  if (!closes || to === from || to - from > 4) return null;
  if (tokens[to - 1]?.isCapital === true) return speakerOf(clause, { from, to });
  return to - from > 2 ? null : plainSpeaker(wordsIn(text, tokens, { from, to }), "people");
}

/** A quotation without a speaker: the last one where nobody else was named since. */
function leftOut({ tokens, memory }: Clause, start: number, at: number): Speaker | null {
  const before = tokens.slice(start, at);
  const isQuoted = before.some((token) => token.isQuoted);
  const namesOther = before.some((token, index) => index > 0 && token.isCapital && !token.isQuoted);
  const [person, other] = memory.history;
  if (!isQuoted || namesOther || other !== undefined || person?.sort !== "person") return null;
  return person;
}
