/** Arabic sentence to its reports: the noun phrase right behind a verb of speaking. */
import { fold } from "../../text/fold.js";
import { makeReport, mergeSpeakers, type Report } from "./carriers.js";
import { matchPhrase, type Range, wordsIn } from "./clause-phrases.js";
import { ARABIC } from "./grammars/ar.js";
import { type Memory, plainSpeaker, type Speaker } from "./speaker-memory.js";
import type { Token } from "./tokens.js";

/** Finds the reports of one sentence, in text order, one per speaker. */
export function findArabicReports(
  text: string,
  tokens: readonly Token[],
  memory: Memory,
): Report[] {
  const clause: Clause = { text, tokens, keys: tokens.map((token) => token.low), memory };
  const reports: Report[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.isQuoted || !token.isWord) continue;
    const report = readAt(clause, at);
    if (report !== null) reports.push(report);
  }
  return mergeSpeakers(reports);
}

interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly keys: readonly string[];
  readonly memory: Memory;
}

function readAt(clause: Clause, at: number): Report | null {
  const { keys } = clause;
  const key = keys[at] ?? "";
  if (ARABIC.accordingOne.has(key)) return reportFrom(clause, at, at + 1, 0, true);
  if (ARABIC.accordingWith.has(key)) {
    return /^ل\p{L}/u.test(keys[at + 1] ?? "") ? reportFrom(clause, at, at + 1, 1, true) : null;
  }
  const isAct = ARABIC.act.has(key);
  if (ARABIC.negations.has(keys[at - 1] ?? "")) return null;
  if (ARABIC.quote.has(key)) return readQuote(clause, at);
  if (!isAct && !ARABIC.say.has(key)) return null;
  if (ARABIC.opensContent.has(keys[at + 1] ?? "")) return readWithout(clause, at);
  return reportFrom(clause, at, at + 1, 0, !isAct);
}

/** "قال إن …" behind its subject, or with none: whoever spoke last, or visibly nobody. */
function readWithout(clause: Clause, at: number): Report | null {
  const { tokens, keys, memory } = clause;
  const key = keys[at] ?? "";
  const earlier = subjectOfEarlier(clause, at);
  if (earlier !== null) return makeReport(clause, earlier, at, at + 1);
  const isJoined = /^[وف]/u.test(key) && ARABIC.say.has(key.slice(1));
  if (!isJoined && at > 0) {
    let from = at;
    while (
      from > 0 &&
      tokens[from - 1]?.isWord === true &&
      tokens[from - 1]?.isQuoted === false &&
      at - from < 6
    )
      from -= 1;
    const isOpening = from === 0 || tokens[from - 1]?.isWord === false;
    const phrase = isOpening ? subjectFrom(clause, from) : null;
    const speaker = phrase?.to === at ? speakerOf(clause, phrase, 0, false) : null;
    return speaker && makeReport(clause, speaker, at, at + 1);
  }
  const [person, other] = memory.history;
  const isCertain = other === undefined && person !== undefined && person.sort !== "other";
  if (at > 0) return null;
  const speaker = isCertain ? person : plainSpeaker(/ت$/u.test(key) ? "هي" : "هو", "open");
  return makeReport(clause, speaker, at, at + 1);
}

/** "وكان مزارعون في المدينة قد | قالوا إن": the subject between the two parts of an earlier past. */
function subjectOfEarlier(clause: Clause, at: number): Speaker | null {
  const { keys } = clause;
  if (keys[at - 1] !== "قد") return null;
  for (let was = at - 3; was >= Math.max(0, at - LONGEST); was -= 1) {
    if (!/^و?كان(?:ت|وا)?$/u.test(keys[was] ?? "")) continue;
    const phrase = subjectFrom(clause, was + 1);
    const isAll = phrase?.to === at - 1 || IN_PLACE.has(keys[phrase?.to ?? at] ?? "");
    return phrase !== null && isAll ? speakerOf(clause, phrase, 0, true) : null;
  }
  return null;
}

