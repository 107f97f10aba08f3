/**
 * Rules 7 and 15: what a rewrite leaves out must leave the rest true. An aside between commas, a
 * phrase of place at the end of its clause, a title before a name can go; a negation, a hedge, a
 * bound, a condition or a half of a clause cannot.
 */
import type { RewriteFault, RewriteRule } from "../../../model/rewrite.js";
import { before, type Comparison, faultGone } from "../comparison.js";
import type { Token } from "../token.js";

export function checkOmissions(comparison: Comparison): RewriteFault[] {
  return gapsOf(comparison)
    .filter((gap) => !canGo(gap, comparison))
    .map((gap) => faultGone(ruleOf(gap), wordsOf(gap, comparison)));
}

/** Source tokens in a row that no token of the rewrite stands for. */
interface Gap {
  readonly tokens: readonly Token[];
  /** Token indices of the first and the last. */
  readonly first: number;
  readonly last: number;
}

function gapsOf({ source }: Comparison): Gap[] {
  const gaps: { tokens: Token[]; first: number; last: number }[] = [];
  let isOpen = false;
  for (const at of source.content) {
    const token = source.tokens[at];
    if (token === undefined) continue;
    const isGone = source.pair[at] === -1;
    const last = gaps.at(-1);
    const runsOn = isOpen && last !== undefined && !isParted(last.last, at, source.tokens);
    if (isGone && runsOn && last !== undefined) {
      last.tokens.push(token);
      last.last = at;
    } else if (isGone) gaps.push({ tokens: [token], first: at, last: at });
    isOpen = isGone;
  }
  return gaps;
}

/** A comma parts two asides that are gone. */
function isParted(from: number, to: number, tokens: readonly Token[]): boolean {
  return tokens
    .slice(from + 1, to)
    .some(({ key }) => key === "," || key === "." || key === ")" || key === "(");
}

function ruleOf({ tokens }: Gap): RewriteRule {
  const kinds = new Set(tokens.map(({ kind }) => kind));
  if (kinds.has("negation") || kinds.has("hedge") || kinds.has("quantifier")) return "polarity";
  if (kinds.has("bound")) return "number";
  return "omission";
}

function wordsOf({ first, last }: Gap, { source }: Comparison): string {
  return source.text.slice(source.tokens[first]?.start, source.tokens[last]?.end);
}

function canGo(gap: Gap, comparison: Comparison): boolean {
  const { words, source } = comparison;
  const { tokens } = gap;
  if (tokens.some(({ quotation }) => quotation >= 0)) return false;
  if (tokens.every(({ form }) => words.droppable.has(form))) return true;
  if (isInBrackets(gap, source.tokens)) return true;
  if (tokens.some(({ form }) => words.restricting.has(form))) return false;
  return (
    isLoneDate(gap, comparison) ||
    isTitle(gap, comparison) ||
    isAside(gap, comparison) ||
    isPhrase(gap, comparison)
  );
}

function isInBrackets({ first, last }: Gap, tokens: readonly Token[]): boolean {
  return tokens[first - 1]?.key === "(" && tokens[last + 1]?.key === ")";
}

/** "On Tuesday" can go; "since", "until" and "before" it cannot. */
function isLoneDate({ tokens, first }: Gap, comparison: Comparison): boolean {
  const { source, words } = comparison;
  const isDate = tokens.every(({ kind }) => kind === "date");
  const ties = before(source, first).functions.filter(({ form }) => words.prepositions.has(form));
  return (
    isDate &&
    ties.every(({ form }) => words.datePrepositions.has(form)) &&
    !isScoped(first, comparison)
  );
}

/** Right before the name that it is of: "the capital Tripoli", "Foreign Minister Ann Lee". */
function isTitle({ tokens, last }: Gap, { source, words }: Comparison): boolean {
  const next = source.tokens[last + 1];
  const isBefore = next?.kind === "name" && (source.pair[last + 1] ?? -1) >= 0;
  const isTitled = tokens.every(({ form, kind }) => words.titles.has(form) || kind === "name");
  return isBefore && isTitled && tokens.some(({ form }) => words.titles.has(form));
}

/** Between two commas, or behind the last one. */
function isAside({ tokens, first, last }: Gap, comparison: Comparison): boolean {
  const { source, words } = comparison;
  const { functions, mark } = before(source, first);
  const next = source.tokens[last + 1];
  if (mark?.key !== "," || next === undefined || next.kind !== "mark") return false;
  if (functions.some(({ form }) => words.coordinators.has(form))) return false;
  const isHeld = tokens.some(({ kind }) => kind === "negation" || kind === "hedge");
  const opensAside = functions.some(({ form }) => words.relatives.has(form)) || next.key === ",";
  return (!isHeld || opensAside) && !isListed(first, last, source.tokens, words);
}

/** "A, B and C": what stands between the commas is one of several. */
function isListed(
  first: number,
  last: number,
  tokens: readonly Token[],
  { coordinators }: Comparison["words"],
): boolean {
  const behind = tokens.slice(last + 1, last + 6);
  const opens = tokens[first - 1];
  return opens?.key === "," && behind[0]?.key === "," && coordinators.has(behind[1]?.form ?? "");
}

/** A preposition and what hangs on it, at the end of a clause whose other words do not lean on it. */
function isPhrase({ tokens, first, last }: Gap, comparison: Comparison): boolean {
  const { source, words } = comparison;
  const { functions, at } = before(source, first);
  const [only] = functions.filter(({ form }) => words.prepositions.has(form));
  if (only === undefined || !words.droppablePrepositions.has(only.form)) return false;
  const isHeld = tokens.some(
    ({ kind }) =>
      kind === "negation" ||
      kind === "hedge" ||
      kind === "link" ||
      kind === "bound" ||
      kind === "number",
  );
  if (isHeld || at < 0 || source.tokens[at]?.kind === "number" || isCut(source, last)) return false;
  return !isScoped(first, comparison) && hasVerbBefore(first, comparison);
}

function isCut({ tokens, spans }: Comparison["source"], last: number): boolean {
  const next = tokens[last + 1];
  const isEnd =
    next === undefined ||
    next.kind === "mark" ||
    next.kind === "link" ||
    next.form === "and" ||
    next.form === "that";
  return !isEnd && !spans.some(({ from }) => from === last + 1) && next?.kind !== "date";
}

/** A word of the same sentence that holds of all of it: "only", "not", "more than". */
function isScoped(at: number, { source, words }: Comparison): boolean {
  const { tokens } = source;
  let from = at;
  while (from > 0 && tokens[from - 1]?.key !== "." && tokens[from - 1]?.key !== ";") from -= 1;
  let to = at;
  while (to < tokens.length && tokens[to]?.key !== "." && tokens[to]?.key !== ";") to += 1;
  return tokens
    .slice(from, to)
    .some(
      ({ form, kind }) => words.scoping.has(form) || kind === "negation" || SUPERLATIVE.test(form),
    );
}

const SUPERLATIVE =
  /^(?!.*(?:forest|interest|protest|arrest|request|guest|west|test|rest|contest|latest|invest|harvest|suggest)$)\p{L}{3,}est$/u;

function hasVerbBefore(at: number, { source, words }: Comparison): boolean {
  const { tokens } = source;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined || token.key === "." || token.key === ";") return false;
    const isVerb =
      token.kind === "word" &&
      (token.form.endsWith("ed") ||
        words.verbForms.has(token.form) ||
        words.auxiliaries.has(token.form));
    if (isVerb && source.pair[index] !== -1) return true;
  }
  return false;
}
