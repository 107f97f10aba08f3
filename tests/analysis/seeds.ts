/** The five seed articles as their gold answers cut them: content sentences, with the gold's ids. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { analyseArticles } from "../../src/analysis/analyse.js";
import type { ArticleAnalysis, ArticleRange, Span } from "../../src/model/analysis.js";
import { type Article, articleText } from "../../src/model/article.js";
import {
  EntitiesFileSchema,
  type Entity,
  type Lexicon,
  OutletsFileSchema,
  ThemesFileSchema,
} from "../../src/model/lexicon.js";

const GoldSchema = z.object({
  articles: z.array(
    z.object({
      key: z.string(),
      file: z.string(),
      published: z.string().nullable(),
      published_inferred: z.string().optional(),
      sentences: z.array(
        z.object({
          id: z.string(),
          start: z.number(),
          end: z.number(),
          role: z.string(),
          themes: z.record(z.string(), z.number()),
        }),
      ),
    }),
  ),
  attributions: z.array(
    z.object({
      id: z.string(),
      speaker: z.string(),
      cue: z.string(),
      type: z.string(),
      via: z.string().optional(),
      scored: z.boolean(),
    }),
  ),
  conflicts: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      claims: z.array(z.object({ id: z.string() })),
      scored: z.boolean(),
    }),
  ),
  corroboration: z.array(z.object({ fact: z.string(), ids: z.array(z.string()) })),
  timeline: z.array(
    z.object({
      date: z.string(),
      event: z.string(),
      ids: z.array(z.string()),
      precision: z.string(),
    }),
  ),
});

export const gold = GoldSchema.parse(
  JSON.parse(readFileSync("tests/gold/seeds-passages.json", "utf8")),
);

const DaysSchema = z.array(
  z.object({
    seed: z.string(),
    outlet: z.string().nullable(),
    published: z.object({ date: z.string() }).nullable(),
    inferred: z.object({ date: z.string(), window: z.tuple([z.string(), z.string()]) }).nullable(),
  }),
);
const days = DaysSchema.parse(JSON.parse(readFileSync("tests/gold/seeds-articles.json", "utf8")));

export interface Seed {
  readonly key: string;
  readonly article: Article;
  readonly text: string;
  readonly sentences: readonly (Span & { readonly id: string })[];
  readonly analysis: ArticleAnalysis;
}

/** A dateline stands before the first sentence of a wire report. */
const DATELINE = /^\p{Lu}{2,} \([^)]*\) /u;

const file = <T>(name: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(`corpus/lexicon/${name}.yaml`, "utf8")));

/** The starter lexicon. */
export const lexicon: Lexicon = {
  themes: file("themes", ThemesFileSchema),
  entities: file("entities", EntitiesFileSchema),
  outlets: file("outlets", OutletsFileSchema),
  inputs: [],
};

const cut = gold.articles.map((article) => {
  const raw = readFileSync(`corpus/articles/${article.file}`, "utf8");
  const paragraphs: string[] = [];
  const pieces: { readonly id: string; readonly words: string }[] = [];
  let last = 0;
  for (const { id, start, end, role } of article.sentences) {
    if (role !== "content") continue;
    const gap = raw.slice(last, start);
    const words = raw.slice(start, end).replace(DATELINE, "");
    // The repair of the quotation mark that stands in the next paragraph.
    const isSplit = gap.includes('"');
    if (isSplit) paragraphs.push(`${paragraphs.pop()}" ${words}`);
    else if (gap.includes("\n") || paragraphs.length === 0) paragraphs.push(words);
    else paragraphs.push(`${paragraphs.pop()} ${words}`);
    const previous = pieces.at(-1);
    if (isSplit && previous !== undefined) {
      pieces.splice(-1, 1, { ...previous, words: `${previous.words}"` });
    }
    pieces.push({ id, words });
    last = end;
  }
  return { key: article.key, article: makeArticle(article.file, article.key, paragraphs), pieces };
});

function makeArticle(name: string, key: string, paragraphs: string[]): Article {
  const known = days.find(({ seed }) => seed === name);
  const stated = known?.published?.date;
  return {
    id: `a-${key.slice(1).padStart(12, "0")}`,
    file: name,
    format: "text",
    url: null,
    title: "",
    titleDerived: true,
    standfirst: null,
    byline: null,
    outlet: known?.outlet ?? null,
    agency: null,
    chain: [],
    dateline: null,
    published: stated === undefined ? null : { date: stated, precision: "day", evidence: [] },
    modified: null,
    inferred: known?.inferred == null ? null : { ...known.inferred, evidence: [] },
    language: "en",
    foreign: [],
    paragraphs,
    removed: [],
    repairs: [],
    raw: "",
    container: name,
    rawSha256: "",
    textSha256: "",
  };
}

export const articles: readonly Article[] = cut.map(({ article }) => article);
export const analyses = analyseArticles(articles, lexicon);

export const seeds: readonly Seed[] = cut.map(({ key, article, pieces }) => {
  const text = articleText(article);
  let at = 0;
  const sentences = pieces.map(({ id, words }) => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    return { id, start, end: at, text: words };
  });
  const analysis = analyses.get(article.id);
  if (analysis === undefined) throw new Error(`no analysis of ${key}`);
  return { key, article, text, sentences, analysis };
});

/** The gold's ids of the sentences that a range touches. */
export function idsOf({ article, start, end }: ArticleRange): string[] {
  const seed = seeds.find((other) => other.article.id === article);
  return (seed?.sentences ?? [])
    .filter((sentence) => sentence.start < end && start < sentence.end)
    .map(({ id }) => id);
}

const [first] = articles;
if (first === undefined) throw new Error("no seeds");
/** What a test that needs some article changes to its liking. */
export const firstSeed: Article = first;

/** An entity of the lexicon with nothing but its names. */
export function entityOf(id: string, type: Entity["type"], names: Entity["names"]): Entity {
  return { id, type, name: id, names, short: [], cs: [], not: [], background: false, roles: [] };
}
