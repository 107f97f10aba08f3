/**
 * Sentences to who says them, by reporting verbs and the clause order of the article's language; a
 * quotation over several sentences has the speaker that one of them names.
 */
import type { Attribution, NameUse, Span } from "../../model/analysis.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { splitWords } from "../../text/words.js";
import type { Carrier, Report } from "./carriers.js";
import { hasOwnRules, reportReader } from "./find-reports.js";
import { findQuotations, type Quotation } from "./quotations.js";
import { findCues } from "./report-cues.js";
import { type KnownNames, learnNames, type Speaker, startMemory } from "./speaker-memory.js";
import { firstEndingAfter, readTokens, type Token } from "./tokens.js";

/**
 * Finds the speakers of an article's sentences; a sentence in the article's own voice has none.
 * @param names uses of known names, in text order
 * @param language BCP 47 tag; English rules where the language has none
 * @param known gender and type of the names, and names of media; without it less is resolved
 * @returns one attribution per sentence and speaker, in text order
 */
export function findAttributions(
  text: string,
  sentences: readonly Span[],
  names: readonly NameUse[],
  language: string,
  known?: KnownNames,
): Attribution[] {
  const quotations = findQuotations(text);
  const memory = startMemory(text, names, known);
  const reader = primaryLanguage(language);
  const readReports = reportReader(reader);
  const isOther = hasOwnRules(reader);
  const cues = findCues(sentences, splitWords(text), isOther, quotations.length > 0);
  const tokenised = sentences.map((sentence) => onDemand(sentence, quotations, names));
  for (const [index, readSentence] of tokenised.entries()) {
    if (cues[index]?.hasTitle) learnNames(text, readSentence(), memory);
  }
  const read = sentences.map((sentence, index): SentenceReports => {
    const tokens = tokenised[index] ?? NO_TOKENS;
    const reports = readReports(text, tokens, memory, cues[index]?.mayReport !== false);
    return { sentence, tokens, reports };
  });
  return spreadQuotations(text, read, quotations).flatMap(({ sentence, tokens, reports }) =>
    reports.map((report) => attribute(sentence, contentOf(tokens(), report, reports), report)),
  );
}

interface SentenceReports {
  readonly sentence: Span;
  readonly tokens: () => readonly Token[];
  readonly reports: readonly Report[];
}

const NO_TOKENS = (): readonly Token[] => [];

/** The tokens of a sentence, read where somebody asks for them: many sentences report nothing. */
function onDemand(
  sentence: Span,
  quotations: readonly Quotation[],
  names: readonly NameUse[],
): () => readonly Token[] {
  let tokens: readonly Token[] | undefined;
  return () => {
    tokens ??= readTokens(sentence, quotations, names);
    return tokens;
  };
}

/** Gives the sentences of one quotation the speaker that one of them names, from either end. */
function spreadQuotations(
  text: string,
  read: readonly SentenceReports[],
  quotations: readonly Quotation[],
): SentenceReports[] {
  const spread = [...read];
  for (const group of quotationGroups(read, quotations)) {
    const members = group.map((index) => spread[index]);
    const source = members.findLast((member) => speakerOfQuotation(member) !== null);
    const report = source === undefined ? null : speakerOfQuotation(source);
    if (report === null) continue;
    for (const index of group) {
      const member = spread[index];
      if (member === undefined || member.reports.length > 0) continue;
      spread[index] = { ...member, reports: [{ ...report, at: member.sentence.start }] };
    }
  }
  return continueQuotations(text, spread, quotations);
}

function speakerOfQuotation(member: SentenceReports | undefined): Report | null {
  return member?.reports.at(-1) ?? null;
}

/** Indices of the sentences that each quotation touches, those of taken-up quotations together. */
function quotationGroups(
  read: readonly SentenceReports[],
  quotations: readonly Quotation[],
): number[][] {
  const groups: number[][] = [];
  let group: number[] = [];
  let index = 0;
  for (const quotation of quotations) {
    while (index < read.length && (read[index]?.sentence.end ?? 0) <= quotation.start) index += 1;
    let at = index;
    for (; at < read.length && (read[at]?.sentence.start ?? 0) < quotation.end - 1; at += 1) {
      if (at > (group.at(-1) ?? -1)) group.push(at);
    }
    if (quotation.continues) continue;
    if (group.length > 1) groups.push(group);
    group = [];
  }
  return groups;
}

/** A sentence wholly in quotation with no speaker of its own goes on with the speaker before it. */
function continueQuotations(
  text: string,
  read: readonly SentenceReports[],
  quotations: readonly Quotation[],
): SentenceReports[] {
  const continued: SentenceReports[] = [];
  for (const member of read) {
    const before = continued.at(-1);
    const report = before === undefined ? null : speakerOfQuotation(before);
    const goesOn =
      member.reports.length === 0 &&
      report !== null &&
      before !== undefined &&
      isWhollyQuoted(member, quotations) &&
      !text.slice(before.sentence.end, member.sentence.start).includes("\n\n\n");
    continued.push(
      goesOn && report !== null
        ? { ...member, reports: [{ ...report, at: member.sentence.start }] }
        : member,
    );
  }
  return continued;
}

