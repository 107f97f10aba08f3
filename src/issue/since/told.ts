/** Ranges that an issue prints to what they tell, in a form in which two issues can be compared. */
import { type EventPassage, type FigureStatement, spansIn } from "../../analysis/index.js";
import type { ArticleRange, Attribution, DateMention } from "../../model/analysis.js";
import type { Issue } from "../../model/issue.js";
import { fold } from "../../text/fold.js";
import { splitWords } from "../../text/words.js";

/** A range that an issue prints, and where. */
export interface Printed extends ArticleRange {
  readonly quote: string;
  /** Themes that print it, the first first. */
  readonly themes: readonly string[];
}

/** Statements on what happened and on who says what, each once; background is no news. */
export function printedIn({ themes }: Pick<Issue, "themes">): Printed[] {
  const found = new Map<string, Printed & { themes: string[] }>();
  for (const { id, happened, says } of themes) {
    for (const { citations } of [...happened, ...says.map(({ statement }) => statement)]) {
      const [own] = citations;
      if (own === undefined) continue;
      const { article, start, end, quote } = own;
      const key = `${article} ${start} ${end}`;
      const known = found.get(key) ?? { article, start, end, quote, themes: [] };
      if (!known.themes.includes(id)) known.themes.push(id);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

/** What stands in a range, whoever prints it. */
export interface Told {
  readonly range: ArticleRange;
  /** Day of its article. */
  readonly day: string | null;
  /** Folded words in their order. */
  readonly words: readonly string[];
  /** Stems and concepts, names and entities, those of who speaks aside. */
  readonly terms: ReadonlySet<string>;
  /** Entities, and of speakers that the lexicon lacks the last word. */
  readonly speakers: ReadonlySet<string>;
  readonly isNegated: boolean;
  /** Days that its main clauses give, those on which somebody spoke aside. */
  readonly dates: readonly { readonly from: string; readonly to: string }[];
  readonly figures: readonly FigureStatement[];
}

/** Of one article, what a range is read from. */
export interface Reading {
  readonly text: string;
  readonly day: string | null;
  readonly events: readonly EventPassage[];
  readonly attributions: readonly Attribution[];
  readonly figures: readonly FigureStatement[];
}

export function readTold(range: ArticleRange, reading: Reading): Told {
  const events = spansIn(reading.events, range);
  const said = spansIn(reading.attributions, range);
  const speakers = new Set(said.flatMap((each) => speakerKey(each) ?? []));
  const spoken = said.flatMap(({ speaker }) => termsOfName(speaker, events));
  const isSaid = (mention: DateMention) =>
    said.some(({ cue }) => isDayOfSaying(mention, cue, reading.text));
  return {
    range,
    day: reading.day,
    words: splitWords(reading.text.slice(range.start, range.end)).map(({ folded }) => folded),
    terms: new Set(
      events
        .flatMap(({ terms, entities }) => [...terms, ...entities])
        .filter((term) => !speakers.has(term) && !spoken.includes(term)),
    ),
    speakers,
    isNegated: events.some(({ isNegated }) => isNegated),
    dates: events.flatMap(({ dates }) =>
      dates
        .filter(({ isMain, mention }) => isMain && mention.precision !== "year")
        .filter(({ mention }) => !isSaid(mention))
        .map(({ mention: { from, to } }) => ({ from, to })),
    ),
    figures: reading.figures
      .filter(({ figure }) => figure.start >= range.start && figure.end <= range.end)
      .map((each) => (each.date !== null && isSaid(each.date) ? { ...each, date: null } : each)),
  };
}

/** The words of a speaker's name say nothing of what is told. */
function termsOfName(speaker: string, events: readonly EventPassage[]): string[] {
  const words = new Set(splitWords(speaker).map(({ folded }) => folded));
  const terms = events.flatMap((event) => [...event.terms]);
  return terms.filter((term) => words.has(term.replace(/^=/, "")));
}

/** "said on Monday", "announced Mr Ferri on Monday": every report of a thing is told on a day of its own. */
function isDayOfSaying({ start }: DateMention, cue: string, text: string): boolean {
  const at = text.lastIndexOf(cue, start - 1);
  if (at < 0 || at + cue.length > start) return false;
  const between = text.slice(at + cue.length, start).trim();
  return (
    between.length < LONGEST_GAP && /^(?:\p{Ll}{1,3}|(?:\p{Lu}[\p{L}.'’-]*\s?)*)$/u.test(between)
  );
}

/** Code units between a verb of saying and its day. */
const LONGEST_GAP = 40;

/** The entity, or the last word of a name that the lexicon lacks; null where nobody is named. */
export function speakerKey({
  entity,
  speaker,
}: Pick<Attribution, "entity" | "speaker">): string | null {
  return entity ?? lastName(speaker);
}

/** A pronoun or a common noun names nobody. */
function lastName(speaker: string): string | null {
  const last = splitWords(speaker).at(-1);
  if (last === undefined || /^\p{Ll}/u.test(speaker.slice(last.start))) return null;
  return `=${fold(last.folded)}`;
}
