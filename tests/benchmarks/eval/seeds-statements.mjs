/** Statements that the brief of the seed articles prints in its themes against the gold's lists of good and forbidden ones. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const WEEK = "2021-W18";

/** @param folder has the gold answers beside it, as `../gold/seeds-passages.json` */
export async function evaluate(folder, load, { verbose = false } = {}) {
  const file = join(folder, "../gold/seeds-passages.json");
  if (!existsSync(file)) return [];
  const gold = JSON.parse(readFileSync(file, "utf8"));
  const sentences = gold.articles.flatMap((article) =>
    article.sentences.filter(({ role }) => role === "content").map(({ quote }) => flat(quote)),
  );
  const counts = { good: 0, all: 0, forbidden: 0 };
  for (const theme of await themesOfBrief(load)) {
    const lists = gold.best_sentences[theme.id] ?? {};
    const quotes = (name) => (lists[name] ?? []).map(({ quote }) => flat(quote));
    const wanted = new Set([...quotes("pick"), ...quotes("also_acceptable")]);
    for (const text of textsOf(theme)) {
      for (const quote of quotes("must_not_use")) if (text.includes(quote)) counts.forbidden += 1;
      for (const sentence of sentences.filter((s) => text.includes(s) || s.endsWith(text))) {
        counts.all += 1;
        if (wanted.has(sentence)) counts.good += 1;
        else if (verbose) console.error(`${theme.id}: ${sentence}`);
      }
    }
  }
  return rowsOf(counts);
}

const flat = (text) => text.replace(/\s+/g, " ").trim();

async function themesOfBrief(load) {
  const { generate } = await load("pipeline.js");
  const { parseWeek } = await load("issue/index.js");
  const { nodeHost } = await load("host/node.js");
  const folder = mkdtempSync(join(tmpdir(), "seeds-statements-"));
  try {
    for (const part of ["briefwright.yaml", "corpus", "templates"]) {
      if (!existsSync(join(ROOT, part))) continue;
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    const request = { folder, period: parseWeek(WEEK), formats: new Set(["json"]) };
    const { made, diagnostics } = await generate(nodeHost, request);
    if (made === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
    return made.issue.themes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the slots of a theme print, each statement once; context is not scored. */
function textsOf({ happened, says, background }) {
  const all = [...happened, ...says.map(({ statement }) => statement), ...background];
  const texts = new Map(all.map(({ id, text }) => [id, flat(text.replace("[…]", ""))]));
  return [...texts.values()];
}

function rowsOf({ good, all, forbidden }) {
  return [
    {
      on: "seeds: statements of the themes that are picks or acceptable",
      measured: `${good} of ${all}`,
      asked: "all",
      detail: "sentences that the statements hold, context aside",
    },
    {
      on: "seeds: statements that must not be used",
      measured: forbidden,
      asked: 0,
      detail: "",
    },
  ];
}
