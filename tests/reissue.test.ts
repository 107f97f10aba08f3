import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../src/check/check-issue-file.js";
import { nodeHost } from "../src/host/node.js";
import { parseWeek } from "../src/issue/index.js";
import { sealOf } from "../src/issue/seal.js";
import type { Issue } from "../src/model/issue.js";
import type { GenerateRequest } from "../src/pipeline.js";
import { releaseIssue } from "../src/release-issue.js";
import { generateIn, openTestWorkspace } from "./workspace.js";

// Each test makes a whole issue first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ARTICLE = "corpus/articles/001_5709e4275fb3b6b0.txt";
const NOTES = "corpus/desk/libya-weekly/2021-W18.yaml";

let root: string;
let issueFile: string;

beforeEach(async () => {
  root = openTestWorkspace();
  issueFile = join(root, "out/libya-weekly/2021-W18/issue.json");
  await generateIn(root);
  await release();
});

async function release(): Promise<void> {
  const { release, diagnostics } = await releaseIssue(nodeHost, issueFile);
  expect(release, JSON.stringify(diagnostics)).not.toBeNull();
}

const reissue = (request: Partial<GenerateRequest> = {}) =>
  generateIn(root, { isReissue: true, ...request });

async function reissued(request: Partial<GenerateRequest> = {}) {
  const { made, diagnostics } = await reissue(request);
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  return made.issue;
}

function alter(file: string, from: string, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replaceAll(from, to));
}

function note(text: string, file = NOTES): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), text);
}

const kindsOf = (issue: { revision: { changes: { kind: string }[] } | null }) =>
  issue.revision?.changes.map(({ kind }) => kind);

describe("a reissue after an article changed", () => {
  beforeEach(() => alter(ARTICLE, "13,000 Syrians", "12,000 Syrians"));

  test("is the next version, and names the one whose place it takes", async () => {
    const { seal } = JSON.parse(readFileSync(issueFile, "utf8"));
    const issue = await reissued();
    expect(issue).toMatchObject({
      id: "2021-W18",
      version: "1.1",
      revision: { supersedes: { version: "1.0", seal } },
    });
  });

  test("says which article, figure and statement are not as they were", async () => {
    const issue = await reissued();
    expect(issue.revision?.changes).toMatchObject([
      { kind: "article-changed" },
      {
        kind: "figure-changed",
        params: { before: "13,000 Syrians" },
        citations: [{ quote: "12,000 Syrians" }],
      },
      {
        kind: "statement-changed",
        params: { before: expect.stringContaining("13,000 Syrians") },
        citations: [{ quote: expect.stringContaining("12,000 Syrians") }],
      },
    ]);
  });

  test("holds, is released beside the one before it, and is followed by 1.2", async () => {
    await reissued();
    expect((await checkIssueFile(nodeHost, issueFile)).diagnostics).toEqual([]);
    await release();
    const kept = (version: string) =>
      join(root, `corpus/record/libya-weekly/2021-W18/v${version}/issue.json`);
    expect(JSON.parse(readFileSync(kept("1.0"), "utf8")).version).toBe("1.0");
    expect(JSON.parse(readFileSync(kept("1.1"), "utf8")).version).toBe("1.1");
    expect((await reissue()).diagnostics).toMatchObject([{ code: "nothing-changed" }]);
    alter(ARTICLE, "12,000 Syrians", "13,000 Syrians");
    expect(await reissued()).toMatchObject({
      version: "1.2",
      revision: { supersedes: { version: "1.1" } },
    });
  });

  test("says so high on page 1, with the seal of the version before and the desk's words", async () => {
    const { seal } = JSON.parse(readFileSync(issueFile, "utf8"));
    note("corrections: [{ text: The number was put right by its publisher., by: A.B. }]\n");
    await reissued({ formats: new Set(["html", "json"]) });
    const page = readFileSync(join(issueFile, "../brief.html"), "utf8");
    const box = page.slice(page.indexOf('<section class="correction-box"'));
    expect(page.indexOf("correction-box")).toBeLessThan(page.indexOf('class="bottom-line"'));
    expect(box).toContain(seal.slice(0, 12));
    expect(box).toContain("The number was put right by its publisher.");
    expect(box.slice(0, box.indexOf("</section>"))).toContain("13,000 Syrians");
  });

  test("takes the latest released issue where no period is named", async () => {
    expect(await reissued({ period: null })).toMatchObject({ id: "2021-W18", version: "1.1" });
  });

  test("keeps to the language and the day of the issue unless others are named", async () => {
    const request = { formats: new Set(["json"] as const) };
    const issue = await reissued(request);
    const manifest = JSON.parse(readFileSync(join(issueFile, "../manifest.json"), "utf8"));
    expect(issue.brief.language).toBe("en");
    expect(manifest.options).toMatchObject({ reissue: true });
  });
});

