/** One value of `brief inspect` as text for a person; `--json` has everything. */
import type { Stage } from "../inspect/stages.js";
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

/** @param files names of the articles' files by their ids */
export function describeLine(
  stage: Stage,
  line: object,
  files: ReadonlyMap<string, string>,
): string {
  const below = new Set(BELOW[stage]);
  const entries = Object.entries(nameFiles(line, files));
  const head = entries
    .filter(([name]) => !below.has(name) && name !== REPEATED[stage])
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => `${name}: ${show(value)}`)
    .join("  ");
  const body = entries
    .filter(([name, value]) => below.has(name) && Array.isArray(value))
    .flatMap(([, items]) => (items as unknown[]).map((item) => `  ${showItem(item, files)}`));
  return escapeControls([head, ...body].join("\n"));
}

/** A person knows an article by its file. */
function nameFiles(line: object, files: ReadonlyMap<string, string>): object {
  const { article, id, articles, ...rest } = line as Record<string, unknown>;
  const nameOf = (value: unknown) => files.get(String(value)) ?? value;
  const named = Array.isArray(articles) ? { articles: articles.map(nameOf) } : {};
  const own = article ?? id;
  if (own === undefined) return { ...rest, ...named };
  return { [files.has(String(own)) ? "file" : "id"]: nameOf(own), ...rest, ...named };
}

function rank(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

/** A range is told by its place and words. */
function showItem(item: unknown, files: ReadonlyMap<string, string>): string {
  if (typeof item !== "object" || item === null) return show(item);
  const { start, end, quote, text, ...rest } = nameFiles(item, files) as Record<string, unknown>;
  const words = quote ?? text;
  const { citations } = rest;
  if (Array.isArray(citations)) {
    return [show(words), ...citations.map((cited) => `    ${showItem(cited, files)}`)].join("\n");
  }
  if (start === undefined) return show(item);
  const { file = "", ...others } = rest;
  const details = Object.keys(others).length === 0 ? "" : `  ${show(others)}`;
  return `${file}${file === "" ? "" : " "}${start}-${end}  ${show(words)}${details}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ") : JSON.stringify(value);
}
