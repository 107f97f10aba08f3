/** One value of `brief inspect` as text for a person; `--json` has everything. */
import type { Stage } from "../inspect/stages.js";
import { type Article, articleText } from "../model/article.js";
import { escapeControls } from "./terminal.js";

/** Fields that say where and what, in the order of reading; the rest follows as it comes. */
const FIRST = [
  "file",
  "id",
  "start",
  "end",
  "date",
  "precision",
  "kind",
  "speaker",
  "verb",
  "text",
];
/** Fields of a line that stand below it, one value to a line. */
const BELOW: Readonly<Record<Stage, readonly string[]>> = {
  reading: [],
  sentences: ["sentences"],
  themes: ["passages"],
  dates: [],
  attributions: [],
  figures: [],
  names: [],
  reprints: ["articles"],
  stories: ["articles"],
  conflicts: ["citations"],
  timeline: ["citations"],
  summary: ["statements"],
};
/** Said by what stands below. */
const REPEATED: Partial<Record<Stage, string>> = { conflicts: "articles" };

/** @param articles those that the line may speak of, by their ids */
export function describeLine(
  stage: Stage,
  line: object,
  articles: ReadonlyMap<string, Article>,
): string {
  const below = new Set(BELOW[stage]);
  const entries = Object.entries(nameFiles(line, articles));
  const head = entries
    .filter(([name]) => !below.has(name) && name !== REPEATED[stage])
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => `${name}: ${show(value)}`)
    .join("  ");
  const body = entries
    .filter(([name, value]) => below.has(name) && Array.isArray(value))
    .flatMap(([, items]) => (items as unknown[]).map((item) => `  ${showItem(item, articles)}`));
  return escapeControls([head, ...body].join("\n"));
}

/** A person knows an article by its file. */
function nameFiles(line: object, articles: ReadonlyMap<string, Article>): object {
  const { article, id, articles: members, ...rest } = line as Record<string, unknown>;
  const nameOf = (value: unknown) => articles.get(String(value))?.file ?? value;
  const named = Array.isArray(members) ? { articles: members.map(nameOf) } : {};
  const own = article ?? id;
  if (own === undefined) return { ...rest, ...named };
  const words = wordsOf(rest, articles.get(String(own)));
  const name = articles.has(String(own)) ? "file" : "id";
  return { [name]: nameOf(own), ...words, ...rest, ...named };
}

/** The words of a range that does not bring them. */
function wordsOf({ start, end }: Record<string, unknown>, article: Article | undefined): object {
  if (article === undefined || typeof start !== "number" || typeof end !== "number") return {};
  return { text: articleText(article).slice(start, end) };
}

function rank(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

/** A range is told by its place and words. */
function showItem(item: unknown, articles: ReadonlyMap<string, Article>): string {
  if (typeof item !== "object" || item === null) return show(item);
  const { start, end, quote, text, ...rest } = nameFiles(item, articles) as Record<string, unknown>;
  const words = quote ?? text;
  const { citations } = rest;
  if (Array.isArray(citations)) {
    return [show(words), ...citations.map((cited) => `    ${showItem(cited, articles)}`)].join(
      "\n",
    );
  }
  if (start === undefined) return show(item);
  const { file = "", ...others } = rest;
  const details = Object.keys(others).length === 0 ? "" : `  ${show(others)}`;
  return `${file}${file === "" ? "" : " "}${start}-${end}  ${show(words)}${details}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ") : JSON.stringify(value);
}
