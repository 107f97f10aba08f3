/** What the desk wants printed to the candidates that stand first in each slot of a theme. */
import { overlaps } from "../model/analysis.js";
import type { PinnedPassage, SlotName } from "../model/choice.js";
import { type AnalysedArticle, type Candidate, candidateAt } from "./candidates.js";
import { logOutcome } from "./choice-log.js";
import { type SortedTheme, type SortRequest, slotOf } from "./sort-theme.js";

/** A pin, and the article that it is of, be that a copy of another. */
export interface Pinned {
  readonly pin: PinnedPassage;
  readonly article: AnalysedArticle;
}

export type PinsOfTheme = Readonly<Record<SlotName, readonly Candidate[]>>;

/** In the order of the notes. A passage that nobody says cannot stand under who says what. */
export function placePins(
  theme: string,
  pinned: readonly Pinned[],
  request: SortRequest,
): PinsOfTheme {
  const placed: Record<SlotName, Candidate[]> = { happened: [], says: [], background: [] };
  for (const { pin, article } of pinned) {
    const candidate = pin.theme === theme ? candidateAt(article, theme, pin) : null;
    if (candidate === null) continue;
    const slot = pin.slot ?? slotOf(candidate, article, request);
    placed[slot].push(candidate);
    const outcome = { kind: "pinned", place: placed[slot].length, reason: pin.reason } as const;
    logOutcome(request.onChoice, candidate, slot, outcome);
  }
  return placed;
}

/** What is pinned under a theme does not compete there as well. */
export function withoutPinned(
  theme: SortedTheme,
  { happened, says, background }: PinsOfTheme,
): SortedTheme {
  const pins = [...happened, ...says, ...background];
  if (pins.length === 0) return theme;
  const isFree = (candidate: Candidate) => !pins.some((pin) => overlaps(pin, candidate));
  return {
    id: theme.id,
    dated: theme.dated.filter(isFree),
    said: theme.said.filter(isFree),
    background: theme.background.filter(isFree),
  };
}