describe("a reissue says", () => {
  test("which article is in the corpus no more, and what was dropped with it", async () => {
    rmSync(join(root, ARTICLE));
    const issue = await reissued();
    expect(kindsOf(issue)?.[0]).toBe("article-gone");
    expect(kindsOf(issue)).toContain("statement-dropped");
    const changes = issue.revision?.changes ?? [];
    const source = changes[0]?.params.source;
    const dropped = changes.filter(({ kind }) => kind === "statement-dropped");
    expect(dropped.filter(({ params }) => params.source === source).length).toBeGreaterThan(3);
  });

  test.each([
    ["the notes of the issue", NOTES],
    ["the house's list", "corpus/desk/withdrawn.yaml"],
  ])("which article was withdrawn, by %s", async (_, file) => {
    note("withdrawn: [{ article: 001_5709e4275fb3b6b0.txt, reason: taken back }]\n", file);
    const issue = await reissued();
    expect(kindsOf(issue)?.[0]).toBe("article-withdrawn");
    expect(issue.coverage.find(({ file: name }) => name.startsWith("001"))).toMatchObject({
      fate: "excluded",
      reason: "taken back",
    });
    expect(issue.inputs.map(({ name }) => name)).toContain(file);
  });

  test("that the desk's words on a theme have changed", async () => {
    note("themes: { ceasefire: { assessment: { text: No change is likely. } } }\n");
    const issue = await reissued();
    expect(issue.revision?.changes).toMatchObject([
      { kind: "desk-words-changed", params: { theme: "ceasefire" } },
    ]);
  });

  test("what a late article adds", async () => {
    const late =
      "Foreign forces leave\n\n4 May 2021\n\nForeign forces have begun to leave the country, the United Nations mission said on Tuesday. The mission said that foreign fighters and mercenaries must leave Libya at once under the ceasefire agreement.\n";
    writeFileSync(join(root, "corpus/articles/late.txt"), late);
    const issue = await reissued();
    expect(new Set(kindsOf(issue))).toContain("statement-added");
  });
});

test("an article that was only renamed is no change", async () => {
  renameSync(join(root, ARTICLE), join(root, "corpus/articles/renamed.txt"));
  expect((await reissue()).diagnostics).toMatchObject([{ code: "nothing-changed" }]);
});

describe("a reissue does not hold", () => {
  beforeEach(async () => {
    alter(ARTICLE, "13,000 Syrians", "12,000 Syrians");
    await reissued();
  });

  async function codesAfter(change: (issue: Issue) => void): Promise<string[]> {
    const issue: Issue = JSON.parse(readFileSync(issueFile, "utf8"));
    change(issue);
    issue.seal = sealOf(issue);
    writeFileSync(issueFile, JSON.stringify(issue));
    const { diagnostics } = await checkIssueFile(nodeHost, issueFile);
    return [...new Set(diagnostics.map(({ code }) => code))];
  }

  test.each<[string, (issue: Issue) => void]>([
    ["a change left out", ({ revision }) => revision?.changes.pop()],
    ["all of it left out", (issue) => Object.assign(issue, { revision: null })],
    ["a version left out", (issue) => Object.assign(issue, { version: "1.2" })],
    [
      "another seal",
      ({ revision }) => Object.assign(revision?.supersedes ?? {}, { seal: "0".repeat(64) }),
    ],
  ])("with %s", async (_, change) => {
    expect(await codesAfter(change)).toContain("revision-differs");
  });
});

test("a reissue of a look back takes the desk's corrections, whenever they were written", async () => {
  rmSync(join(root, "corpus/record"), { recursive: true });
  await generateIn(root, { asOf: "2021-05-05" });
  await release();
  note("written: 2021-06-01\ncorrections: [{ text: The visit was on 3 May. }]\n");
  const issue = await reissued();
  expect(issue).toMatchObject({
    asOf: { day: "2021-05-05" },
    version: "1.1",
    corrections: [{ text: "The visit was on 3 May." }],
  });
  expect((await checkIssueFile(nodeHost, issueFile)).diagnostics).toEqual([]);
});

describe("nothing is reissued", () => {
  test("where nothing was released", async () => {
    rmSync(join(root, "corpus/record"), { recursive: true });
    const { made, diagnostics } = await reissue();
    expect(made).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: "nothing-released", hint: expect.stringContaining("brief release") },
    ]);
    const other = await reissue({ period: parseWeek("2021-W17") });
    expect(other.diagnostics).toMatchObject([{ code: "nothing-released" }]);
  });

  test("where nothing changed, unless the desk has something to put right", async () => {
    const before = readFileSync(issueFile);
    expect((await reissue()).diagnostics).toMatchObject([{ code: "nothing-changed" }]);
    expect(readFileSync(issueFile)).toEqual(before);
    note("corrections: [{ text: The visit was on 3 May. }]\n");
    const issue = await reissued();
    expect(issue).toMatchObject({ version: "1.1", revision: { changes: [] } });
    expect(issue.corrections).toEqual([{ text: "The visit was on 3 May." }]);
  });

  test("from an issue that is not as it was released", async () => {
    const kept = "corpus/record/libya-weekly/2021-W18/v1.0/issue.json";
    alter(kept, "North Africa", "South Africa");
    const { made, diagnostics } = await reissue();
    expect(made).toBeNull();
    expect(diagnostics).toMatchObject([{ code: "seal-broken", place: { file: kept } }]);
  });
});
