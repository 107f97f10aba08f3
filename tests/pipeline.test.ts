import { existsSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parseWeek } from "../src/issue/index.js";
import { type Issue, IssueSchema } from "../src/model/issue.js";
import { generateIn, openTestWorkspace, readOut, readRepository } from "./workspace.js";

// Each test makes a whole brief.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ALL = new Set(["html", "pdf", "json"] as const);

async function issueOf(root: string): Promise<Issue> {
  const result = await generateIn(root);
  expect(result.made, JSON.stringify(result.diagnostics)).not.toBeNull();
  return IssueSchema.parse(JSON.parse(readOut(root, "issue.json").toString()));
}

describe("the brief of a week", () => {
  test("is written as page, PDF, issue, coverage and the texts that it cites", async () => {
    const root = openTestWorkspace();
    const result = await generateIn(root, { formats: ALL });
    expect(result.diagnostics).toEqual([]);
    const folder = join(root, "out/libya-weekly/2021-W18");
    expect(readdirSync(folder).sort()).toEqual([
      "brief.html",
      "brief.pdf",
      "coverage.json",
      "evidence",
      "issue.json",
      "manifest.json",
    ]);
    const kept = readdirSync(join(folder, "evidence"));
    expect(kept.filter((name) => name.startsWith("a-"))).toHaveLength(5);
  });

  test("takes the latest ISO week that has articles where none is named", async () => {
    const result = await generateIn(openTestWorkspace(), { period: null });
    expect(result.made?.issue.id).toBe("2021-W18");
  });

  test("carries the brief by the articles of the week, with the others as dated background", async () => {
    const { coverage } = await issueOf(openTestWorkspace());
    const fates = coverage.map(({ file, fate }) => `${file.slice(0, 3)} ${fate}`);
    expect(fates).toEqual([
      "000 cited",
      "001 cited",
      "002 background",
      "003 background",
      "004 background",
    ]);
  });

  test("prints every theme with all its slots, statuses and reasons left to the desk", async () => {
    const { themes, release } = await issueOf(openTestWorkspace());
    expect(themes.map(({ id }) => id)).toEqual([
      "foreign_forces",
      "ceasefire",
      "maritime_deal",
      "russia_role",
    ]);
    for (const theme of themes) {
      expect(theme).toMatchObject({
        status: "baseline",
        reason: null,
        assessment: null,
        since: null,
      });
    }
    expect(release).toEqual({ state: "draft", approvedBy: null });
  });

  test("flags that 13,000 and 11,000 do not fit more than 20,000, with all three cited", async () => {
    const { glance } = await issueOf(openTestWorkspace());
    expect(glance.figures.map(({ value, bound, role }) => [value, bound, role])).toEqual([
      [20000, "more-than", "total"],
      [13000, "exactly", "part"],
      [11000, "exactly", "part"],
    ]);
    expect(glance.flags).toHaveLength(1);
    expect(glance.flags[0]).toMatchObject({
      kind: "does-not-add-up",
      params: { parts: [13000, 11000], sum: 24000, total: 20000, bound: "more-than" },
    });
    expect(glance.flags[0]?.citations).toHaveLength(3);
  });

  test("names every input with its hash", async () => {
    const { inputs } = await issueOf(openTestWorkspace());
    const names = inputs.map(({ name }) => name);
    expect(names).toContain("briefwright.yaml");
    expect(names).toContain("corpus/lexicon/themes.yaml");
    expect(names).toContain("templates/weekly/brief.hbs");
    expect(names.filter((name) => name.startsWith("articles/"))).toHaveLength(5);
  });

  test("ends with the latest week that was seen by the day it is made as of", async () => {
    const request = { period: null, asOf: "2020-12-31" };
    const result = await generateIn(openTestWorkspace(), request);
    expect(result.made?.issue.id).toBe("2020-W52");
  });

  test("counts a reprint's figures once, under its origin", async () => {
    const path = "corpus/articles/001_5709e4275fb3b6b0.txt";
    const copy = `${readRepository(path).replace("05-06", "05-07")}\nOne more sentence.\n`;
    const { glance, coverage } = await issueOf(
      openTestWorkspace({ "corpus/articles/copy.txt": copy }),
    );
    for (const { statement } of glance.figures) expect(statement.citations).toHaveLength(1);
    expect(coverage.find(({ file }) => file === "copy.txt")?.fate).toBe("reprint");
  });

  test("names a link that it does not follow", async () => {
    const root = openTestWorkspace();
    symlinkSync("/etc/hostname", join(root, "corpus/articles/link.txt"));
    const result = await generateIn(root);
    const entry = result.made?.coverage.articles.find(({ file }) => file === "link.txt");
    expect(entry).toMatchObject({ fate: "unreadable", reason: expect.stringContaining("link") });
  });

  test("sees nothing that was published after the day it is made as of", async () => {
    const result = await generateIn(openTestWorkspace(), { asOf: "2021-05-05" });
    const files = result.made?.coverage.articles.map(({ file }) => file.slice(0, 3));
    // The first may be of the 6th: it was not certainly there.
    expect(files).toEqual(["002", "003", "004"]);
    expect(JSON.stringify(result.made?.issue)).not.toContain("al-Manqoush");
  });
});

