import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../../src/check/check-issue-file.js";
import { nodeHost } from "../../src/host/node.js";
import { sealOf } from "../../src/issue/seal.js";
import type { Disagreement, Issue } from "../../src/model/issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let root: string;
let file: string;
let issue: Issue;

beforeAll(async () => {
  root = openTestWorkspace();
  await generateIn(root);
  file = join(root, "out/libya-weekly/2021-W18/issue.json");
  issue = JSON.parse(readFileSync(file, "utf8"));
});

function row(kind: string, from: Issue = issue): Disagreement {
  const found = from.disagreements.find(({ finding }) => finding.kind === kind);
  if (found === undefined) throw new Error(`no row of kind ${kind}`);
  return found;
}

/** Who says it, the words that tell it apart, and the outlet's article. */
const sidesOf = (kind: string) =>
  row(kind).sides.map(({ part, speaker, statement }) => ({
    part,
    speaker: speaker?.name ?? null,
    file: issue.sources.find(({ article }) => article === statement.citations[0]?.article)?.file,
  }));

const [DUVAR, TRIPOLI, URDUPOINT, MINUTE] = [
  "000_d633f055d85d57e5.txt",
  "001_5709e4275fb3b6b0.txt",
  "003_18b334cd7a472c5f.txt",
  "004_95318f47aea74e28.txt",
];

describe("the table of reports that differ", () => {
  test("has a row for each finding of the themes, and no other", () => {
    const findings = issue.themes.flatMap(({ differ }) => differ.map(({ id }) => id));
    expect(issue.disagreements.map(({ finding }) => finding.id).sort()).toEqual(findings.sort());
  });

  test("sets the words of both speakers side by side", () => {
    expect(sidesOf("positions")).toEqual([
      { part: "tells", speaker: "Najla Mangoush", file: TRIPOLI },
      { part: "tells", speaker: "Mevlüt Çavuşoğlu", file: TRIPOLI },
    ]);
  });

  test("shows what an outlet tells of the event whose answer it leaves out", () => {
    expect(row("absent-from").kind).toBe("framing");
    expect(row("absent-from").sides.map(({ statement }) => statement.text)).toEqual([
      expect.stringContaining("as part of a training agreement"),
      expect.stringContaining("on May 3 met with her Turkish counterpart"),
    ]);
    expect(sidesOf("absent-from")).toEqual([
      { part: "tells", speaker: "Mevlüt Çavuşoğlu", file: TRIPOLI },
      { part: "omits", speaker: "Najla Mangoush", file: DUVAR },
    ]);
  });

  test("keeps a change apart from what does not agree, the earlier side first", () => {
    expect(row("superseded").kind).toBe("superseded");
    expect(issue.disagreements.at(-1)).toEqual(row("superseded"));
    const when = row("superseded").sides.map((side) => side.when?.date.from ?? null);
    expect(when).toEqual(["2019-12-14", null]);
    expect(sidesOf("superseded").map((side) => side.file)).toEqual([URDUPOINT, MINUTE]);
  });

  test("dates a side by its own words, with the place of these", () => {
    const [side] = row("superseded").sides;
    expect(side?.when).toMatchObject({
      date: { from: "2019-12-14", to: "2019-12-14", precision: "day" },
      mention: { quote: "on Saturday" },
      anchor: "published",
    });
  });

  test("says nothing in words of its own", () => {
    for (const { sides } of issue.disagreements) {
      for (const { statement } of sides) expect(statement.text).toBe(statement.citations[0]?.quote);
    }
  });
});

describe("the check finds a table", () => {
  async function codesAfter(change: (changed: Issue) => void): Promise<string[]> {
    const changed: Issue = structuredClone(issue);
    change(changed);
    changed.seal = sealOf(changed);
    const other = join(root, "out/libya-weekly/2021-W18/changed.json");
    writeFileSync(other, JSON.stringify(changed));
    const { diagnostics } = await checkIssueFile(nodeHost, other, root);
    return [...new Set(diagnostics.map(({ code }) => code))];
  }

  test("as it was made without fault", async () => {
    expect(await codesAfter(() => {})).toEqual([]);
  });

  test.each<[string, (changed: Issue) => void]>([
    ["that lacks a row", ({ disagreements }) => void disagreements.shift()],
    ["with a row twice", (changed) => changed.disagreements.push(row("denial", changed))],
    [
      "whose change is made a contradiction",
      (changed) => (row("superseded", changed).kind = "claims"),
    ],
    ["whose sides are in another order", (changed) => row("positions", changed).sides.reverse()],
    [
      "in which the one who tells is said to leave out",
      (changed) => {
        const finding = row("absent-from", changed).finding;
        finding.params.absent = finding.params.present ?? "";
      },
    ],
  ])("%s", async (_, change) => {
    expect(await codesAfter(change)).toContain("disagreement-differs");
  });

  test("with a side given to somebody else", async () => {
    const change = (changed: Issue) => {
      const [side] = row("positions", changed).sides;
      if (side?.speaker) side.speaker.text = "Boris Johnson";
    };
    expect(await codesAfter(change)).toContain("speaker-differs");
  });

  test("with a side of another date", async () => {
    const change = (changed: Issue) => {
      const [side] = row("superseded", changed).sides;
      if (side?.when) side.when.date.from = "2019-12-13";
    };
    expect(await codesAfter(change)).toContain("date-differs");
  });
});
