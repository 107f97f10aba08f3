/** What the desk orders in, its lines as the issue prints them out: each with the words that it rests on. */

import type { StandingParagraph } from "../model/desk-line.js";
import type { DeskOrders, OrderedLine } from "../model/desk-orders.js";
import type { Assessment, DeskLine, IssueDesk } from "../model/issue.js";
import { type ArticlesById, cite } from "./statements.js";

export function deskOf(
  { bottomLine, keyMessages, watch, decisions }: DeskOrders,
  standing: readonly StandingParagraph[],
  articles: ArticlesById,
): IssueDesk {
  const line = (ordered: OrderedLine) => makeLine(ordered, articles);
  const decided = Object.values(decisions).some((list) => list.length > 0);
  return {
    bottomLine: bottomLine.map(line),
    keyMessages: keyMessages.map(line),
    watch: watch.map(({ date, line: ordered }) => ({ date, line: line(ordered) })),
    standing: [...standing],
    ...(decided ? { decisions } : {}),
  };
}

function makeLine(ordered: OrderedLine, articles: ArticlesById): DeskLine {
  const citations = ordered.places.map((place) => cite(place, articles));
  return { ...wordsOf(ordered), citations };
}

/** @returns null where the desk says nothing of the theme */
export function assessmentOf(
  theme: string,
  { assessments }: Pick<DeskOrders, "assessments">,
  articles: ArticlesById,
): Assessment | null {
  const ordered = assessments.get(theme);
  if (ordered === undefined) return null;
  const citations = ordered.places.map((place) => cite(place, articles));
  return { ...wordsOf(ordered), ...(citations.length > 0 ? { citations } : {}) };
}

function wordsOf({ text, by, isSourceGone }: OrderedLine): Omit<DeskLine, "citations"> {
  return {
    text,
    ...(by === undefined ? {} : { by }),
    ...(isSourceGone ? { sourceGone: true } : {}),
  };
}