describe("the desk's notes", () => {
  const NOTES = "corpus/desk/libya-weekly/2021-W18.yaml";

  test("give status, reason and assessment in the desk's own words", async () => {
    const root = openTestWorkspace({
      [NOTES]:
        "themes:\n  ceasefire:\n    status: thin\n    reason: { text: Named as a ground only. }\n    assessment: { text: No change is likely., by: A.B. }\n",
    });
    const theme = (await issueOf(root)).themes.find(({ id }) => id === "ceasefire");
    expect(theme).toMatchObject({
      status: "thin",
      reason: { text: "Named as a ground only." },
      assessment: { text: "No change is likely.", by: "A.B." },
    });
  });

  test("draw no arrow where nothing was released before, and say so with the line", async () => {
    const root = openTestWorkspace({
      [NOTES]: "themes:\n  ceasefire:\n    status: up\n    reason: { text: Two more reports. }\n",
    });
    const { made, diagnostics } = await generateIn(root);
    expect(made?.issue.themes.map(({ status }) => status)).not.toContain("up");
    expect(diagnostics).toMatchObject([
      { code: "status-without-last-issue", severity: "warning", place: { file: NOTES, line: 3 } },
    ]);
  });

  test("leave an article out under the desk's reason", async () => {
    const root = openTestWorkspace({
      [NOTES]: "exclude:\n  - { article: 004_95318f47aea74e28.txt, reason: third hand }\n",
    });
    const entry = (await issueOf(root)).coverage.find(({ file }) => file.startsWith("004"));
    expect(entry).toMatchObject({
      fate: "excluded",
      reason: "third hand",
      statements: 0,
    });
  });

  test.each([
    ["themes:\n  ceasefires: { status: thin }\n", 'did you mean "ceasefire"?'],
    ["exclude:\n  - { article: 004_95318f47aea7.txt, reason: x }\n", "004_95318f47aea74e28.txt"],
  ])("that speak of nothing are told with a hint, and on the page: %j", async (notes, hint) => {
    const { made, diagnostics } = await generateIn(openTestWorkspace({ [NOTES]: notes }));
    expect(diagnostics).toMatchObject([
      { code: "notes-about-nothing", place: { file: NOTES }, hint: expect.stringContaining(hint) },
    ]);
    expect(made?.issue.desk.decisions?.lost).toMatchObject([{ line: 2 }]);
  });

  test("with a misspelt key stop the brief, with line and suggestion", async () => {
    const root = openTestWorkspace({ [NOTES]: "themes: {}\nexlude: []\n" });
    const result = await generateIn(root);
    expect(result.made).toBeNull();
    expect(result.diagnostics).toMatchObject([
      {
        severity: "error",
        place: { file: NOTES, line: 2 },
        hint: expect.stringContaining("exclude"),
      },
    ]);
  });
});

describe("settings that cannot be meant", () => {
  test.each([
    ["timeZone: UTC", "timeZone: Mars/Base"],
    ['time: "18:00"', 'time: "99:99"'],
    ["firstIssue: 2021-W18", "firstIssue: 2021-W99"],
  ])("%s as %s stops the brief, with its line", async (good, bad) => {
    const file = "briefwright.yaml";
    const text = readRepository(file).replace(good, bad);
    const result = await generateIn(openTestWorkspace({ [file]: text }));
    expect(result.made).toBeNull();
    expect(result.diagnostics[0]?.place).toMatchObject({ file, line: expect.any(Number) });
  });
});

