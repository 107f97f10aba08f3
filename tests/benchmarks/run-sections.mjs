/**
 * The sections of a folder of figures, each a module that exports `evaluate`, as one Markdown table.
 *
 * `--quick` takes less of what is large, `--verbose` shows what was missed, `--seed 7` draws other
 * numbers, `--built <folder>` measures another build than `dist/`. Exit status 1 where a figure misses what
 * is asked of it.
 */
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** @param folder of the sections: each is named after its file, but for `index.mjs` */
export async function runSections(folder) {
  const { values: options, positionals: chosen } = parseArgs({
    allowPositionals: true,
    options: {
      built: { type: "string", default: "dist" },
      data: { type: "string" },
      quick: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      verbose: { type: "boolean", default: false },
    },
  });

  const sections = readdirSync(folder)
    .filter((file) => file.endsWith(".mjs") && file !== "index.mjs")
    .map((file) => file.replace(/\.mjs$/, ""))
    .sort();
  const unknown = chosen.filter((name) => !sections.includes(name));
  if (unknown.length > 0) {
    console.error(`no section ${unknown.join(", ")}; there are ${sections.join(", ")}`);
    process.exit(2);
  }

  const load = (path) => import(pathToFileURL(resolve(options.built, path)).href);
  let missed = 0;
  console.log("| on | measured | asked | holds | detail |\n|---|---|---|---|---|");
  for (const name of sections) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const { evaluate } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
    for (const { on, measured, asked = "", holds = null, detail = "" } of await evaluate(
      load,
      options,
    )) {
      if (holds === false) missed += 1;
      const verdict = holds === null ? "" : holds ? "yes" : "**no**";
      console.log(`| ${on} | ${measured} | ${asked} | ${verdict} | ${detail} |`);
    }
  }
  if (missed > 0) {
    console.error(`${missed} ${missed === 1 ? "figure misses" : "figures miss"} what is asked`);
    process.exitCode = 1;
  }
}
