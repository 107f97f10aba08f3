/** From what became of candidates to their choices, in the model's terms, for those who ask. */
import type { ArticleRange } from "../model/analysis.js";
import type { Choice, ChoiceOutcome, ScoreParts, SlotName } from "../model/choice.js";
import type { Candidate } from "./candidates.js";
import type { Fared } from "./method.js";

export type OnChoice = (choice: Choice) => void;

/** What candidates of one theme compete for. */
export interface Contest {
  readonly slot: SlotName;
  /** Candidates that take part. */
  readonly of: number;
  /** Statements that the slot holds at most. */
  readonly limit: number;
}

/** A candidate that did not come to compete, or whose place is known otherwise. */
export function logOutcome(
  onChoice: OnChoice | undefined,
  candidate: Candidate,
  slot: SlotName | null,
  outcome: ChoiceOutcome,
): void {
  const { article, start, end, theme, themeScore } = candidate;
  onChoice?.({ article, start, end, theme, slot, themeScore, outcome });
}

/**
 * How a method's choice among candidates fared, told as choices; undefined where nobody asks.
 * @param meritParts what the merit of a candidate adds up from
 */
export function logFares(
  onChoice: OnChoice | undefined,
  { slot, of, limit }: Contest,
  meritParts: (candidate: Candidate) => ScoreParts,
): ((fared: Fared<Candidate>) => void) | undefined {
  if (onChoice === undefined) return undefined;
  return ({ unit, lot, score, parts: told }) => {
    const { merit, ...own } = told;
    const parts = merit === undefined ? own : { ...own, ...meritParts(unit) };
    const competed = { score, parts, of, limit };
    logOutcome(onChoice, unit, slot, outcomeOf(lot, competed));
  };
}

type Competed = Pick<
  Extract<ChoiceOutcome, { kind: "chosen" }>,
  "score" | "parts" | "of" | "limit"
>;

function outcomeOf(lot: Fared<Candidate>["lot"], competed: Competed): ChoiceOutcome {
  switch (lot.kind) {
    case "chosen":
      return { kind: "chosen", place: lot.place, ...competed };
    case "repeats":
      return { kind: "repeats", by: rangeOf(lot.by), ...competed };
    case "out-of-sight":
      return { kind: "out-of-sight", most: lot.limit, ...competed };
    case "outranked": {
      const { by, byScore, rank } = lot;
      return { kind: "outranked", by: by && rangeOf(by), byScore, rank, ...competed };
    }
    case "too-long":
      // A slot counts statements, not words.
      return { kind: "outranked", by: null, byScore: 0, rank: competed.of, ...competed };
  }
}

export function rangeOf({ article, start, end }: ArticleRange): ArticleRange {
  return { article, start, end };
}