describe("bad input", () => {
  const articles = "corpus/articles";
  const bad: Record<string, [Uint8Array | string, string]> = {
    "notes.xyz": ["Words of a text.", "unknown-format"],
    "notes.docx": ["PK", "archive-broken"],
    "program.txt": [Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), "unknown-format"],
    "binary.txt": [Uint8Array.from([0x61, 0, 0, 0, 0x62, 1, 2, 0, 3]), "binary-file"],
    "latin.txt": [Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x81, 0x8d, 0xff]), "invalid-encoding"],
    "empty.txt": ["", "empty-article"],
  };

  test.each(Object.keys(bad))(
    "%s is listed, and the other articles make their brief",
    async (name) => {
      const [content, code] = bad[name] ?? ["", ""];
      const result = await generateIn(openTestWorkspace({ [`${articles}/${name}`]: content }));
      expect(result.made).not.toBeNull();
      const told = result.diagnostics.find((diagnostic) => diagnostic.code === code);
      expect(told?.place?.file).toBe(`${articles}/${name}`);
      expect(told?.hint).toBeTruthy();
      const entry = result.made?.coverage.articles.find(({ file }) => file === name);
      expect(entry).toMatchObject({ article: null, fate: "unreadable" });
      expect(result.made?.issue.sources).toHaveLength(5);
    },
  );

  test("a file of one 5 MB line and one of 200 MB are refused by name, unread", async () => {
    const root = openTestWorkspace({ [`${articles}/line.txt`]: "word ".repeat(1024 * 1024) });
    writeFileSync(join(root, articles, "huge.txt"), "");
    truncateSync(join(root, articles, "huge.txt"), 200 * 1024 * 1024);
    const result = await generateIn(root);
    for (const file of ["huge.txt", "line.txt"]) {
      const told = result.diagnostics.find(({ place }) => place?.file === `${articles}/${file}`);
      expect(told).toMatchObject({ code: "article-too-large", hint: expect.any(String) });
      const entry = result.made?.coverage.articles.find((article) => article.file === file);
      expect(entry?.fate).toBe("unreadable");
    }
    expect(result.made?.issue.sources).toHaveLength(5);
  });

  test("an article with tags of no page is told, and its tags stay words", async () => {
    const text = "Fighters leave\n\n5 May 2021\n\n<x-p>Foreign fighters left Libya.</x-p>\n";
    const result = await generateIn(openTestWorkspace({ [`${articles}/page.txt`]: text }));
    const told = result.diagnostics.find(({ code }) => code === "markup-in-text");
    expect(told?.place?.file).toBe(`${articles}/page.txt`);
  });

  test("a file with the bytes of another counts once, as its reprint", async () => {
    const copy = readRepository(`${articles}/001_5709e4275fb3b6b0.txt`);
    const result = await generateIn(openTestWorkspace({ [`${articles}/copy.txt`]: copy }));
    const entry = result.made?.coverage.articles.find(({ file }) => file === "copy.txt");
    expect(entry?.fate).toBe("reprint");
    expect(result.made?.issue.themes[0]?.reports).toHaveLength(2);
  });

  test("an edited copy of an earlier article is one report and no second origin", async () => {
    const original = readRepository(`${articles}/001_5709e4275fb3b6b0.txt`);
    const copy = original
      .replace("date 2021-05-06", "date 2021-05-07")
      .replace("Her remarks", "The remarks");
    const old = original.replace("date 2021-05-06", "date 2021-04-20");
    const result = await generateIn(
      openTestWorkspace({ [`${articles}/copy.txt`]: copy, [`${articles}/old.txt`]: old }),
    );
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const theme = result.made?.issue.themes[0];
    expect(theme?.reports).toHaveLength(3);
    expect(theme?.origins).toHaveLength(2);
  });

  test("an article without a date is named as undated", async () => {
    const text =
      "Foreign fighters leave the port\n\nThe fighters left the port, an official said.\n";
    const result = await generateIn(openTestWorkspace({ [`${articles}/undated.txt`]: text }));
    const entry = result.made?.coverage.articles.find(({ file }) => file === "undated.txt");
    expect(entry?.fate).toBe("undated");
  });

  test("a lexicon with a misspelt key stops the brief, with line and suggestion", async () => {
    const file = "corpus/lexicon/themes.yaml";
    const text = readRepository(file).replace("    terms:\n", "    trems:\n");
    const result = await generateIn(openTestWorkspace({ [file]: text }));
    expect(result.made).toBeNull();
    const told = result.diagnostics.find(({ hint }) => hint?.includes("terms"));
    expect(told?.place).toMatchObject({ file, line: expect.any(Number) });
  });

  test("a theme that the lexicon lacks stops the brief, with a suggestion", async () => {
    const file = "briefwright.yaml";
    const text = readRepository(file).replace("maritime_deal", "maritime_deals");
    const result = await generateIn(openTestWorkspace({ [file]: text }));
    expect(result.made).toBeNull();
    expect(result.diagnostics).toMatchObject([
      { code: "unknown-theme", place: { file }, hint: 'did you mean "maritime_deal"?' },
    ]);
  });

  test("a template with an unknown helper stops the brief, with line and suggestion", async () => {
    const file = "templates/weekly/brief.hbs";
    const root = openTestWorkspace({ [file]: `${readRepository(file)}\n{{cites this}}\n` });
    const result = await generateIn(root, { formats: ALL });
    expect(result.made).toBeNull();
    const told = result.diagnostics.find(({ message }) =>
      message.includes('unknown helper "cites"'),
    );
    expect(told).toMatchObject({
      place: { file, line: expect.any(Number) },
      hint: expect.stringContaining("cite"),
    });
    expect(existsSync(join(root, "out"))).toBe(false);
  });

  test("an out/ that cannot be written says so and leaves nothing behind", async () => {
    const root = openTestWorkspace({ out: "a file where the folder should be" });
    const result = await generateIn(root);
    expect(result.made).toBeNull();
    expect(result.diagnostics).toMatchObject([{ severity: "error", hint: expect.any(String) }]);
    expect(readdirSync(root).sort()).toEqual([
      ".briefwright",
      "briefwright.yaml",
      "corpus",
      "out",
      "templates",
    ]);
  });

  test("a run of one format leaves the desk's own files in the folder, and no other format", async () => {
    const root = openTestWorkspace();
    await generateIn(root, { formats: ALL });
    const folder = join(root, "out/libya-weekly/2021-W18");
    writeFileSync(join(folder, "my notes.txt"), "mine");
    await generateIn(root, { formats: new Set(["html"]) });
    expect(readdirSync(folder).sort()).toEqual([
      "brief.html",
      "coverage.json",
      "evidence",
      "manifest.json",
      "my notes.txt",
    ]);
  });

  test("a reprint with a paragraph of its own on another theme makes no second origin", async () => {
    const news = "Foreign fighters must leave Libya, the minister said on Monday.\n\n";
    const body =
      news.repeat(1) +
      "The foreign fighters and mercenaries number in the thousands across Libya, officials in Tripoli said, and the mercenaries have dug in around Sirte and Jufra for the winter.\n\n";
    const files = {
      "corpus/articles": null,
      [`${articles}/a.txt`]: `Foreign troops to leave\n\n5 May 2021\n\n${body}`,
      [`${articles}/b.txt`]: `Foreign troops to leave\n\n6 May 2021\n\n${body}The ceasefire in Libya holds along the front line, and the ceasefire commission met, officials said.\n`,
    };
    const result = await generateIn(openTestWorkspace(files), { formats: ALL });
    expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(result.made?.issue.themes.map(({ origins }) => origins.length)).toEqual([1, 1, 0, 0]);
  });

  test("a failed run leaves the last good brief as it was", async () => {
    const root = openTestWorkspace();
    await generateIn(root);
    const before = readOut(root, "issue.json");
    writeFileSync(join(root, "corpus/lexicon/themes.yaml"), "themes: [");
    expect((await generateIn(root)).made).toBeNull();
    expect(readOut(root, "issue.json").equals(before)).toBe(true);
  });
});

