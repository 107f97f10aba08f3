/** Web pages flattened to lines of text, as copies and exports leave them: how well the article's own are found again. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compareShingles } from "../scorers/shingles.mjs";

/** The least F1 of the body over the pages. */
const ASKED = 0.94;

/** @param folder holds `pages/truth.json` and `pages/html/*.html.gz` */
export async function evaluate(folder, load) {
  const file = join(folder, "pages/truth.json");
  if (!existsSync(file)) return [];
  const { readArticles } = await load("readers/index.js");
  const truth = Object.entries(JSON.parse(readFileSync(file, "utf8")));
  const rows = [];
  for (const [way, flatten] of Object.entries(await waysToFlatten(load))) {
    const scores = [];
    for (const [name, { articleBody }] of truth) {
      const html = gunzipSync(readFileSync(join(folder, `pages/html/${name}.html.gz`))).toString();
      const bytes = new TextEncoder().encode(flatten(html));
      const { articles } = await readArticles({ bytes, file: `${name}.txt` });
      const body = articles.flatMap(({ paragraphs }) => paragraphs).join("\n");
      scores.push(compareShingles(body, articleBody));
    }
    rows.push(rowOf(way, scores));
  }
  return rows;
}

function rowOf(way, scores) {
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  const measured = (2 * precision * recall) / (precision + recall);
  return {
    on: `pages flattened to text lines, ${way}: F1`,
    measured: Number(measured.toFixed(3)),
    asked: ASKED,
    detail: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${scores.length} pages`,
  };
}

/** Ways in which a page loses its markup. */
async function waysToFlatten(load) {
  const { parseHtml } = await load("readers/html/parse-html.js");
  const { blocksOf } = await load("readers/html/blocks.js");
  const linesOf = (html) => blocksOf(bodyOf(parseHtml(html))).map(({ text }) => text);
  return {
    "a line a block": (html) => linesOf(html).join("\n"),
    "title first, blank lines": (html) => [titleOf(html), ...linesOf(html)].join("\n\n"),
    "a line a run of text": (html) => runsOf(bodyOf(parseHtml(html))).join("\n"),
  };
}

function bodyOf(tree) {
  const html = tree.children.find(({ name }) => name === "html") ?? tree;
  return html.children.find(({ name }) => name === "body") ?? html;
}

function titleOf(html) {
  return (/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? "").replace(/\s+/g, " ").trim();
}

const UNSEEN = new Set(["script", "style", "noscript", "template", "svg", "iframe"]);
const INLINE = new Set(
  "a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s small span strong sub sup time u var".split(
    " ",
  ),
);

/** Text as a browser would copy it: buttons and options included, links and spans in their line. */
function runsOf(root) {
  const runs = [];
  let run = "";
  const close = () => {
    const text = run.replace(/\s+/g, " ").trim();
    if (text !== "") runs.push(text);
    run = "";
  };
  const walk = (node) => {
    if (node.type === "text") run += node.data;
    if (node.children === undefined || UNSEEN.has(node.name)) return;
    if (!INLINE.has(node.name)) close();
    for (const child of node.children) walk(child);
    if (!INLINE.has(node.name)) close();
  };
  walk(root);
  close();
  return runs;
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
