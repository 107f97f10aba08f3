import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parseWeek } from "../src/issue/index.js";
import type { GenerateRequest } from "../src/pipeline.js";
import { generateIn, openTestWorkspace, readRepository } from "./workspace.js";

// Each test makes a whole brief, or several.
vi.setConfig({ testTimeout: 120_000 });

const ARTICLES = "corpus/articles";
const NOTES = "corpus/desk/libya-weekly/2019-W51.yaml";
const LOOK_BACK = { asOf: "2019-12-20", period: parseWeek("2019-W51") } as const;

/** Everything that a look back writes, by path. */
async function lookBack(root: string, request: Partial<GenerateRequest> = {}) {
  const { made, diagnostics } = await generateIn(root, { ...LOOK_BACK, ...request });
  expect(made, JSON.stringify(diagnostics)).not.toBeNull();
  const folder = join(root, "out");
  const files = (made?.files ?? []).map((file) => [
    file.slice(folder.length),
    readFileSync(file, "utf8"),
  ]);
  return Object.fromEntries(files) as Record<string, string>;
}

async function issueAsOf(root: string, request: Partial<GenerateRequest> = {}) {
  const { made, diagnostics } = await generateIn(root, { ...LOOK_BACK, ...request });
  expect(made, JSON.stringify(diagnostics)).not.toBeNull();
  return made?.issue;
}

describe("a look back from a day", () => {
  test("says so in the issue and on the first page", async () => {
    const files = await lookBack(openTestWorkspace(), { formats: new Set(["html", "json"]) });
    const issue = JSON.parse(files["/libya-weekly/2019-W51/issue.json"] ?? "");
    expect(issue.asOf).toEqual({ day: "2019-12-20", by: "published" });
    expect(files["/libya-weekly/2019-W51/brief.html"]).toContain("As of 20 December 2019.");
  });

  test("does not know of what came later: not its words, not its file, not its number", async () => {
    const files = await lookBack(openTestWorkspace());
    for (const [path, text] of Object.entries(files)) {
      // Outlets of the lexicon are restricted since then.
      expect(text, path).not.toContain("2022-03-02");
      expect(text, path).not.toMatch(/000_d633f055d85d57e5|001_5709e4275fb3b6b0|al-Manqoush/);
    }
    const issue = JSON.parse(files["/libya-weekly/2019-W51/issue.json"] ?? "");
    expect(issue.method.read).toBe(2);
    expect(
      issue.inputs.filter(({ name }: { name: string }) => /^articles/.test(name)),
    ).toHaveLength(2);
  });

  test("leaves out a page that was changed later, and one that states no day", async () => {
    const page = (facts: string) =>
      `<html><head><title>Fighters leave</title>${facts}</head><body><article><h1>Fighters leave</h1><p>Foreign fighters and mercenaries left Libya, the minister told reporters in Tripoli after talks on the ceasefire with envoys.</p><p>They had been there for more than a year, and the ceasefire commission asked them to go.</p></article></body></html>`;
    const published = `<meta property="article:published_time" content="2019-12-17T10:00:00Z">`;
    const changed = `<meta property="article:modified_time" content="2020-02-01T10:00:00Z">`;
    const root = openTestWorkspace({
      [`${ARTICLES}/early.html`]: page(published),
      [`${ARTICLES}/changed.html`]: page(published + changed).replaceAll("leave", "go"),
      [`${ARTICLES}/undated.txt`]: "Fighters leave\n\nThe fighters left the port, it was said.\n",
    });
    const coverage = (await issueAsOf(root))?.coverage.map(({ file }) => file);
    expect(coverage).toContain("early.html");
    expect(coverage).not.toContain("changed.html");
    expect(coverage).not.toContain("undated.txt");
  });

  test("takes the copy of a page that was there, not the longer one of later", async () => {
    const copy = (day: string, more: string) =>
      `<html><head><title>Fighters leave</title><link rel="canonical" href="https://news.example/fighters"><meta property="article:published_time" content="${day}T10:00:00Z"></head><body><article><h1>Fighters leave</h1><p>Foreign fighters and mercenaries left Libya, the minister told reporters in Tripoli after talks on the ceasefire.</p>${more}</article></body></html>`;
    const root = openTestWorkspace({
      [`${ARTICLES}/early.html`]: copy("2019-12-17", ""),
      [`${ARTICLES}/later.html`]: copy(
        "2020-02-01",
        "<p>A later paragraph tells what came of it in the months that followed, at some length.</p>",
      ),
    });
    const files = (await issueAsOf(root))?.coverage.map(({ file, fate }) => `${file} ${fate}`);
    expect(files?.join()).toMatch(/early\.html (cited|not-used)/);
    expect(files?.join()).not.toMatch(/later\.html/);
  });

  test("counts from the day of fetching where the settings say so", async () => {
    const settings = readRepository("briefwright.yaml").replace(
      "    template: weekly\n",
      "$&    asOf: archived\n",
    );
    const record = (fetched: string) => JSON.stringify({ url: "https://news.example/a", fetched });
    const root = openTestWorkspace({
      "briefwright.yaml": settings,
      [`${ARTICLES}/003_18b334cd7a472c5f.txt.source.json`]: record("2019-12-18T08:00:00Z"),
      [`${ARTICLES}/004_95318f47aea74e28.txt.source.json`]: record("2019-12-21T08:00:00Z"),
    });
    const issue = await issueAsOf(root);
    expect(issue?.asOf).toEqual({ day: "2019-12-20", by: "archived" });
    expect(issue?.coverage.map(({ file }) => file)).toEqual(["003_18b334cd7a472c5f.txt"]);
  });

  test("sees no notes that the desk wrote later", async () => {
    const notes = "themes:\n  ceasefire: { assessment: { text: It broke in January. } }\n";
    const root = openTestWorkspace({ [NOTES]: notes });
    expect(JSON.stringify(await issueAsOf(root))).not.toContain("It broke");
    writeFileSync(join(root, NOTES), `written: 2019-12-20\n${notes}`);
    expect(JSON.stringify(await issueAsOf(root))).toContain("It broke");
  });

  test("passes over lines of the notes about articles that were not there", async () => {
    const line = "exclude: [{ article: 001_5709e4275fb3b6b0.txt, reason: told twice }]\n";
    const root = openTestWorkspace({ [NOTES]: `written: 2019-12-20\n${line}` });
    expect(JSON.stringify((await issueAsOf(root))?.coverage)).not.toContain("told twice");
  });

  test("watches what was planned for days that were still to come", async () => {
    const text =
      "Talks on the ceasefire are set\n\n18 December 2019\n\nThe ceasefire commission will meet on 21 December 2019 in Tripoli to discuss foreign fighters, the minister said on Wednesday.\n";
    const root = openTestWorkspace({ [`${ARTICLES}/plan.txt`]: text });
    const watch = (await issueAsOf(root))?.watch.map(({ date }) => date.from);
    expect(watch).toContain("2019-12-21");
    const { made } = await generateIn(root, { period: LOOK_BACK.period });
    expect(made?.issue.watch.map(({ date }) => date.from)).not.toContain("2019-12-21");
  });
});