describe("no article", () => {
  test("in the period makes a brief that says so, with the reason in the coverage", async () => {
    const root = openTestWorkspace();
    const result = await generateIn(root, { period: parseWeek("2019-W02"), formats: ALL });
    expect(result.made?.issue.themes.every(({ reports }) => reports.length === 0)).toBe(true);
    expect(result.made?.coverage.totals).toEqual({ "out-of-period": 2, undated: 3 });
    expect(result.made?.coverage.articles[1]?.reason).toMatch(/after the period/);
  });

  test("in the period but earlier ones makes a brief of background, without old quarrels", async () => {
    const result = await generateIn(openTestWorkspace(), { period: parseWeek("2021-W40") });
    const issue = result.made?.issue;
    expect(issue?.bottomLine).toEqual([]);
    expect(issue?.glance).toEqual({ figures: [], flags: [] });
    expect(issue?.themes.flatMap(({ happened }) => happened)).toEqual([]);
    expect(issue?.themes.some(({ background }) => background.length > 0)).toBe(true);
    const kinds = issue?.themes.flatMap(({ differ }) => differ.map(({ kind }) => kind));
    expect(kinds).not.toContain("different-wording");
  });

  test("at all makes a brief of a named period, and asks for one where none is named", async () => {
    const root = openTestWorkspace({ "corpus/articles": null, "corpus/articles/.keep": "" });
    expect((await generateIn(root)).made?.issue.sources).toEqual([]);
    const result = await generateIn(root, { period: null });
    expect(result.diagnostics).toMatchObject([
      { code: "corpus-empty", severity: "warning" },
      { code: "no-dated-article", place: { file: "corpus/articles" }, hint: expect.any(String) },
    ]);
  });
});
