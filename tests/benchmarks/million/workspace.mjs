/** A workspace of the sample brief with made-up articles in its imports: `node tests/benchmarks/million/workspace.mjs FOLDER [--articles 1000000]`. */
import { cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { millionArticles } from "./articles.mjs";

const ROOT = join(import.meta.dirname, "../../..");

/**
 * @param load of the built program's modules
 * @returns milliseconds that the import took
 */
export async function makeWorkspace(folder, load, articles) {
  mkdirSync(join(folder, "corpus/articles"), { recursive: true });
  for (const part of ["briefwright.yaml", "corpus/lexicon", "templates"]) {
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  const { nodeHost } = await load("host/node.js");
  const { importToStore } = await load("corpus/index.js");
  const start = performance.now();
  await importToStore(nodeHost, folder, millionArticles(articles));
  return performance.now() - start;
}

if (process.argv[1] === import.meta.filename) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      articles: { type: "string", default: "1000000" },
      built: { type: "string", default: join(ROOT, "dist") },
    },
  });
  const [folder = "."] = positionals;
  const load = (path) => import(pathToFileURL(resolve(values.built, path)).href);
  const ms = await makeWorkspace(folder, load, Number(values.articles));
  const rate = Math.round((Number(values.articles) / ms) * 1000);
  console.log(`${values.articles} articles in ${(ms / 1000).toFixed(1)} s, ${rate}/s`);
}
