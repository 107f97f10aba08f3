/** The phrases before and behind a figure that bound it: "more than", "en az", "'den fazla", "or more". */
import type { Figure } from "../../model/analysis.js";
import type { FigureWords } from "./figure-words.js";
import { gapBefore, isSoftGap, type WordRun } from "./number-literals.js";
import { matchAt, type UnitReading } from "./unit-words.js";

export interface FoundBound {
  readonly bound: Figure["bound"];
  readonly start: number;
}

/** The phrase that ends right before a figure. */
export function boundBefore(
  run: WordRun,
  at: number,
  first: number,
  unit: UnitReading,
  { bounds }: FigureWords,
): FoundBound | null {
  const { words, text } = run;
  let end = at - 1;
  if (end >= first && (words[end]?.start ?? -1) >= unit.start) end -= 1;
  const last = words[end];
  if (last === undefined || end < first) return null;
  if (!/^[\s'’$€£¥₺₽%"“«(]{0,3}$/u.test(text.slice(last.end, unit.start))) return null;
  for (const [phrase, bound] of bounds.get(last.folded) ?? []) {
    const from = end - phrase.length + 1;
    if (phrase.length === 1 && CHANGED_TO.test(words[end - 1]?.folded ?? "")) continue;
    const isHere =
      from >= first &&
      phrase.every(
        (part, offset) =>
          words[from + offset]?.folded === part && (offset === 0 || words[from + offset]?.joined),
      );
    if (isHere) return { bound, start: words[from]?.start ?? unit.start };
  }
  return null;
}

/** "grew to": where a value went, in languages whose word for it is that for "up to" too. */
const CHANGED_TO = /^(?:выр|увелич|сниз|упал|сократ|подн|повыс|рост|возрос|αυξηθ|μειωθ|επεσ)/;

/** "or more", "'den fazla", "على الأقل": the phrase right behind a number or its noun. */
export function boundBehind(
  run: WordRun,
  at: number,
  { boundsBehind }: FigureWords,
): (FoundBound & { readonly next: number; readonly end: number }) | null {
  if (at >= run.limit || !(isSoftGap(gapBefore(run, at)) || /^['’.] ?$/.test(gapBefore(run, at)))) {
    const sign = run.text[run.words[at - 1]?.end ?? -1] === "+" && /^\+ /.test(gapBefore(run, at));
    const end = (run.words[at - 1]?.end ?? 0) + 1;
    return sign && at < run.limit ? { bound: "more-than", start: end, next: at, end } : null;
  }
  const found = matchAt(run, at, boundsBehind);
  if (found === null) return null;
  const next = at + found.length;
  const end = run.words[next - 1]?.end ?? 0;
  return { bound: found.value, start: end, next, end };
}
