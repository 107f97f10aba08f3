import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkRecord } from "../../src/check/check-record.js";
import { recordLines } from "../../src/cli/record-words.js";
import { nodeHost } from "../../src/host/node.js";
import { RecordCheckSchema, type TouchedArticle } from "../../src/model/record-check.js";
import { releaseIssue } from "../../src/release-issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// Each test makes a whole issue first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const ARTICLES = "corpus/articles";
const FILE = "001_5709e4275fb3b6b0.txt";
const RECORD = "corpus/record/libya-weekly/2021-W18";

let root: string;

beforeEach(async () => {
  root = openTestWorkspace();
  await generateIn(root);
  await release();
});

async function release(): Promise<void> {
  const file = join(root, "out/libya-weekly/2021-W18/issue.json");
  const { release, diagnostics } = await releaseIssue(nodeHost, file);
  expect(release, JSON.stringify(diagnostics)).not.toBeNull();
}

const check = async () => RecordCheckSchema.parse(await checkRecord(nodeHost, root));

async function touchedArticle(): Promise<TouchedArticle> {
  const { touched } = await check();
  const [article] = touched.flatMap(({ articles }) => articles);
  if (article === undefined || touched.length > 1) throw new Error("not one issue is touched");
  return article;
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), "utf8")));
}

function write(file: string, text: string): void {
  mkdirSync(join(root, file, ".."), { recursive: true });
  writeFileSync(join(root, file), text);
}

test("a record whose sources are as they were cited touches nothing", async () => {
  expect(await check()).toEqual({ issues: 1, touched: [], diagnostics: [] });
});

test("an article under another name, with the same text, touches nothing", async () => {
  renameSync(join(root, ARTICLES, FILE), join(root, ARTICLES, "renamed.txt"));
  expect((await check()).touched).toEqual([]);
});

describe("an article that changed", () => {
  test("is named with the statements that say what it says no more", async () => {
    rewrite(`${ARTICLES}/${FILE}`, (text) => text.replace("13,000 Syrians", "12,000 Syrians"));
    const { touched } = await check();
    expect(touched).toMatchObject([
      { brief: "libya-weekly", issue: "2021-W18", version: "1.0", folder: `${RECORD}/v1.0` },
    ]);
    const article = await touchedArticle();
    expect(article).toMatchObject({ file: FILE, what: "changed", reason: null });
    const gone = article.words.filter(({ now }) => now === "gone");
    expect(gone.map(({ quote }) => quote)).toContain("13,000 Syrians");
    for (const { quote } of gone) expect(quote).toContain("13,000 Syrians");
    expect(gone.flatMap(({ slots }) => slots)).toContain("key message 3");
    expect(article.words.some(({ now }) => now === "there")).toBe(true);
  });

  test("tells words that moved from words that are gone", async () => {
    rewrite(`${ARTICLES}/${FILE}`, (text) =>
      text.replace(
        "On Monday, May 3, 2021,",
        "The ministers met for two hours. On Monday, May 3, 2021,",
      ),
    );
    const article = await touchedArticle();
    expect(article.what).toBe("changed");
    expect(new Set(article.words.map(({ now }) => now))).toEqual(new Set(["there", "moved"]));
  });

  test("touches nothing any more once a reissue was released", async () => {
    rewrite(`${ARTICLES}/${FILE}`, (text) => text.replace("13,000 Syrians", "12,000 Syrians"));
    await generateIn(root, { isReissue: true });
    await release();
    expect(await check()).toMatchObject({ issues: 1, touched: [] });
  });
});

test("an article that is gone leaves none of its words", async () => {
  rmSync(join(root, ARTICLES, FILE));
  const article = await touchedArticle();
  expect(article).toMatchObject({ file: FILE, what: "gone", textSha256: { now: null } });
  expect(new Set(article.words.map(({ now }) => now))).toEqual(new Set(["gone"]));
});

test.each([
  ["the house's list", "corpus/desk/withdrawn.yaml"],
  ["the notes of the issue", "corpus/desk/libya-weekly/2021-W18.yaml"],
])("an article that %s withdraws is touched, with the desk's reason", async (_, file) => {
  write(file, `withdrawn: [{ article: ${FILE}, reason: taken back }]\n`);
  expect(await touchedArticle()).toMatchObject({ what: "withdrawn", reason: "taken back" });
});

describe("a record that is not whole", () => {
  test("is told, and the rest of it is checked", async () => {
    rewrite(`${RECORD}/v1.0/issue.json`, (text) => text.replace("North Africa", "South Africa"));
    write("corpus/record/other/2021-W17/v1.0/issue.json", "{");
    const { issues, touched, diagnostics } = await check();
    expect({ issues, touched }).toEqual({ issues: 1, touched: [] });
    expect(diagnostics.map(({ code }) => code)).toEqual(["record-unreadable", "seal-broken"]);
  });

  test("is not said to be as it was cited", async () => {
    write(`${RECORD}/v1.0/issue.json`, "{");
    const result = await check();
    expect(result.diagnostics).toMatchObject([{ code: "record-unreadable", severity: "error" }]);
    expect(recordLines(result)).toEqual([
      "0 released issues: not all of the record could be checked",
    ]);
  });
});

test("a person reads which source, which statements, and what to do", async () => {
  rewrite(`${ARTICLES}/${FILE}`, (text) => text.replace("13,000 Syrians", "12,000 Syrians"));
  const lines = recordLines(await check());
  expect(lines[0]).toBe(`libya-weekly 2021-W18, version 1.0 (${RECORD}/v1.0)`);
  expect(lines[1]).toBe(`  [2] ${FILE} has changed`);
  expect(lines.join("\n")).toContain("“13,000 Syrians”");
  expect(lines.join("\n")).toContain(
    "brief generate --brief libya-weekly --week 2021-W18 --reissue",
  );
  expect(lines.at(-1)).toBe("1 released issue: 1 touched by sources that are not as they were");
});
