/** A brief on another subject, in three languages: settings, lexicon and articles, no line of code. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { nodeHost } from "../src/host/node.js";
import { parseWeek } from "../src/issue/index.js";
import { type Issue, IssueSchema } from "../src/model/issue.js";
import { generate } from "../src/pipeline.js";
import { REPOSITORY } from "./workspace.js";

vi.setConfig({ hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), "briefwright-rivers-"));
let issue: Issue;

beforeAll(async () => {
  cpSync(join(REPOSITORY, "tests/samples/rivers"), root, { recursive: true });
  const formats = new Set(["json", "html", "pdf"] as const);
  const { made, diagnostics } = await generate(nodeHost, {
    folder: root,
    period: parseWeek("2022-W19"),
    formats,
  });
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  const file = made?.files.find((name) => name.endsWith("issue.json")) ?? "";
  issue = IssueSchema.parse(JSON.parse(readFileSync(file, "utf8")));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a brief on two rivers", () => {
  test("accounts for every article", () => {
    const fates = new Map(issue.coverage.map(({ file, fate }) => [file.slice(0, 2), fate]));
    expect(fates.get("02")).toBe("reprint");
    expect(fates.get("11")).toBe("background");
    expect(fates.get("12")).toBe("off-theme");
    expect([...fates.values()]).not.toContain("undated");
  });

  test("has news on every theme", () => {
    for (const { id, happened, reports } of issue.themes) {
      expect({ id, isTold: happened.length > 0, reports: reports.length > 1 }).toEqual({
        id,
        isTold: true,
        reports: true,
      });
    }
  });

  test("hears each of the three languages", () => {
    const languages = new Set(issue.sources.map(({ language }) => language));
    expect([...languages].sort()).toEqual(["ar", "en", "tr"]);
  });

  test("knows who speaks, whatever the language", () => {
    const speakers = issue.themes.flatMap(({ says }) => says.map(({ speaker }) => speaker.name));
    expect(speakers).toContain("Maher al-Hadithi");
    expect(speakers).toContain("Selin Aydoğan");
    expect(speakers).not.toContain("Ankara");
    expect(speakers).not.toContain("Iraq");
  });

  test("tells a toll that rose from a contradiction, and keeps a denial beside what it denies", () => {
    const kinds = issue.themes.flatMap(({ differ }) => differ.map(({ kind }) => kind));
    expect(kinds).toContain("superseded");
    expect(kinds).toContain("denial");
  });

  test("looks ahead", () => {
    const days = issue.watch.map(({ date }) => date.from);
    expect(days).toEqual(expect.arrayContaining(["2022-05-18", "2022-05-20", "2022-06-15"]));
  });
});
