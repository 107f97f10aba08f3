import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { checkFile } from "../../src/check/check-file.js";
import { nodeHost } from "../../src/host/node.js";
import type { Issue } from "../../src/model/issue.js";
import { reproduceIssue } from "../../src/reproduce/reproduce-issue.js";
import { readOut } from "../workspace.js";
import { makeRewrittenBrief, REWORDED } from "./rewritten-brief.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SOURCE = "after the eastern-based rival army began a new assault on Tripoli";

let root: string;
let issue: Issue | undefined;

beforeAll(async () => {
  ({ root, issue } = await makeRewrittenBrief());
});

const fileOf = (name: string) => join(root, "out/libya-weekly/2021-W18", name);
const codesOf = async (name: string) =>
  (await checkFile(nodeHost, fileOf(name), root)).diagnostics.map(({ code }) => code);

describe("an issue with generated words", () => {
  test("has some", () => {
    expect(JSON.stringify(issue)).toContain(REWORDED);
  });

  test.each(["issue.json", "brief.html", "brief.pdf"])("holds as %s", async (name) => {
    expect(await codesOf(name)).toEqual([]);
  });

  test("comes again byte for byte from the answers that were kept", async () => {
    const again = await reproduceIssue(nodeHost, { file: fileOf("issue.json"), folder: root });
    expect(again).toMatchObject({ holds: true, inputs: [], outputs: [] });
  });

  test("has evidence pages of the sources' words alone", () => {
    const pages = readdirSync(fileOf("evidence"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".html"),
    );
    expect(pages.length).toBeGreaterThan(3);
    const words = pages.map((name) => readFileSync(fileOf(join("evidence", name)), "utf8"));
    expect(words.join("\n").includes(SOURCE)).toBe(true);
    expect(/reworded|stub-1/i.test(words.join("\n"))).toBe(false);
  });
});

describe("generated words", () => {
  test("stand on the page as a note, behind the number of the source that they were made from", () => {
    const page = readOut(root, "brief.html").toString();
    const at = page.indexOf('class="rewrite"');
    const statement = page.slice(page.lastIndexOf('class="statement"', at), at);
    expect(statement.slice(0, 2000)).toContain('class="cite"');
    expect(page.slice(at, at + 200)).toMatch(
      /^class="rewrite" role="note" data-rewrite="s-\w+"><span class="rewrite-mark">Reworded by a model, not the source&#39;s words:<\/span> /,
    );
  });

  test("are told by the method, with the model that wrote them", () => {
    const page = readOut(root, "brief.html").toString();
    expect(page.includes("written by a model (stub-1)")).toBe(true);
  });

  test.each([
    ["words", REWORDED, REWORDED.replace("has not", "has")],
    ["mark", "Reworded by a model", "Reworded by hand"],
  ])("whose %s were changed on the page are told", async (_, before, after) => {
    const page = readOut(root, "brief.html").toString();
    const statement = page.indexOf('class="rewrite"');
    const altered = page.slice(0, statement) + page.slice(statement).replace(before, after);
    writeFileSync(fileOf("altered.html"), altered);
    expect(await codesOf("altered.html")).toContainEqual(expect.stringMatching(/^printed-words-/));
  });
});
