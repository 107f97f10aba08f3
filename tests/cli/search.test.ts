/** `brief search` as a user runs it. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { SearchLineSchema } from "../../src/model/search.js";
import { openTestWorkspace, REPOSITORY } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000 });

const MAIN = join(REPOSITORY, "dist/cli/main.js");

function brief(args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", ...env },
  });
  return { status, stdout, stderr };
}

const dated = (day: string, text: string) => `A title\n\ndate ${day}\n\n${text}\n`;

const MAIL = {
  "corpus/articles/port.txt": dated(
    "2021-05-04",
    "The harbour master of the old town said that the ships had waited for a week before the port was opened.",
  ),
  "corpus/articles/bread.txt": dated(
    "2021-05-20",
    "The bakers of the old town said that bread was ready when the ships came in to the harbour at last.",
  ),
};

function search(root: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = brief(["search", "--json", ...args], root);
  expect([status, stderr]).toEqual([0, stdout === "" ? "no article holds that\n" : ""]);
  const lines = stdout === "" ? [] : stdout.trimEnd().split("\n");
  return lines.map((line) => SearchLineSchema.parse(JSON.parse(line)));
}

const filesOf = (lines: readonly { readonly file: string }[]) => lines.map(({ file }) => file);

describe("brief search", () => {
  test("shows day, title, file and the words around the matches, marked", () => {
    const root = openTestWorkspace(MAIL);
    const { status, stdout, stderr } = brief(["search", "HARBOUR*", "mäster"], root);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      "2021-05-04  A title\n  port.txt\n  The [harbour] [master] of the old town said that the ships had waited for a week before the port was opened.\n",
    );
  });

  test("prints lines of the published shape, their marks on the words", () => {
    const [line] = search(openTestWorkspace(MAIL), '"old town" bread');
    expect(line?.file).toBe("bread.txt");
    const marked = line?.snippet.marks.map(({ start, end }) => line.snippet.text.slice(start, end));
    expect(marked).toEqual(["old town", "bread"]);
  });

  test("takes one argument of several words for a phrase", () => {
    const root = openTestWorkspace(MAIL);
    expect(filesOf(search(root, "master of the old town"))).toEqual(["port.txt"]);
    expect(search(root, "town old")).toEqual([]);
    expect(search(root, "town", "old")).toHaveLength(2);
    expect(filesOf(search(root, "for a wee*", "harbour"))).toEqual(["port.txt"]);
  });

  test("takes what stands behind -- for the query, words with a minus among it", () => {
    const root = openTestWorkspace(MAIL);
    expect(search(root, "--", "harbour")).toHaveLength(2);
    expect(filesOf(search(root, "--limit", "3", "--", "harbour", "-bread"))).toEqual(["port.txt"]);
    expect(filesOf(search(root, "--", "harbour", "-harbour master"))).toEqual(["bread.txt"]);
    expect(filesOf(search(root, "harbour -bread"))).toEqual(["port.txt"]);
  });

  test("breaks no line of its help short of the width", () => {
    const { stdout } = brief(["search", "--help"], openTestWorkspace());
    const lines = stdout.slice(stdout.indexOf("Every word")).trimEnd().split("\n");
    for (const line of lines.slice(0, -1)) expect(line.length, line).toBeGreaterThan(50);
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test("searches inside days, and from a day or up to one", () => {
    const root = openTestWorkspace(MAIL);
    expect(filesOf(search(root, "harbour", "--from", "2021-05-10"))).toEqual(["bread.txt"]);
    expect(filesOf(search(root, "harbour", "--to", "2021-05-10"))).toEqual(["port.txt"]);
    expect(search(root, "harbour", "--from", "2021-05-05", "--to", "2021-05-06")).toEqual([]);
  });

  test("finds the articles that analysis assigns to a theme", () => {
    const root = openTestWorkspace(MAIL);
    const assigned = search(root, "the", "--theme", "maritime_deal", "--limit", "50");
    expect(assigned.length).toBeGreaterThan(0);
    expect(filesOf(assigned)).not.toContain("port.txt");
    expect(search(root, "harbour", "--theme", "maritime_deal")).toEqual([]);
  });

  test("shows no more than it is asked for", () => {
    expect(search(openTestWorkspace(MAIL), "the", "--limit", "1")).toHaveLength(1);
  });

  test("sees an article that came, changed or went since the last search", () => {
    const root = openTestWorkspace(MAIL);
    expect(search(root, "zeppelin")).toEqual([]);
    const path = join(root, "corpus/articles/port.txt");
    writeFileSync(path, dated("2021-05-04", "A zeppelin was seen above the old town on that day."));
    expect(filesOf(search(root, "zeppelin"))).toEqual(["port.txt"]);
  });

  test("makes the index anew where it is broken", () => {
    const root = openTestWorkspace({ ...MAIL, ".briefwright/index.sqlite": "broken ".repeat(999) });
    expect(filesOf(search(root, "zeppelin OR harbour"))).toEqual([]);
    expect(search(root, "harbour")).toHaveLength(2);
  });

  test("does without an index where none can be written, and says nothing of it", () => {
    const root = openTestWorkspace({ ...MAIL, ".briefwright": "a file in the way" });
    expect(search(root, "harbour")).toHaveLength(2);
  });

  test("takes signs of any query language for what parts words", () => {
    const root = openTestWorkspace(MAIL);
    for (const query of [
      '"',
      "harbour AND (",
      "title:",
      "' OR 1=1 --",
      "ha*rb",
      "^ + { } NEAR/2",
    ]) {
      const { status, stderr } = brief(["search", "--", query], root);
      expect([0, 2], query).toContain(status);
      expect(stderr, query).not.toMatch(/SQL|fts5|at .+:\d+/);
    }
  });

  test("escapes what could drive a terminal", () => {
    const title = {
      "corpus/articles/x.txt": `\u001b[31mRed\n\ndate 2021-05-04\n\nThe zeppelin \u001b[2Jcame to the old town on that day.\n`,
    };
    const { stdout } = brief(["search", "zeppelin"], openTestWorkspace(title));
    expect(stdout).toContain("zeppelin");
    expect(stdout).not.toContain("\u001b");
  });

  test.each([
    [["search"], /brief search needs words to look for/],
    [["search", "..."], /the query holds no word/],
    [["search", "a", "--limit", "0"], /--limit: “0” is no number of articles/],
    [["search", "a", "--from", "May"], /--from: there is no day “May”/],
    [["search", "a", "--from", "2021-05-09", "--to", "2021-05-01"], /end before they start/],
    [["search", "a", "-zipped"], /“-zipped”\n {2}hint: .+ -- in front/],
    [["search", "a", "--outlets", "x"], /did you mean “--outlet”/],
  ])("refuses %j with status 2 and a hint", (args, message) => {
    const { status, stderr } = brief(args, openTestWorkspace());
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/hint: /);
  });

  test("names a theme that is near to one that is not there", () => {
    const { status, stderr } = brief(["search", "a", "--theme", "ceasefires"], openTestWorkspace());
    expect(status).toBe(1);
    expect(stderr).toMatch(/no theme "ceasefires"\n {2}hint: did you mean "ceasefire"/);
  });
});