const IN_PLACE: ReadonlySet<string> = new Set(["في", "من"]);

function reportFrom(
  clause: Clause,
  at: number,
  from: number,
  prefix: number,
  isFree: boolean,
): Report | null {
  const phrase = subjectFrom(clause, from);
  const speaker = phrase === null ? null : speakerOf(clause, phrase, prefix, isFree);
  if (phrase === null || speaker === null) return null;
  const cited = citedBehind(clause, phrase.to);
  const cue = prefix === 0 ? at + 1 : from;
  if (cited === null) return makeReport(clause, speaker, at, cue);
  return { ...makeReport(clause, cited, at, cue), via: [{ text: speaker.text, speaks: true }] };
}

/** "نقلت صحيفة … عن X قوله": X speaks, the newspaper carries. */
function readQuote(clause: Clause, at: number): Report | null {
  const { keys } = clause;
  const subject = subjectFrom(clause, at + 1);
  if (subject === null || keys[subject.to] !== fold("عن")) return null;
  const phrase = subjectFrom(clause, subject.to + 1);
  const speaker = phrase === null ? null : speakerOf(clause, phrase, 0, true);
  const carrier = speakerOf(clause, subject, 0, true);
  if (speaker === null || carrier === null) return null;
  return {
    ...makeReport(clause, speaker, at, at + 1),
    via: [{ text: carrier.text, speaks: true }],
  };
}

/** "نقلا عن": whom a medium cites. */
function citedBehind(clause: Clause, from: number): Speaker | null {
  for (let at = from; at < from + 3; at += 1) {
    const length = matchPhrase(clause.keys, at, ARABIC.citing);
    if (length === 0) continue;
    const phrase = subjectFrom(clause, at + length);
    return phrase === null ? null : speakerOf(clause, phrase, 0, true);
  }
  return null;
}

/** Words of the longest subject. */
const LONGEST = 8;

/** The noun phrase that begins at a place: up to a particle or mark, or where its grammar ends it. */
function subjectFrom({ tokens, keys }: Clause, start: number): Range | null {
  // An honorific of one letter: "د. سامي".
  const isHonorific = tokens[start]?.text.length === 1 && tokens[start + 1]?.text === ".";
  const from = isHonorific ? start + 2 : start;
  let stop = from;
  for (; stop < tokens.length && stop - from < LONGEST; stop += 1) {
    const token = tokens[stop];
    const key = keys[stop] ?? "";
    if (token === undefined || !token.isWord || token.isQuoted || /^\p{N}/u.test(key)) break;
    const isStop = ARABIC.stops.has(key) && !isForename(tokens, keys, stop);
    if (isStop || /^بال/u.test(key) || isVerbLike(key)) break;
  }
  if (stop === from) return null;
  const name = tokens[from]?.name;
  const named = tokens.slice(from, stop).findIndex((token) => token.name !== null);
  if (name != null || named >= 0) {
    let to = from + Math.max(0, named);
    const use = tokens[to]?.name;
    while (to < stop && tokens[to]?.name === use) to += 1;
    return { from, to };
  }
  return {
    from,
    to:
      isClosed(tokens, keys, stop) && stop - from <= 5 ? stop : from + ownLength(keys, from, stop),
  };
}

/** "علي", folded like "على" (on): the name where a surname and the word that opens content follow. */
function isForename(tokens: readonly Token[], keys: readonly string[], at: number): boolean {
  if (tokens[at]?.text !== "علي") return false;
  const isSurname = tokens[at + 1]?.isWord === true && !isDefinite(keys[at + 1] ?? "");
  return isSurname && ARABIC.opensContent.has(keys[at + 2] ?? "");
}

function isVerbLike(key: string): boolean {
  return ARABIC.say.has(key) || ARABIC.act.has(key);
}