describe("articles that came later", () => {
  const hosts = ["news.example", "other.example"];
  const lines = [
    "Follow our reporters on the ground in Tripoli and Benghazi for more.",
    "Foreign fighters and mercenaries left Libya, the minister told reporters on Saturday.",
    "The ceasefire commission met on 14 December in Sirte, and asked that the lines hold.",
    "Turkey and Libya signed a maritime deal on November 27, officials said in Istanbul.",
    "Russia sent more Wagner mercenaries to the front line south of the capital.",
  ];
  const page = (host: string, day: string | null, title: string, body: readonly string[]) =>
    `<html><head><title>${title}</title><link rel="canonical" href="https://${host}/${title}">${day === null ? "" : `<meta property="article:published_time" content="${day}">`}</head><body><article><h1>${title}</h1>${body.map((line) => `<p>${line}</p>`).join("")}</article></body></html>`;
  const early = Object.fromEntries(
    [0, 1, 2, 3].map((at) => [
      `${ARTICLES}/early-${at}.html`,
      page("news.example", `2019-12-${10 + at}T09:00:00Z`, `early-${at}`, [
        lines[1 + at] ?? "",
        ...(at < 2 ? [lines[0] ?? ""] : []),
        `Of day ${at} the officials in Tripoli had more to say, and reporters noted it down.`,
      ]),
    ]),
  );
  const undated = {
    [`${ARTICLES}/undated.txt`]:
      "Fighters leave\n\nForeign fighters and mercenaries left Libya, the minister told reporters on Saturday, and the ceasefire holds.\n",
  };
  const later = fc.record({
    day: fc.option(
      fc
        .date({
          min: new Date("2019-12-21T00:00:00Z"),
          max: new Date("2022-01-01T00:00:00Z"),
          noInvalidDate: true,
        })
        .map((date) => date.toISOString()),
      { nil: "" },
    ),
    host: fc.constantFrom(...hosts),
    // A name of an earlier page makes it a later copy of that one.
    title: fc.constantFrom("early-0", "early-1", "late-0", "late-1", "late-2"),
    body: fc.subarray(lines, { minLength: 1 }),
    words: fc.constantFrom("It was in 2021.", "That was on 3 May 2021, officials said."),
  });

  test("change no byte of it, whatever they are", async () => {
    const before = openTestWorkspace({ ...early, ...undated });
    const expected = await lookBack(before);
    await fc.assert(
      fc.asyncProperty(fc.array(later, { minLength: 1, maxLength: 5 }), async (pages) => {
        const files = pages.map(({ day, host, title, body, words }, at) => [
          `${ARTICLES}/${at % 2 === 0 ? "0" : "z"}-${at}.html`,
          page(host, day === "" ? "2020-01-05T00:00:00Z" : day, title, [...body, words]),
        ]);
        const after = openTestWorkspace({ ...early, ...undated, ...Object.fromEntries(files) });
        expect(await lookBack(after)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
