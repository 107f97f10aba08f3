/** From what was gathered to what it says: the articles selected, analysed, related, and the passages chosen. */
import {
  analyseArticles,
  checkThemes,
  decidePassages,
  overrideThemes,
  type Relations,
  relateArticles,
  reportUnsplitLanguages,
} from "../analysis/index.js";
import { inferDates } from "../corpus/index.js";
import { articlesWantedBy } from "../desk/index.js";
import { lastVisibleDay, type Selection, selectArticles, shiftDay } from "../issue/index.js";
import type { ArticleAnalysis, ThemePicks } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { Choice } from "../model/choice.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { DeskOrders } from "../model/desk-orders.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Lexicon } from "../model/lexicon.js";
import type { Stopwatch } from "../stopwatch.js";
import { analysedOrigins, type Pinned, pickThemes } from "../summary/index.js";
import { excludedChoices, followDesk, pinnedIn } from "./follow-desk.js";
import type { Gathered } from "./gather.js";
import { openStudyMemory, type StudyMemory } from "./study-memory.js";

export interface Understood {
  readonly selection: Selection;
  /** Articles of the period and those of the background. */
  readonly visible: readonly Article[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly relations: Relations;
  readonly picks: readonly ThemePicks[];
  /** What became of each passage that might have been picked. */
  readonly choices: readonly Choice[];
  /** What the desk wants. */
  readonly orders: DeskOrders;
}

export async function understand(
  gathered: Gathered,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
  memory: StudyMemory = openStudyMemory(),
): Promise<Understood> {
  const { lexicon, desk } = gathered;
  const { notes } = desk;
  const selection = await select(gathered, watch, memory);
  const visible = [...selection.inPeriod, ...selection.background];
  diagnostics.push(...reportUnsplitLanguages(visible));
  const found = await watch.time("analyse", () => analyse(visible, lexicon, notes, memory));
  const orders = await watch.time("desk", () =>
    followDesk({ gathered, selection, visible, analyses: found }, diagnostics),
  );
  const { excluded, moved } = orders.decisions;
  const analyses = memory.decided.get([found, JSON.stringify([excluded, moved])], () =>
    decidePassages(found, { excluded, moved }),
  );
  diagnostics.push(...checkThemes(visible, analyses, lexicon, false));
  // Relations are found when asked for: an issue needs all of them.
  const relations = await watch.time("relate", () =>
    memory.relations.get([analyses, JSON.stringify(notes.stories), lexicon, ...visible], () => ({
      ...relateArticles(visible, analyses, lexicon, { storyEdits: notes.stories }),
    })),
  );
  const choices: Choice[] = excludedChoices(orders, found);
  const pinned = pinnedIn(orders, visible, analyses);
  const picks = await watch.time("choose", () =>
    pick(gathered, selection, { analyses, pinned }, relations, (choice) => choices.push(choice)),
  );
  return { selection, visible, analyses, relations, picks, choices, orders };
}

function analyse(
  visible: readonly Article[],
  lexicon: Lexicon,
  { themes }: DeskNotes,
  memory: StudyMemory,
): Understood["analyses"] {
  const own = memory.analyses.get([lexicon, ...visible], () => analyseArticles(visible, lexicon));
  const overrides = Object.entries(themes).map(([id, { add, remove }]) => [id, add, remove]);
  return memory.overridden.get([own, JSON.stringify(overrides)], () =>
    overrideThemes(own, visible, themes),
  );
}

async function select(
  { corpus, brief, period, cutOff, asOf, desk }: Gathered,
  watch: Stopwatch,
  memory: StudyMemory,
): Promise<Selection> {
  const last = lastVisibleDay({ cutOff, asOf });
  const { articles } = corpus;
  const dated = await watch.time("date", () =>
    memory.dated.get([last, asOf !== null, ...articles], () =>
      inferDates(articles, last, asOf !== null),
    ),
  );
  const { backgroundDays } = brief.settings;
  const { reserve } = corpus;
  const { notes } = desk;
  const wanted = articlesWantedBy(notes);
  return selectArticles(dated, { period, cutOff, backgroundDays, notes, reserve, wanted });
}

function pick(
  { themes, brief, period }: Gathered,
  { inPeriod, background }: Selection,
  { analyses, pinned }: Pick<Understood, "analyses"> & { readonly pinned: readonly Pinned[] },
  { reprints, supportsOf }: Relations,
  onChoice: (choice: Choice) => void,
): readonly ThemePicks[] {
  const { limits, summary } = brief.settings;
  return pickThemes({
    themes,
    inPeriod: analysedOrigins(inPeriod, analyses, reprints),
    background: analysedOrigins(background, analyses, reprints),
    period,
    newsFrom: shiftDay(period.from, -NEWS_BEFORE),
    limits,
    method: summary.method,
    supportsOf,
    pinned,
    onChoice,
  });
}

/** Events of the week before still count as this week's news. */
const NEWS_BEFORE = 7;
