/** From the texts at hand to what this program finds in them today: what an issue says is held against it. */
import {
  analyseArticles,
  decidePassages,
  overrideThemes,
  type Relations,
  relateArticles,
} from "../../analysis/index.js";
import type { ArticleAnalysis } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { DeskNotes } from "../../model/desk-notes.js";
import type { Issue, Source } from "../../model/issue.js";
import type { Lexicon } from "../../model/lexicon.js";
import { sha256 } from "../../text/sha256.js";
import { type Breach, doubted, type Rule, type Sources } from "./fault.js";
import { lexiconOfIssue } from "./issue-lexicon.js";

export interface Derived {
  /** Those whose text is at hand as it was cited, by id. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly relations: Relations;
  readonly lexicon: Lexicon;
  /** Whether the lexicon is the one that the issue was made with, whole. */
  readonly hasLexicon: boolean;
  /** Whether every article that could be in the issue is among them. */
  readonly isWhole: boolean;
}

const known = new WeakMap<Sources, { readonly issue: Issue; readonly derived: Derived }>();

/** Worked out once for all rules. */
export function derivedOf(issue: Issue, sources: Sources): Derived {
  const found = known.get(sources);
  if (found?.issue === issue) return found.derived;
  const derived = derive(issue, sources);
  known.set(sources, { issue, derived });
  return derived;
}

function derive(issue: Issue, { texts, lexicon = null, others, made, notes }: Sources): Derived {
  const own = lexicon ?? lexiconOfIssue(issue);
  if (made !== undefined) {
    const articles = new Map(made.articles.map((article) => [article.id, article]));
    return { ...made, articles, lexicon: own, hasLexicon: true, isWhole: true };
  }
  const cited = issue.sources.filter(seenBy(issue)).flatMap((source) => {
    const text = texts.get(source.article);
    return text === undefined || sha256(text) !== source.textSha256
      ? []
      : [articleOf(source, text)];
  });
  const ids = new Set(cited.map(({ id }) => id));
  const all = [...cited, ...(others ?? []).filter(({ id }) => !ids.has(id))].sort(byFile);
  const articles = new Map(all.map((article) => [article.id, article]));
  const overridden = overrideThemes(analyseArticles(all, own), all, overridesOf(issue));
  const analyses = decidePassages(overridden, issue.desk.decisions ?? NOTHING_DECIDED);
  return {
    articles,
    analyses,
    relations: relateArticles(all, analyses, own, { storyEdits: notes?.stories }),
    lexicon: own,
    hasLexicon: lexicon !== null,
    isWhole: isWhole(issue, articles),
  };
}

const NOTHING_DECIDED = { excluded: [], moved: [] };

/** What the desk decided of themes, as the coverage records it. */
function overridesOf({ coverage }: Issue): DeskNotes["themes"] {
  const notes: Record<string, DeskNotes["themes"][string]> = {};
  for (const { article, themes } of coverage) {
    for (const { id, override } of article === null ? [] : themes) {
      if (override === undefined || article === null) continue;
      const own = notes[id] ?? { add: [], remove: [] };
      const one = { article, reason: override.reason };
      notes[id] =
        override.kind === "added"
          ? { ...own, add: [...own.add, one] }
          : { ...own, remove: [...own.remove, one] };
    }
  }
  return notes;
}

/** What the last issue alone cites is compared with and cited; the articles of this one it is none of. */
function seenBy({ previous, coverage }: Issue): (source: Source) => boolean {
  if (previous === null) return () => true;
  const looked = coverage.filter(({ fate }) => LOOKED_AT.has(fate));
  const seen = new Set(looked.map(({ article }) => article));
  return ({ article, inPeriod }) => inPeriod || seen.has(article);
}

/** The order in which articles were read. */
function byFile(a: Article, b: Article): number {
  return a.file < b.file ? -1 : 1;
}

/** Fates of the articles that an issue looks at. */
const LOOKED_AT: ReadonlySet<string> = new Set([
  "cited",
  "background",
  "reprint",
  "same-story",
  "off-theme",
  "not-used",
]);

function isWhole({ coverage, beyond }: Issue, articles: ReadonlyMap<string, Article>): boolean {
  return (
    beyond === undefined &&
    coverage.every(
      ({ article, fate }) => !LOOKED_AT.has(fate) || article === null || articles.has(article),
    )
  );
}

/** An article as far as analysis looks at it: its text, its day, its language, its outlet. */
function articleOf(source: Source, text: string): Article {
  const { article, published, inferred, outlet, agency, archived: _archived, ...more } = source;
  const { markings: [marking] = [], ...rest } = more;
  const evidence = [{ article, quote: source.title || article }];
  return {
    ...rest,
    id: article,
    format: "text",
    standfirst: null,
    outlet: outlet?.name ?? null,
    agency: agency?.name ?? null,
    chain: [],
    published: published && {
      date: published.date,
      ...(published.time === null ? {} : { time: published.time }),
      precision: PRECISION[published.date.length] ?? "day",
      evidence,
    },
    modified: null,
    inferred: inferred && { ...inferred, evidence },
    foreign: [],
    paragraphs: text.split("\n\n"),
    removed: [],
    repairs: [],
    raw: text,
    ...(marking === undefined ? {} : { marking }),
  };
}

/** By the length of `2021`, `2021-05` and `2021-05-03`. */
const PRECISION: Readonly<Record<number, "year" | "month" | "day">> = {
  4: "year",
  7: "month",
  10: "day",
};

type DerivedRule = (issue: Issue, derived: Derived, sources: Sources) => Breach[];

/**
 * A rule on what words say by themselves, the lexicon aside. Where another version of the program
 * made the issue, a difference proves nothing: it is told as a warning.
 */
export function readAgain(rule: DerivedRule): Rule {
  return (issue, sources) => {
    const breaches = rule(issue, derivedOf(issue, sources), sources);
    const { program } = sources;
    if (program === undefined || program === issue.program.version) return breaches;
    const { version } = issue.program;
    return doubted(
      breaches,
      `version ${version} of the program made the issue, this is ${program}`,
    );
  };
}

/** A rule that needs the lexicon as well: without the one that the issue was made with it warns. */
export function byDerivation(rule: DerivedRule): Rule {
  return readAgain((issue, derived, sources) => {
    const breaches = rule(issue, derived, sources);
    if (derived.hasLexicon) return breaches;
    return doubted(breaches, "the lexicon that the issue was made with is not at hand");
  });
}
