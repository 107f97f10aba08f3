/** A lexicon's themes against a corpus: terms that nearly every article holds, and terms that none does. */
import type { ArticleAnalysis } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { ANY_LANGUAGE, type Lexicon, type Theme } from "../../model/lexicon.js";
import { primaryLanguage } from "../../text/primary-language.js";

/**
 * @param isWhole whether the articles are all there are: only then does it say something of a term
 *   that none of them holds it
 */
export function checkThemes(
  articles: readonly Pick<Article, "id" | "language">[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Pick<Lexicon, "themes" | "placeOfTerm">,
  isWhole: boolean,
): Diagnostic[] {
  if (articles.length < LEAST_CORPUS) return [];
  const languages = new Set(articles.map(({ language }) => primaryLanguage(language)));
  return lexicon.themes.themes.flatMap((theme) => {
    const holders = holdersOf(theme.id, articles, analyses);
    return [
      ...tooCommon(theme, holders, articles.length, lexicon),
      ...(isWhole ? unused(theme, holders, languages, lexicon) : []),
    ];
  });
}

/** Of a few articles one term may well be in most, or in none. */
const LEAST_CORPUS = 20;
/** A term of more than this part of the articles says nothing of any of them. */
const LARGEST_SHARE = 0.6;

/** Whether a term of `count` articles tells none from another. */
export function isTooCommon(count: number, articles: number): boolean {
  return articles >= LEAST_CORPUS && count > articles * LARGEST_SHARE;
}

type Places = Pick<Lexicon, "placeOfTerm">;

function holdersOf(
  theme: string,
  articles: readonly Pick<Article, "id">[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { id } of articles) {
    const label = analyses.get(id)?.themes.find((candidate) => candidate.id === theme);
    for (const { term } of label?.terms ?? []) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return holders;
}

function tooCommon(
  { id }: Theme,
  holders: ReadonlyMap<string, number>,
  articles: number,
  places: Places,
): Diagnostic[] {
  return [...holders]
    .filter(([, count]) => isTooCommon(count, articles))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, count]) => ({
      code: "term-too-common",
      severity: "warning",
      message: `theme "${id}": term "${term}" is in ${count} of ${articles} articles, so it tells none from another`,
      ...placed(places.placeOfTerm?.(id, term)),
      hint: "write a longer phrase, or list it under weak or under context",
    }));
}

/** Terms of languages that no article has are left alone. */
function unused(
  theme: Theme,
  holders: ReadonlyMap<string, number>,
  languages: ReadonlySet<string>,
  places: Places,
): Diagnostic[] {
  const terms = Object.entries(theme.terms)
    .filter(([tag]) => tag === ANY_LANGUAGE || languages.has(primaryLanguage(tag)))
    .flatMap(([, { strong, near, weak, cs }]) => [...strong, ...near, ...weak, ...cs])
    .filter((term) => !holders.has(term));
  const [first] = terms;
  if (first === undefined) return [];
  const shown = terms.slice(0, MOST_SHOWN).map((term) => named(theme.id, term, places));
  const others = terms.length - shown.length;
  const list = [...shown, ...(others === 0 ? [] : [`and ${others} more`])].join(", ");
  return [
    {
      code: "term-without-articles",
      severity: "info",
      message: `theme "${theme.id}": no article holds ${list}`,
      ...placed(places.placeOfTerm?.(theme.id, first)),
      hint: "check the spelling, or let a word run on with * at its end",
    },
  ];
}

const MOST_SHOWN = 12;

function named(theme: string, term: string, { placeOfTerm }: Places): string {
  const line = placeOfTerm?.(theme, term)?.line;
  return line === undefined ? `"${term}"` : `"${term}" (line ${line})`;
}

function placed(place: Diagnostic["place"] | null): Pick<Diagnostic, "place"> {
  return place === null || place === undefined ? {} : { place };
}