function isWhollyQuoted(
  { sentence, tokens }: SentenceReports,
  quotations: readonly Quotation[],
): boolean {
  const first = quotations[firstEndingAfter(quotations, sentence.start)];
  return first !== undefined && first.start < sentence.end && quotedShare(tokens()) === 1;
}

/** The tokens that a report may speak of: all, or those up to the next speaker's verb. */
function contentOf(
  tokens: readonly Token[],
  report: Report,
  reports: readonly Report[],
): readonly Token[] {
  if (reports.length < 2) return tokens;
  const next = reports.find((other) => other.at > report.at && !other.wraps)?.at ?? Infinity;
  return tokens.filter((token) => token.start >= report.at && token.start < next);
}

function attribute(sentence: Span, tokens: readonly Token[], report: Report): Attribution {
  const { speaker, cue, via } = report;
  return {
    start: sentence.start,
    end: sentence.end,
    text: sentence.text,
    speaker: speaker.text,
    entity: speaker.entity,
    cue,
    kind: kindOf(tokens, report),
    via: via.map((carrier) => carrier.text),
    depth: depthOf(speaker, via) + (quotesHearsay(tokens) ? 1 : 0),
  };
}

/** One for the speaker, one more where nobody is named, one for each carrier that speaks itself. */
function depthOf(speaker: Speaker, via: readonly Carrier[]): number {
  const unnamed = speaker.sort === "people" ? 1 : 0;
  return 1 + unnamed + via.filter((carrier) => carrier.speaks).length;
}

/** A quotation that opens with another speaker's words: “They say they are now …”. */
function quotesHearsay(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex((token) => token.isQuoted && token.isWord);
  const subject = tokens[first]?.low ?? "";
  return (
    first === 1 &&
    /^(?:they|he|she|sources|officials)$/.test(subject) &&
    /^(?:say|says|said|tell|told)$/.test(tokens[first + 1]?.low ?? "")
  );
}

/**
 * `direct` where the speaker's claim is all quotation: half of the words or more, or a quotation
 * that opens the sentence. A quoted proper name is no quotation.
 */
function kindOf(tokens: readonly Token[], report: Report): Attribution["kind"] {
  if (isOneWordQuoted(tokens, report)) return "direct";
  const share = quotedShare(tokens);
  if (share === 0) return isDialogue(tokens) ? "direct" : "indirect";
  const opensQuoted = tokens[0]?.isQuoted === true && /^["“„«‘`]$/.test(tokens[0].text);
  return share >= 0.5 || (opensQuoted && endsInsideQuotation(tokens)) ? "direct" : "mixed";
}

/** `«Esperaremos», dijo`, `“Bekleyeceğiz” dedi`: no name, as a comma or the verb right behind shows. */
function isOneWordQuoted(tokens: readonly Token[], { at }: Report): boolean {
  const open = tokens.findIndex(({ isQuoted }) => isQuoted);
  const isClosed = /^["”»“’']$/.test(tokens[open + 2]?.text ?? "");
  if (open < 0 || tokens[open + 1]?.isWord !== true || !isClosed) return false;
  const behind = tokens[open + 3]?.text ?? "";
  const isParted = open === 0 && /^[,–—]$/.test(behind);
  if (!isParted && !/^(?:dedi|diyor)$/.test(behind)) return false;
  const cue = tokens.findIndex(({ start }) => start === at);
  return cue > open + 2 && cue < open + 6;
}

/** `— No, — he said`: speech between dashes. */
function isDialogue(tokens: readonly Token[]): boolean {
  const isDash = (token: Token): boolean => /^[—–]$/.test(token.text);
  const [first] = tokens;
  return first !== undefined && isDash(first) && tokens.slice(1).some(isDash);
}

/** `"No," he said`: the first quotation ends in a mark of its own. */
function endsInsideQuotation(tokens: readonly Token[]): boolean {
  const close = tokens.findIndex((token, index) => index > 0 && /^["”»’']$/.test(token.text));
  return close > 0 && /^[,.!?…]$/.test(tokens[close - 1]?.text ?? "");
}

/** Part of the words that stands in quotation, 0 to 1. */
function quotedShare(tokens: readonly Token[]): number {
  if (!tokens.some((token) => token.isQuoted)) return 0;
  const words = tokens.filter((token) => token.isWord);
  const quoted = words.filter((token) => token.isQuoted);
  const isName = quoted.every((token) => token.isCapital) && !endsInsideQuotation(tokens);
  if (isName) return 0;
  return quoted.length / words.length;
}
