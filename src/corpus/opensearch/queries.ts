/** What is asked of a store to the queries of the engine: the same articles as the embedded index finds. */
import { keysOf } from "../day-keys.js";
import { formsOf } from "../match-forms.js";
import type { DayRange, StoreSearch } from "../store.js";
import { clausesOfTerm, type TextClause } from "../text-query.js";

export type Query = Readonly<Record<string, unknown>>;

/** Copies of an article that another stands for are in no list and no search. */
export const COUNTS: Query = { term: { counts: true } };

export const all = (...filter: readonly Query[]): Query => ({ bool: { filter } });

export const any = (queries: readonly Query[]): Query => {
  const [first] = queries;
  if (queries.length === 1 && first !== undefined) return first;
  return { bool: { should: queries, minimum_should_match: 1 } };
};

export function keysBetween([gte, lte]: readonly [number, number]): Query {
  return { range: { key: { gte, lte } } };
}

export const inDays = (days: DayRange): Query => keysBetween(keysOf(days));

const FIELDS = ["words.title", "words.text"] as const;
type Field = (typeof FIELDS)[number];

/** @param within the title alone, or either of title and text by default */
export function clauseQuery(clause: TextClause, within: readonly Field[] = FIELDS): Query {
  return any(within.flatMap((field) => inField(field, clause)));
}

/** A phrase stands in one field: it never runs over from the title into the text. */
function inField(field: Field, { words, runsOn }: TextClause): Query[] {
  const [first = "", ...rest] = words;
  const forms = formsOf(first);
  if (rest.length === 0) {
    return runsOn
      ? forms.map((form) => ({ prefix: { [field]: { value: form } } }))
      : [{ terms: { [field]: forms } }];
  }
  const phrases = forms.map((form) => [form, ...rest].join(" "));
  return phrases.map((query) =>
    runsOn
      ? { match_phrase_prefix: { [field]: { query, max_expansions: EVERY_ENDING } } }
      : { match_phrase: { [field]: { query } } },
  );
}

/** More words than begin alike in any language. */
const EVERY_ENDING = 100_000;

/** Terms of a lexicon, each to its query; those without a word are left out. */
function termQueries(terms: readonly string[]): Query[] {
  return terms
    .map(clausesOfTerm)
    .filter((clauses) => clauses.length > 0)
    .map((clauses) => all(...clauses.map((clause) => clauseQuery(clause))));
}

/** @param inTitle whether every clause has to stand in the title */
export function searchQuery(search: StoreSearch, inTitle: boolean): Query {
  const { query, among = [], days, outlets } = search;
  const terms = termQueries(among);
  const within = inTitle ? (["words.title"] as const) : undefined;
  return {
    bool: {
      filter: [
        COUNTS,
        ...(days === undefined ? [] : [inDays(days)]),
        ...(outlets === undefined ? [] : [{ terms: { outlet: outlets } }]),
        ...query.clauses.map((clause) => clauseQuery(clause, within)),
        ...(terms.length === 0 ? [] : [any(terms)]),
      ],
      must_not: query.without.map((clause) => clauseQuery(clause)),
    },
  };
}

/** Each article's score is the number of terms that it holds. @returns null where no term holds a word */
export function richestQuery(terms: readonly string[], days: DayRange): Query | null {
  const queries = termQueries(terms);
  if (queries.length === 0) return null;
  return {
    bool: {
      filter: [COUNTS, inDays(days)],
      should: queries.map((filter) => ({ constant_score: { filter, boost: 1 } })),
      minimum_should_match: 1,
    },
  };
}
