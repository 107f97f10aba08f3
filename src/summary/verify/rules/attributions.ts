/** Rule 8: what the passage says that somebody says, the rewrite says that the same one says, of the same part. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { type AttributionSpan, contentOf } from "../attribution-spans.js";
import { before, type Comparison, faultAt, faultGone, type Side } from "../comparison.js";
import type { Token } from "../token.js";

export function checkAttributions(comparison: Comparison): RewriteFault[] {
  const { source, rewrite } = comparison;
  const open = [...source.spans];
  const faults: RewriteFault[] = [];
  for (const span of rewrite.spans) {
    const at = open.findIndex((other) => isSame(other, span, comparison));
    if (at < 0) faults.push(faultAt("attribution", rewrite.tokens[span.cue], rewrite));
    else open.splice(at, 1);
  }
  return [...faults, ...open.map((span) => faultGone("attribution", wordsOf(source, span)))];
}

function wordsOf({ text, tokens }: Side, { from, to }: AttributionSpan): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

function isSame(from: AttributionSpan, to: AttributionSpan, comparison: Comparison): boolean {
  return (
    hasSameCue(from, to, comparison) &&
    hasSameSpeaker(from, to, comparison) &&
    speaksOfSame(from, to, comparison)
  );
}

function hasSameCue(
  from: AttributionSpan,
  to: AttributionSpan,
  { source, rewrite }: Comparison,
): boolean {
  if (from.isNeutral !== to.isNeutral) return false;
  return from.isNeutral || source.tokens[from.cue]?.form === rewrite.tokens[to.cue]?.form;
}

/** Its words are those of the passage's speaker, none of them new, and his name is not left out. */
function hasSameSpeaker(
  from: AttributionSpan,
  to: AttributionSpan,
  comparison: Comparison,
): boolean {
  const { source, rewrite, context } = comparison;
  const said = tokensAt(rewrite, contentOf(rewrite.tokens, to));
  const known = tokensAt(source, contentOf(source.tokens, from));
  if (isPronoun(source, from) && !isPronoun(rewrite, to)) {
    return context !== null && namesPronoun(comparison, from, said, known);
  }
  if (!isPart(said, known) || !keepsHead(from, said, comparison)) return false;
  return keepsTogether(from, to, comparison);
}

const tokensAt = ({ tokens }: Side, indices: readonly number[]): Token[] =>
  indices.flatMap((at) => tokens[at] ?? []);

function isPronoun({ tokens }: Side, { subject }: AttributionSpan): boolean {
  const content = tokens
    .slice(subject.from, subject.to)
    .filter(({ kind }) => kind !== "function" && kind !== "mark" && kind !== "date");
  return content.some(({ kind, form }) => kind === "pronoun" && /^(?:he|she|they|it)$/.test(form));
}

/** "He said" may become "Ann Lee said" where the sentence before has what Ann Lee said. */
function namesPronoun(
  { context }: Comparison,
  _from: AttributionSpan,
  said: readonly Token[],
  known: readonly Token[],
): boolean {
  if (context === null || context.spans.length !== 1) return false;
  const [span] = context.spans;
  if (span === undefined) return false;
  const speaker = context.tokens.slice(span.subject.from, span.subject.to);
  const names = said.filter(({ key }) => !known.some((other) => other.key === key));
  return names.length > 0 && names.every(({ key }) => speaker.some((other) => other.key === key));
}

