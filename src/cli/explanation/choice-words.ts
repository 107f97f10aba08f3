/** What became of a candidate to the sentence that says why, with what has its place. */
import type { ScoreParts, SlotName } from "../../model/choice.js";
import type { ExplainedChoice, PlaceIn } from "../../model/explanation.js";
import type { Row } from "./section.js";

const SLOTS: Readonly<Record<SlotName, string>> = {
  happened: "what happened",
  says: "who says what",
  background: "background",
};

export function choiceRows(choice: ExplainedChoice): Row[] {
  const { theme, slot, outcome, winner } = choice;
  const where = slot === null ? "" : `, “${SLOTS[slot]}”`;
  return [
    { label: `${theme}${where}`, text: "" },
    { text: wordsOf(choice), depth: 1 },
    ...(winner === null ? [] : [{ text: winnerWords(winner), depth: 1 }]),
    ...("parts" in outcome ? [{ text: scoreWords(outcome), depth: 1 }] : []),
  ];
}

function wordsOf({ outcome, themeScore }: ExplainedChoice): string {
  switch (outcome.kind) {
    case "pinned":
      return `pinned by the desk, as number ${outcome.place}, before what is chosen${because(outcome.reason)}`;
    case "excluded":
      return `left out by the desk${because(outcome.reason)}`;
    case "chosen":
      return `chosen: number ${outcome.place} of at most ${outcome.limit}, out of ${count(outcome.of, "candidate")}`;
    case "outranked":
      return `not chosen: over the limit of ${outcome.limit}; it ranks ${outcome.rank} of ${outcome.of}, and the last place went at ${round(outcome.byScore)} to:`;
    case "repeats":
      return "not chosen: says what one of the chosen says (most of their words, or one event):";
    case "out-of-sight":
      return `not chosen: one of ${outcome.of} candidates, of which the ${outcome.most} foremost are compared`;
    case "said-before":
      return "not chosen: most of its words are said before by:";
    case "needs-neighbour":
      return "not chosen: needs its neighbour; the sentence before it does not make it understandable";
    case "follows":
      return outcome.printed
        ? "chosen: is understood behind the passage that stands before it:"
        : "not chosen: would be understood only behind this passage, where no place is left:";
    case "serves-elsewhere":
      return `not chosen here: is printed as background of ${outcome.theme}:`;
    case "other-theme":
      return `not a candidate: speaks more of ${outcome.theme} (${round(outcome.share * 100)} % of its score there; half is needed)`;
    case "in-passing":
      return `not a candidate: the article is not on the theme, and the passage scores ${round(themeScore)} (${outcome.needed} are needed then)`;
    case "article-cap":
      return `not a candidate: of one article the ${outcome.most} passages with most evidence take part (cap per article)`;
  }
}

function because(reason: string | null): string {
  return reason === null ? "" : `: ${reason}`;
}

const PARTS: readonly (readonly [keyof ScoreParts, string])[] = [
  ["nearness", "near to all candidates together"],
  ["likeness", "like the other candidates"],
  ["coverage", "tells what several reports tell"],
  ["opening", "like what reports open with"],
  ["support", "another origin reports it"],
  ["early", "early in its article"],
  ["theme", "evidence for the theme"],
  ["title", "words of the title"],
  ["leaning", "leans on the sentence before it"],
  ["merit", "merit"],
];

function scoreWords({ score, parts }: { score: number; parts: ScoreParts }): string {
  const told = PARTS.flatMap(([part, words]) => {
    const value = parts[part];
    return value === undefined || round(value) === "0" ? [] : [`${words} ${round(value)}`];
  });
  return `its score ${round(score)}${told.length === 0 ? "" : `: ${told.join(", ")}`}`;
}

export function winnerWords({ file, start, end, text, statement }: PlaceIn): string {
  return `“${text.text}” ${file}:${start}-${end}${statement === null ? "" : ` (${statement})`}`;
}

/** Two decimals, as scores are told. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
