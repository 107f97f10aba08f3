/** A pin in, the passage that it puts on a theme out: of a whole article the one that says most. */
import { spansIn } from "../analysis/index.js";
import type { ArticleAnalysis, ArticleRange } from "../model/analysis.js";
import type { PinnedPassage } from "../model/choice.js";
import type { MovedPassage } from "../model/desk-decisions.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { analysed, foremostPassage } from "../summary/index.js";
import type { Places } from "./find-places.js";
import type { FoundTarget } from "./find-targets.js";
import { type GoneNote, nameOf } from "./gone-notes.js";
import type { NotesToResolve } from "./resolve-notes.js";

export interface PlacedPin {
  readonly pin?: PinnedPassage[];
  /** Chosen for a whole article that has to be heard. */
  readonly isOfArticle?: boolean;
  /** What has to be put on the theme first. */
  readonly move?: MovedPassage[];
  readonly gone?: GoneNote;
  readonly warning?: Diagnostic;
}

interface Pinning extends NotesToResolve {
  readonly places: Places;
}

/** What is added to a theme passage by passage is pinned there as well: that is why it is named. */
export function placePin(found: FoundTarget, request: Pinning): PlacedPin {
  const { act, target, ranges, reason } = found;
  const isPin = act.kind === "pin";
  if (!isPin && !(act.kind === "add" && target.kind !== "article")) return {};
  const id = ranges[0]?.article ?? articleIdOf(found, request);
  const analysis = request.analyses.get(id);
  if (analysis === undefined) return {};
  const theme = act.theme ?? themeOf(analysis, ranges, request.themes);
  if (theme === null) return { gone: withoutTheme(found) };
  const passages = target.kind === "article" ? foremost(analysis, theme, request) : ranges;
  const isSaid = passages.every((range) => spansIn(analysis.attributions, range).length > 0);
  const slot = isPin ? act.slot : null;
  const isUnsaid = slot === "says" && !isSaid;
  return {
    isOfArticle: target.kind === "article",
    pin: passages.map((range) => ({ ...range, theme, slot: isUnsaid ? null : slot, reason })),
    move: passages
      .filter((range) => isPin && !carries(analysis, range, theme))
      .map((range) => ({ ...range, theme, kind: "added", reason })),
    ...(isUnsaid ? { warning: saidByNobody(found, request) } : {}),
  };
}

function articleIdOf({ target }: FoundTarget, { places }: Pinning): string {
  return target.kind === "article" ? (places.articleOf(target.article)?.id ?? "") : "";
}

function foremost(
  analysis: ArticleAnalysis,
  theme: string,
  { places }: Pinning,
): readonly ArticleRange[] {
  const article = places.articleOf(analysis.article);
  const range = article && foremostPassage(analysed(article, analysis), theme);
  return range === null ? [] : [range];
}

/** The theme that the passages speak of most, or else their article; of equals the first of the brief. */
function themeOf(
  { passages, themes: own }: ArticleAnalysis,
  ranges: readonly ArticleRange[],
  themes: readonly string[],
): string | null {
  const labels = ranges
    .flatMap((range) => spansIn(passages, range))
    .flatMap((passage) => passage.themes);
  const assigned = own.filter((theme) => theme.assigned);
  const elsewhere = ranges.length > 0 ? [] : passages.flatMap((passage) => passage.themes);
  for (const scores of [labels, assigned, elsewhere]) {
    const best = themes
      .map((id) => ({ id, score: Math.max(0, ...scores.filter((s) => s.id === id).map(scoreOf)) }))
      .reduce((most, next) => (next.score > most.score ? next : most), { id: "", score: 0 });
    if (best.score > 0) return best.id;
  }
  return null;
}

function scoreOf({ score }: { readonly score: number }): number {
  return score;
}

function carries({ passages }: ArticleAnalysis, range: ArticleRange, theme: string): boolean {
  return spansIn(passages, range).every(({ themes }) => themes.some(({ id }) => id === theme));
}

function withoutTheme({ path, target }: FoundTarget): GoneNote {
  const hint = 'add a line "theme:" with the theme that shall print it';
  return { path, names: nameOf(target), what: "what is on no theme of this brief", hint };
}

function saidByNobody({ path }: FoundTarget, { placeOf }: Pinning): Diagnostic {
  return {
    code: "pin-said-by-nobody",
    severity: "warning",
    message: "the pinned passage names nobody who says it, so it cannot stand under who says what",
    place: placeOf([...path, "slot"]),
    hint: "pin it to happened or background, or leave the slot out",
  };
}