/** What follows shows that the phrase was the subject alone: "that", a mark, "to". */
function isClosed(tokens: readonly Token[], keys: readonly string[], stop: number): boolean {
  const token = tokens[stop];
  const key = keys[stop] ?? "";
  return (
    token === undefined || !token.isWord || ARABIC.opensContent.has(key) || key === fold("إلى")
  );
}

const isDefinite = (key: string): boolean => /^(?:ال|لل)\p{L}/u.test(key);

/** Words of the subject where an object may follow: an idafa with its adjectives, a role with a name. */
function ownLength(keys: readonly string[], from: number, stop: number): number {
  let at = from + 1;
  if (isDefinite(keys[from] ?? "")) {
    const isRole = ARABIC.titles.test(keys[from] ?? "");
    if (!isRole) return 1;
    while (at < stop && isDefinite(keys[at] ?? "")) at += 1;
    return at - from;
  }
  const next = keys[at] ?? "";
  if (at < stop && !isDefinite(next) && next !== "باسم") {
    const ownsNext = at + 1 < stop && isDefinite(keys[at + 1] ?? "");
    return ownsNext && !ARABIC.bodies.test(keys[from] ?? "") ? 1 : Math.min(2, stop - from);
  }
  while (at < stop && (isDefinite(keys[at] ?? "") || keys[at] === "باسم")) at += 1;
  const isTitled = ARABIC.titles.test(keys[from] ?? "");
  return isTitled ? Math.min(stop, at + 2) - from : at - from;
}

function speakerOf(clause: Clause, phrase: Range, prefix: number, isFree: boolean): Speaker | null {
  const { text, tokens, keys, memory } = clause;
  const { from, to } = phrase;
  const head = (keys[from] ?? "").slice(prefix);
  const last = tokens[to - 1];
  if (last === undefined || head.length < 2) return null;
  const words = wordsIn(text, tokens, phrase).slice(prefix);
  const entity = last.name?.entity ?? null;
  const type = entity === null ? null : (memory.entities.get(entity)?.type ?? null);
  const isNamed = type === "person" || ARABIC.titles.test(head);
  if (last.name !== null && (isNamed || last.name.start <= (tokens[from]?.start ?? 0))) {
    return { ...plainSpeaker(last.name.text, isNamed ? "person" : "body"), entity };
  }
  if (memory.outlets.has(fold(words)) || ARABIC.outlets.test(head))
    return plainSpeaker(words, "outlet");
  if (ARABIC.titles.test(head)) return titledSpeaker(clause, phrase, words);
  if (ARABIC.people.test(head)) return plainSpeaker(words, "people");
  if (ARABIC.bodies.test(head)) return { ...plainSpeaker(words, "body"), entity };
  if (ARABIC.documents.test(head)) return plainSpeaker(words, "document");
  if (isDefinite(head) && prefix === 0) {
    const known = memory.surnames.get(head);
    return known === undefined && !isFree
      ? null
      : plainSpeaker(known ?? words, known === undefined ? "other" : "person");
  }
  const isName = to - from > 1 || memory.surnames.has(head);
  if (!isName && !isFree) return null;
  if (to - from > 1) memory.surnames.set(keys[to - 1] ?? "", words);
  return plainSpeaker(words, to - from > 1 ? "person" : "other");
}

/** "وزير الخارجية | سامي الحداد": the name behind a role and what it is of. */
function titledSpeaker(
  { text, tokens, keys, memory }: Clause,
  { from, to }: Range,
  words: string,
): Speaker {
  let at = from + 1;
  while (at < to && (isDefinite(keys[at] ?? "") || keys[at] === "باسم")) at += 1;
  const isNamed = at < to && (at > from + 1 || isDefinite(keys[from] ?? "")) && to - at > 1;
  if (!isNamed) return plainSpeaker(words, "people");
  const name = wordsIn(text, tokens, { from: at, to });
  memory.surnames.set(keys[to - 1] ?? "", name);
  return plainSpeaker(name, "person");
}
