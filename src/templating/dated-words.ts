/** A text and the words in it that date an event in, so much of it that the event stays told out. */
import { openingWords, openQuotations } from "./opening-words.js";

/** Where a text gives the date of an event, UTF-16 code units. */
interface When {
  readonly start: number;
  readonly end: number;
}

export interface DatedWords {
  readonly text: string;
  readonly when: When;
}

/** Characters in front of the date and behind it. */
const BEFORE = 60;
const BEHIND = 40;
const LEFT_OUT = "[…]";

/** The first words where they reach the date; else those around it, what is left out marked on both sides. */
export function datedWords(text: string, when: When): DatedWords {
  const opening = openingWords(text);
  if (opening.startsWith(text.slice(0, when.end))) return { text: opening, when };
  const start = text.indexOf(" ", Math.max(0, when.start - BEFORE - 1)) + 1;
  if (start === 0 || start > when.start) return { text, when };
  const end = endBehind(text, when.end);
  const open = openQuotations(text.slice(0, start));
  const lead = `${open.map(({ mark }) => mark).join("")}${LEFT_OUT} `;
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${tail(text, end)}`,
    when: { start: when.start + shift, end: when.end + shift },
  };
}

function endBehind(text: string, from: number): number {
  if (text.length - from <= BEHIND) return text.length;
  const space = text.lastIndexOf(" ", from + BEHIND);
  return space >= from ? space : from;
}

/** What marks the end, and closes the quotations that are open there. */
function tail(text: string, end: number): string {
  if (end === text.length) return "";
  const open = openQuotations(text.slice(0, end)).toReversed();
  return ` ${LEFT_OUT}${open.map(({ closes: [mark] }) => mark).join("")}`;
}
