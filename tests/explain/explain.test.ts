/** Everything of an issue can be asked for, and the answer is the whole way from bytes to page. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { explanationWords } from "../../src/cli/explanation/index.js";
import { findingsIn } from "../../src/explain/explain-statement.js";
import { explainIssueFile, explainStudy } from "../../src/explain/index.js";
import { nodeHost } from "../../src/host/node.js";
import { parseWeek, slotsOf } from "../../src/issue/index.js";
import { type Explanation, ExplanationSchema } from "../../src/model/explanation.js";
import { studyBrief } from "../../src/pipeline.js";
import type { Study } from "../../src/study/study-period.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// Each workspace is read and its brief made once.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const MORE = {
  "corpus/articles/copy.txt": "copied from",
  "corpus/articles/empty.txt": "",
  "corpus/articles/olives.txt":
    "Olives\n\n4 May 2021\n\nThe harvest of olives has been good this year.",
  "corpus/articles/later.txt":
    "Truce\n\n4 June 2021\n\nThe ceasefire in Libya has held since October, the mission said.",
  "corpus/articles/undated.txt": "Truce\n\nThe ceasefire in Libya has held, a diplomat said.",
};

let root: string;
let study: Study;

async function ask(name: string): Promise<Explanation | null> {
  const found = await explainStudy(nodeHost, name, study);
  if (found !== null) ExplanationSchema.parse(found);
  return found;
}

async function askOf<K extends Explanation["kind"]>(kind: K, name: string) {
  const found = await ask(name);
  if (found?.kind !== kind) throw new Error(`${name} is ${found?.kind}`);
  return found as Extract<Explanation, { kind: K }>;
}

beforeAll(async () => {
  root = openTestWorkspace(MORE);
  const seed = await nodeHost.readFile(join(root, "corpus/articles/000_d633f055d85d57e5.txt"));
  writeFileSync(join(root, "corpus/articles/copy.txt"), seed);
  const made = await studyBrief(nodeHost, { folder: root, period: parseWeek("2021-W18") });
  if (made.study === null) throw new Error(JSON.stringify(made.diagnostics));
  study = made.study;
});

describe("an answer there is", () => {
  test("for every article of the coverage, by its id and by its file", async () => {
    for (const { article, file, fate } of study.issue.coverage) {
      const byFile = await askOf("article", file);
      expect(byFile.entry).toMatchObject({ file, fate });
      if (article !== null) expect((await askOf("article", article)).entry.file).toBe(file);
      expect(explanationWords(byFile, 80)).toContain(fate);
    }
  });

  test("for every statement and every finding, with the places that print it", async () => {
    for (const { name, statement } of slotsOf(study.issue)) {
      expect((await askOf("statement", statement.id)).slots).toContain(name);
    }
    for (const { slot, finding } of findingsIn(study.issue)) {
      expect((await askOf("finding", finding.id)).slots).toContain(slot);
    }
  });

  test("for every passage of every analysed article, with why it is printed or not", async () => {
    for (const { article, passages } of study.analyses.values()) {
      for (const { start, end, text } of passages) {
        const passage = await askOf("passage", `${article}:${start}-${end}`);
        expect(passage.text).toBe(text);
        expect(explanationWords(passage, 80)).toMatch(/\nWhy\n {2}\S/);
      }
    }
  });
});

describe("a passage", () => {
  const outcomes = () =>
    study.choices.map(({ article, start, end, outcome }) => ({
      name: `${article}:${start}-${end}`,
      outcome,
    }));

  test("that is on a theme has one answer for each theme of the brief that it carries", async () => {
    for (const { article, passages } of study.analyses.values()) {
      if (study.relations.reprints.some(({ members }) => members.slice(1).includes(article)))
        continue;
      for (const { start, end, themes } of passages) {
        const { choices } = await askOf("passage", `${article}:${start}-${end}`);
        expect(choices.map(({ theme }) => theme).sort()).toEqual(themes.map(({ id }) => id).sort());
      }
    }
  });

  test("that was chosen is printed in a slot of its theme", async () => {
    const chosen = outcomes().filter(({ outcome }) => outcome.kind === "chosen");
    expect(chosen.length).toBeGreaterThan(5);
    for (const { name } of chosen) {
      const { printed, choices } = await askOf("passage", name);
      const slots = printed.flatMap((statement) => statement.slots);
      const themes = choices.filter(({ outcome }) => outcome.kind === "chosen");
      for (const { theme } of themes)
        expect(slots.some((slot) => slot.startsWith(`${theme}:`))).toBe(true);
    }
  });

  test("that was outranked names a printed statement with a score that is no lower", async () => {
    const outranked = outcomes().filter(({ outcome }) => outcome.kind === "outranked");
    expect(outranked.length).toBeGreaterThan(0);
    for (const { name } of outranked) {
      for (const { outcome, winner } of (await askOf("passage", name)).choices) {
        if (outcome.kind !== "outranked") continue;
        expect(winner?.statement).toMatch(/^s-/);
        expect(outcome.byScore).toBeGreaterThanOrEqual(outcome.score);
      }
    }
  });
});

test("a passage that says what a printed one says is cited beside it", async () => {
  const { printed, beside, choices } = await askOf("passage", "001_5709e4275fb3b6b0.txt:200");
  expect(printed).toEqual([]);
  expect(choices.map(({ outcome }) => outcome.kind)).toEqual(["repeats"]);
  expect(beside).toMatchObject([{ as: "support", id: choices[0]?.winner?.statement }]);
});

describe("a name may be", () => {
  test("words of an article, whatever their case and quotation marks", async () => {
    const passage = await askOf("passage", "TRAINING agreement");
    expect(passage.place.file).toBe("001_5709e4275fb3b6b0.txt");
    expect(passage.printed[0]?.slots).toContain("bottom line");
  });

  test("words that stand in several places, which are listed to choose from", async () => {
    const { of, candidates } = await askOf("several", "ceasefire");
    expect(of).toBeGreaterThan(1);
    for (const { name } of candidates) expect((await ask(name))?.kind).toBe("passage");
  });

  test("words that cleaning took out", async () => {
    expect(await askOf("removed", "Source: RT")).toMatchObject({ rule: "source-line" });
  });

  test("the number of a source, and a citation of the page", async () => {
    const [source] = study.issue.sources;
    expect((await askOf("article", "[1]")).entry.article).toBe(source?.article);
    expect((await askOf("statement", "cite-1a")).citations[0]?.number).toBe(1);
  });

  test("a place in an article that took no part", async () => {
    const later = await askOf("passage", "later.txt:5");
    expect(explanationWords(later, 80)).toMatch(/did not take part: out-of-period/);
  });

  test("nothing that there is", async () => {
    for (const name of ["", ":", "[99]", "cite-9zz", "nothing.txt:1", "s-000000000000", "\u0000"]) {
      expect(await ask(name)).toBeNull();
    }
  });
});

test("says of an article's bytes what they are now", async () => {
  const { origin } = await askOf("article", "001_5709e4275fb3b6b0.txt");
  expect(origin).toMatchObject({ format: "text", encoding: "utf-8", unchanged: true });
});

test("a finished issue is explained from itself and what lies beside it", async () => {
  const finished = openTestWorkspace();
  await generateIn(finished, { formats: new Set(["json", "html"]) });
  const file = join(finished, "out/libya-weekly/2021-W18/issue.json");
  const inFile = async (name: string) => (await explainIssueFile(nodeHost, name, file)).explanation;
  for (const name of ["cite-1a", "training agreement", "001_5709e4275fb3b6b0.txt"]) {
    const found = await inFile(name);
    expect(ExplanationSchema.parse(found)).toEqual(found);
  }
  const statement = study.issue.bottomLine[0]?.id ?? "";
  expect(await inFile(statement)).toMatchObject({ kind: "statement", slots: expect.any(Array) });
});

test("what an article says never drives the terminal", async () => {
  const known = { ...(await ask("001_5709e4275fb3b6b0.txt")) } as Extract<
    Explanation,
    { kind: "article" }
  >;
  const hostile = { ...known, entry: { ...known.entry, file: "\u001b]0;owned\u0007\u202e.txt" } };
  const words = explanationWords(hostile, 80);
  expect(words).toContain("\\u001b]0;owned\\u0007\\u202e.txt");
  expect(words).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});
