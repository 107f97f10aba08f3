import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../../src/check/check-issue-file.js";
import { nodeHost } from "../../src/host/node.js";
import { sealOf } from "../../src/issue/seal.js";
import type { Issue } from "../../src/model/issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

// Each test makes a whole issue first.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const WITH_DAY = "001_5709e4275fb3b6b0.txt";
const WITH_OUTLET = "004_95318f47aea74e28.txt";

let root: string;
let folder: string;

beforeEach(async () => {
  root = openTestWorkspace();
  await generateIn(root);
  folder = join(root, "out/libya-weekly/2021-W18");
});

const readIssue = (): Issue => JSON.parse(readFileSync(join(folder, "issue.json"), "utf8"));

function sourceIn(issue: Issue, file: string): Issue["sources"][number] {
  const source = issue.sources.find((one) => one.file === file);
  if (source === undefined) throw new Error(`no ${file}`);
  return source;
}

/** What is told of a row of the sources, with the seal renewed as a forger would. */
async function told(change: (issue: Issue) => void, at = "/") {
  const issue = readIssue();
  change(issue);
  issue.seal = sealOf(issue);
  writeFileSync(join(folder, "issue.json"), JSON.stringify(issue));
  const { diagnostics } = await checkIssueFile(nodeHost, join(folder, "issue.json"), at);
  return diagnostics
    .filter(({ code }) => code === "source-differs" || code === "reading-differs")
    .map(({ code, severity, place }) => `${severity} ${code} ${place.path}`);
}

describe("the bytes kept as evidence, read again, tell a source row that has another", () => {
  test.each<[string, string, (source: Issue["sources"][number]) => void]>([
    ["title", "title", (source) => Object.assign(source, { title: "Another title" })],
    ["outlet", "outlet", (source) => Object.assign(source, { outlet: null })],
    ["byline", "byline", (source) => Object.assign(source, { byline: "Somebody Else" })],
    ["language", "language", (source) => Object.assign(source, { language: "fr" })],
    ["address", "url", (source) => Object.assign(source, { url: "https://example.org/" })],
  ])("%s", async (_, field, change) => {
    const found = await told((issue) => change(sourceIn(issue, WITH_OUTLET)));
    expect(found).toContain(`error source-differs sources[3].${field}`);
  });

  test("day that the article states", async () => {
    const found = await told((issue) => {
      const { published } = sourceIn(issue, WITH_DAY);
      if (published !== null) published.date = "2021-05-05";
    });
    expect(found).toContain("error source-differs sources[1].published");
  });

  test("day that was worked out from the others", async () => {
    const found = await told((issue) => {
      const { inferred } = sourceIn(issue, WITH_OUTLET);
      if (inferred !== null) inferred.date = "2019-12-18";
    });
    expect(found).toContain("error source-differs sources[3].inferred");
  });
});

/** The stored text, its hash and the manifest with another word. */
function forgeText(issue: Issue): void {
  const source = sourceIn(issue, WITH_DAY);
  const path = join(folder, "evidence", source.article, "text.txt");
  const text = readFileSync(path, "utf8").replace("Syrians", "Somalis");
  writeFileSync(path, text);
  source.textSha256 = createHash("sha256").update(text).digest("hex");
}

test("a text that was altered together with its hash is told by the bytes", async () => {
  expect(await told(forgeText)).toEqual(["error reading-differs sources[1].textSha256"]);
});

test("and by those of the corpus where none are kept", async () => {
  for (const { article } of readIssue().sources) {
    rmSync(join(folder, "evidence", article, "raw.txt"));
  }
  expect(await told(forgeText)).toEqual([]);
  expect(await told(forgeText, root)).toContain("error reading-differs sources[1].textSha256");
});

test("of an issue that another version of the program made it is a warning", async () => {
  const found = await told((issue) => {
    issue.program = { ...issue.program, version: "0.0.1" };
    sourceIn(issue, WITH_OUTLET).title = "Another title";
  });
  expect(found).toEqual(["warning source-differs sources[3].title"]);
});

test("a language gap that is not told is one of the lexicon's languages", async () => {
  const issue = readIssue();
  issue.gaps = issue.gaps.filter(({ kind }) => kind !== "no-language");
  issue.seal = sealOf(issue);
  writeFileSync(join(folder, "issue.json"), JSON.stringify(issue));
  const { diagnostics } = await checkIssueFile(nodeHost, join(folder, "issue.json"), root);
  expect(diagnostics.map(({ message }) => message)).toContain(
    "a gap in the sourcing is not told: no-language",
  );
});
