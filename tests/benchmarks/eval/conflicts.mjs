/** Conflicts between hand-written reports: those found that are asked for, and those found beside. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

const CASES = join(import.meta.dirname, "../../cases/conflicts");

export async function evaluate(_folder, load, { verbose = false } = {}) {
  const { inspectCorpus } = await load("inspect/inspect-corpus.js");
  const { memoryHost } = await load("host/memory.js");
  const rows = [];
  for (const file of readdirSync(CASES).filter((name) => name.endsWith(".yaml"))) {
    const sum = { right: 0, asked: 0, beside: 0 };
    const cases = parse(readFileSync(join(CASES, file), "utf8"));
    for (const { name, reports, conflicts } of cases) {
      const given = Object.entries(reports).map(([id, { day, language = "en", text }]) =>
        JSON.stringify({ id, text, language, published: day }),
      );
      const request = { stage: "conflicts", folder: "/", paths: [], given };
      const { lines } = await inspectCorpus(memoryHost(new Map()), request);
      const found = lines.map(({ kind, articles }) => `${kind} ${[...articles].sort()}`);
      const asked = conflicts.map(({ kind, articles }) => `${kind} ${articles}`);
      const right = asked.filter((one) => found.includes(one)).length;
      sum.right += right;
      sum.asked += asked.length;
      sum.beside += found.length - right;
      if (verbose && (right < asked.length || right < found.length))
        console.error(`${name}: asked ${asked.join("; ")}, found ${found.join("; ")}`);
    }
    rows.push({
      on: `conflicts, ${basename(file, ".yaml")}: found of asked, beside`,
      measured: `${sum.right} of ${sum.asked}, ${sum.beside}`,
      asked: "",
      detail: `${cases.length} cases`,
    });
  }
  return rows;
}
