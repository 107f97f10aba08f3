/** The desk's notes with every target found: what choosing and composing go by. */
import type { ArticleRange } from "./analysis.js";
import type { PinnedPassage } from "./choice.js";
import type { DeskDecisions } from "./desk-decisions.js";
import type { DateRange } from "./statement.js";

/** A line of the desk with the places of the words that it rests on. */
export interface OrderedLine {
  readonly text: string;
  readonly by?: string | undefined;
  readonly places: readonly ArticleRange[];
  /** Something that it cites is gone. */
  readonly isSourceGone: boolean;
}

export interface OrderedWatch {
  readonly date: DateRange | null;
  readonly line: OrderedLine;
}

export interface DeskOrders {
  readonly bottomLine: readonly OrderedLine[];
  readonly keyMessages: readonly OrderedLine[];
  readonly watch: readonly OrderedWatch[];
  /** By theme. */
  readonly assessments: ReadonlyMap<string, OrderedLine>;
  /** In the order of the notes. */
  readonly pins: readonly PinnedPassage[];
  readonly decisions: DeskDecisions;
}
