/**
 * Figures of reading and understanding over a folder of data, as one Markdown table: `npm run eval -- <folder>`. Every
 * module beside this one that has an `evaluate` takes part; `--only pages,dates` runs some of them,
 * `--built <folder>` measures another build than `dist/`, `--quick` takes less of what is large,
 * `--peers` adds other extractors.
 */
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    built: { type: "string", default: "dist" },
    peers: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(
    "usage: npm run eval -- <folder of data> [--only pages,speed] [--peers] [--verbose]",
  );
  process.exit(2);
}

const load = (path) => import(pathToFileURL(resolve(options.built, path)).href);
const chosen = options.only?.split(",");

console.log("| on | measured | asked | detail |\n|---|---|---|---|");
for (const file of readdirSync(import.meta.dirname).sort()) {
  const name = file.replace(/\.mjs$/, "");
  if (!file.endsWith(".mjs") || name === "index" || chosen?.includes(name) === false) continue;
  const { evaluate } = await import(`./${file}`);
  const rows = (await evaluate?.(folder, load, options)) ?? [];
  for (const { on, measured, asked, detail } of rows) {
    console.log(`| ${on} | ${measured} | ${asked} | ${detail} |`);
  }
}
