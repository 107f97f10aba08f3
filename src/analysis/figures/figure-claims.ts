/** A figure and its article's analysis to who gives the figure and the days that it holds for. */
import type { ArticleAnalysis, Attribution, DateMention, Figure } from "../../model/analysis.js";
import { spansIn } from "../spans.js";

export interface FigureClaim {
  /** Null where the article gives the figure in its own voice. */
  readonly attribution: Attribution | null;
  /** The date of its clause; null where the clause has none. */
  readonly date: DateMention | null;
}

export function claimOf(
  figure: Figure,
  { attributions, dates }: Pick<ArticleAnalysis, "attributions" | "dates">,
): FigureClaim {
  const said = spansIn(attributions, figure).find(
    ({ start, end }) => start <= figure.start && figure.end <= end,
  );
  return { attribution: said ?? null, date: dateOf(figure, dates) };
}

/** The nearest date of the sentence that no clause parts from the figure. */
function dateOf(figure: Figure, dates: readonly DateMention[]): DateMention | null {
  let best: DateMention | null = null;
  let least = LONGEST_WAY;
  for (const date of spansIn(dates, figure.sentence)) {
    const isBefore = date.end <= figure.start;
    const from = isBefore ? date.end : figure.end;
    const to = isBefore ? figure.start : date.start;
    if (to - from >= least || to < from) continue;
    const base = figure.sentence.start;
    if (PARTED.test(figure.sentence.text.slice(from - base, to - base))) continue;
    best = date;
    least = to - from;
  }
  return best;
}

/** Code units between a figure and the date of its clause at most. */
const LONGEST_WAY = 200;

/** What parts a date from a figure: a clause, a comparison, another figure's turn. */
const PARTED =
  /;|[,\s](?:but|while|whereas|although|compared|against|than|up from|down from|from|after|before|since|who|which|mais|alors que|contre|после|а|но|чем|ancak|ama|بينما|مقارنة|لكن|während|aber|mientras|pero|mentre|ma)\s|\s(?:and|et|ve|и|und|y|e)\s[^.]{0,60}\p{Nd}/iu;