function isPart(said: readonly Token[], known: readonly Token[]): boolean {
  const left = known.map(({ key }) => key);
  return said.every(({ key }) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** One way of naming the speaker is there whole: the name, or the office. Whom it cites is too. */
function keepsHead(
  from: AttributionSpan,
  said: readonly Token[],
  { source, words }: Comparison,
): boolean {
  const { tokens } = source;
  const keys = new Set(said.map(({ key }) => key));
  const isNeeded = (token: Token) =>
    token.kind !== "function" &&
    token.kind !== "mark" &&
    token.kind !== "date" &&
    !words.titles.has(token.form) &&
    !words.droppable.has(token.form);
  const isKept = (part: readonly Token[]) =>
    part.filter(isNeeded).every(({ key }) => keys.has(key));
  const parts = partsOf(tokens.slice(from.subject.from, from.subject.to));
  const named = parts.filter((part) => part.some(isNeeded) && !opensAdjunct(part, words));
  const cited = tokens.slice(from.cue + 1, from.to);
  const citing = cited.findIndex(({ form }) => form === "citing");
  if (citing >= 0 && !isKept(cited.slice(citing))) return false;
  const opening = tokens.slice(from.from, from.subject.from);
  if (opening.some(({ form }) => form === "citing") && !isKept(opening)) return false;
  if (
    parts.flat().some(({ form }) => form === "citing") &&
    !keys.has("citing") &&
    !said.some(({ form }) => form === "citing")
  )
    return false;
  const isWhole = named.some(isKept);
  return isWhole || named.length === 0 ? titlesKept(from, keys, source) : false;
}

/** "the minister" is nothing but a title, and then it is the speaker. */
function titlesKept(from: AttributionSpan, keys: ReadonlySet<string>, { tokens }: Side): boolean {
  const subject = tokens.slice(from.subject.from, from.subject.to);
  const hasName = subject.some(({ kind }) => kind === "name");
  if (hasName) return true;
  return subject.some(({ kind, key }) => (kind === "word" || kind === "pronoun") && keys.has(key));
}

/** "On Wednesday" before a speaker is no part of him. */
function opensAdjunct(part: readonly Token[], words: Comparison["words"]): boolean {
  const rest = part.filter(({ kind }, at) => kind !== "date" && part[at + 1]?.kind !== "date");
  const [first] = rest;
  if (first === undefined) return true;
  return words.prepositions.has(first.form) || /^(?:speaking|who|asked|citing)$/.test(first.form);
}

function partsOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === "mark") parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/**
 * Its words stand as they stood: each in its form and behind its preposition, and beside the same
 * neighbour but where a comma parts them: "Ann Lee, a minister" for "a minister, Ann Lee".
 */
function keepsTogether(
  from: AttributionSpan,
  to: AttributionSpan,
  { source, rewrite, words }: Comparison,
): boolean {
  const known = contentOf(source.tokens, from);
  const said = contentOf(rewrite.tokens, to);
  const free = new Set(known);
  const places = said.map((at) => {
    const token = rewrite.tokens[at];
    const place = known.find(
      (index) => free.has(index) && isSameToken(source.tokens[index], token),
    );
    free.delete(place ?? -1);
    return place ?? -1;
  });
  return said.every((at, index) => {
    const place = places[index] ?? -1;
    if (place < 0 || !isTiedAlike(at, place, { source, rewrite, words })) return false;
    const previous = places[index - 1];
    if (previous === undefined) return true;
    const skipped = known.filter((other) => other > previous && other < place);
    const lost = skipped
      .filter((other) => free.has(other))
      .flatMap((other) => source.tokens[other] ?? []);
    if (lost.some(({ kind }) => PROTECTED.has(kind))) return false;
    const isParted = rewrite.tokens.slice(said[index - 1], at).some((token, offset) => {
      const isTie = words.prepositions.has(token.form) || token.kind === "mark";
      return isTie || (said[index - 1] ?? 0) + offset === to.cue || token.kind === "date";
    });
    if (isParted) return place < previous || opensPart(place, lost, source, words);
    return (
      place > previous &&
      skipped.every((other) => free.has(other)) &&
      lost.every((token) => canGo(token, words))
    );
  });
}

/** Behind a comma a part starts where it started: nothing of it is lost but what can go. */
function opensPart(
  place: number,
  lost: readonly Token[],
  { tokens }: Side,
  words: Comparison["words"],
): boolean {
  let start = place;
  while (
    start > 0 &&
    tokens[start - 1]?.kind !== "mark" &&
    !words.prepositions.has(tokens[start - 1]?.form ?? "")
  )
    start -= 1;
  const part = tokens.slice(start, place);
  return lost.every((token) => !part.includes(token) || canGo(token, words));
}

const PROTECTED: ReadonlySet<Token["kind"]> = new Set([
  "negation",
  "hedge",
  "quantifier",
  "bound",
  "number",
]);

const canGo = ({ form, kind }: Token, { titles, droppable }: Comparison["words"]): boolean =>
  titles.has(form) || droppable.has(form) || kind === "date";

function isSameToken(old: Token | undefined, fresh: Token | undefined): boolean {
  if (old === undefined || fresh === undefined || old.key !== fresh.key) return false;
  return old.form === fresh.form || /^(?:cue|pronoun|entity):/.test(old.key);
}

function isTiedAlike(
  at: number,
  place: number,
  { source, rewrite, words }: Pick<Comparison, "source" | "rewrite" | "words">,
): boolean {
  const [had, has] = [tiesOf(source, place, words), tiesOf(rewrite, at, words)];
  if (had.join(" ") === has.join(" ")) return true;
  if (rewrite.tokens[at]?.kind !== "date") return false;
  return [...had, ...has].every((form) => words.datePrepositions.has(form));
}

/** What ties a word to the one before it; the "to" of "according to" ties nothing. */
function tiesOf(side: Side, at: number, words: Comparison["words"]): string[] {
  const { functions, at: stop } = before(side, at);
  const [according] = words.according;
  const isOpening = side.tokens[stop]?.form === according;
  return functions
    .slice(isOpening ? words.according.length - 1 : 0)
    .map(({ form }) => form)
    .filter((form) => words.prepositions.has(form) || words.coordinators.has(form));
}

/** The words on which it stands are those on which it stood, but for what was left out. */
function speaksOfSame(
  from: AttributionSpan,
  to: AttributionSpan,
  { rewrite }: Comparison,
): boolean {
  const isIn = (at: number, span: AttributionSpan) => at >= span.scope.from && at < span.scope.to;
  return rewrite.content.every((at) => {
    const other = rewrite.pair[at] ?? -1;
    return other < 0 || isIn(at, to) === isIn(other, from);
  });
}
