/** From what became of an article's passages to why none of them is printed, and what is in their place. */
import type { ArticleRange } from "../model/analysis.js";
import type { Choice, SlotName } from "../model/choice.js";
import type { Why } from "../model/issue.js";
import type { FateRequest, Verdict } from "./fates.js";

/** The passage that came nearest to being printed speaks for the article. */
export function whyNotUsed(id: string, request: FateRequest): Verdict {
  const choices = request.choicesOf(id);
  for (const [why, kinds] of WHYS) {
    const own = choices.filter(({ outcome }) => kinds.includes(outcome.kind));
    const nearest = own.toSorted((a, b) => behindBy(a) - behindBy(b))[0];
    if (nearest === undefined) continue;
    const beaten = winnerOf(nearest);
    return {
      fate: "not-used",
      why,
      reason: wordsOf(nearest),
      ...(beaten === null ? {} : winnerNames(beaten, request)),
    };
  }
  const reason = "on a theme as a whole, but no passage of it says enough";
  return { fate: "not-used", why: "in-passing", reason };
}

type Kind = Choice["outcome"]["kind"];

/** Nearest to the page first. */
const WHYS: readonly (readonly [Why, readonly Kind[]])[] = [
  ["outranked", ["outranked"]],
  ["said-already", ["repeats", "said-before"]],
  ["outranked", ["out-of-sight", "article-cap"]],
  ["desk", ["excluded"]],
  ["not-alone", ["needs-neighbour", "follows", "serves-elsewhere"]],
  ["in-passing", ["other-theme", "in-passing"]],
];

function behindBy({ outcome }: Choice): number {
  return outcome.kind === "outranked" ? outcome.byScore - outcome.score : 0;
}

function winnerOf({ outcome }: Choice): ArticleRange | null {
  return "by" in outcome ? outcome.by : null;
}

function winnerNames(
  range: ArticleRange,
  { statementAt }: FateRequest,
): Pick<Verdict, "of" | "by"> {
  const by = statementAt(range);
  return by === null ? { of: range.article } : { of: range.article, by };
}

function wordsOf({ theme, slot, outcome }: Choice): string {
  const where = slot === null ? theme : `“${SLOTS[slot]}” of ${theme}`;
  switch (outcome.kind) {
    case "outranked":
      return `ranks ${outcome.rank} of ${outcome.of} for the ${outcome.limit} places under ${where}`;
    case "repeats":
    case "said-before":
      return `what it says of ${theme} is said already under ${where}`;
    case "out-of-sight":
    case "article-cap":
      return `one of more passages on ${theme} than are compared`;
    case "needs-neighbour":
    case "follows":
    case "serves-elsewhere":
      return `what it says of ${theme} is not understood on its own`;
    case "other-theme":
    case "in-passing":
      return `speaks of ${theme} only in passing`;
    case "excluded":
      return `what it says of ${theme} is left out by the desk: ${outcome.reason}`;
    case "pinned":
    case "chosen":
      return `chosen for ${where}`;
  }
}

const SLOTS: Readonly<Record<SlotName, string>> = {
  happened: "what happened",
  says: "who says what",
  background: "background",
};
