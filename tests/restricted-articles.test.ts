import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { checkIssueFile } from "../src/check/check-issue-file.js";
import { nodeHost } from "../src/host/node.js";
import { sealOf } from "../src/issue/seal.js";
import { generateIn, openTestWorkspace, readOut, readRepository } from "./workspace.js";

// Each test makes a whole brief, of TLP:GREEN where it says nothing else.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CITED = "001_5709e4275fb3b6b0.txt";
const SETTINGS = readRepository("briefwright.yaml");

function marked(marking: string, file = CITED): Record<string, string> {
  const record = { url: "https://example.org/page", marking };
  return { [`corpus/articles/${file}.source.json`]: JSON.stringify(record) };
}

/** What stops the brief. */
async function refusals(changes: Record<string, string>): Promise<string[]> {
  const { made, diagnostics } = await generateIn(openTestWorkspace(changes));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(made === null).toBe(errors.length > 0);
  return errors.map(({ code, message }) => `${code}: ${message}`);
}

describe("a brief is for no more readers than the most restricted article that it rests on", () => {
  test("it stops, and names the article and both markings", async () => {
    expect(await refusals(marked("TLP:AMBER"))).toEqual([
      `marking-too-low: [2] ${CITED} is TLP:AMBER, and the brief that cites it is TLP:GREEN`,
    ]);
  });

  test("an article that restricts as much, or less, is printed as ever", async () => {
    expect(await refusals(marked("TLP:GREEN"))).toEqual([]);
  });

  test("a brief that restricts as much is made, and its sources say who may see them", async () => {
    const settings = SETTINGS.replace("TLP:GREEN", "TLP:AMBER+STRICT");
    const root = openTestWorkspace({ ...marked("TLP:AMBER"), "briefwright.yaml": settings });
    const { made, diagnostics } = await generateIn(root);
    expect(diagnostics).toEqual([]);
    const markings = made?.issue.sources.flatMap((source) => source.markings ?? []);
    expect(markings).toEqual(["TLP:AMBER"]);
  });

  test("earlier articles count that serve as background", async () => {
    const [refusal] = await refusals(marked("TLP:RED", "003_18b334cd7a472c5f.txt"));
    expect(refusal).toContain("003_18b334cd7a472c5f.txt");
    expect(refusal).toContain("is TLP:RED");
  });

  test("an outlet of the lexicon restricts all that it reports", async () => {
    const file = "corpus/lexicon/outlets.yaml";
    const outlets = readRepository(file).replaceAll(
      /^( *)owner:/gm,
      "$1marking: TLP:RED\n$1owner:",
    );
    expect((await refusals({ [file]: outlets })).join()).toContain("is TLP:RED");
  });

  test("a label that there is not lets nobody see the article", async () => {
    const root = openTestWorkspace(marked("TLP: GREEN"));
    const { made, diagnostics } = await generateIn(root);
    expect(made).toBeNull();
    expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ["marking-too-low", "write it TLP:GREEN"],
    ]);
  });

  test("labels of two schemes do not compare", async () => {
    const house = SETTINGS.replace("label: TLP:GREEN", "label: DESK ONLY").replace(
      "briefs:",
      "markings: [{ name: house, labels: [{ label: OPEN }, { label: DESK ONLY }] }]\nbriefs:",
    );
    expect(await refusals({ ...marked("OPEN"), "briefwright.yaml": house })).toEqual([]);
    const [refusal] = await refusals({ ...marked("TLP:CLEAR"), "briefwright.yaml": house });
    expect(refusal).toContain("that cites it is DESK ONLY");
  });

  test("one that the desk leaves out stops nothing, and the check says that its file is named", async () => {
    const desk = `exclude:\n  - { article: ${CITED}, reason: not for our readers }\n`;
    const notes = { "corpus/desk/libya-weekly/2021-W18.yaml": desk };
    const root = openTestWorkspace({ ...marked("TLP:RED"), ...notes });
    expect((await generateIn(root)).made).not.toBeNull();
    const file = join(root, "out/libya-weekly/2021-W18/issue.json");
    const { diagnostics } = await checkIssueFile(nodeHost, file, root);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning restricted-article-named",
    ]);
  });
});

test("a finished issue whose marking was lowered, seal and all, does not hold", async () => {
  const settings = SETTINGS.replace("TLP:GREEN", "TLP:AMBER");
  const root = openTestWorkspace({ ...marked("TLP:AMBER"), "briefwright.yaml": settings });
  await generateIn(root);
  const issue = JSON.parse(readOut(root, "issue.json").toString());
  issue.marking.label = "TLP:CLEAR";
  issue.seal = sealOf(issue);
  const file = join(root, "out/libya-weekly/2021-W18/issue.json");
  writeFileSync(file, JSON.stringify(issue));
  const codes = async () =>
    (await checkIssueFile(nodeHost, file, root)).diagnostics.map(({ code }) => code);
  expect(await codes()).toContain("marking-too-low");
  for (const source of issue.sources) delete source.markings;
  for (const entry of issue.coverage) delete entry.markings;
  issue.seal = sealOf(issue);
  writeFileSync(file, JSON.stringify(issue));
  expect(await codes()).toContain("source-differs");
});

describe("the marking of a brief is one that there is", () => {
  test.each([
    ["TLP:WHITE", "TLP 2.0 calls it TLP:CLEAR"],
    ["'TLP: AMBER'", "write it TLP:AMBER"],
    ["tlp:amber-strict", "write it TLP:AMBER+STRICT"],
    ["GREEN", "write it TLP:GREEN"],
    ["BOARD", "there are TLP:CLEAR, TLP:GREEN"],
  ])("%s stops it, with a way out", async (label, hint) => {
    const settings = SETTINGS.replace("label: TLP:GREEN", `label: ${label}`);
    const { diagnostics } = await generateIn(openTestWorkspace({ "briefwright.yaml": settings }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-marking"]);
    expect(diagnostics[0]?.hint).toContain(hint);
  });

  test("colours of the house that are hard to read are told", async () => {
    const grey = '{ label: HOUSE, colour: "#777777", background: "#666666" }';
    const settings = SETTINGS.replace("label: TLP:GREEN", "label: HOUSE").replace(
      "briefs:",
      `markings: [{ name: house, labels: [${grey}] }]\nbriefs:`,
    );
    const { diagnostics } = await generateIn(openTestWorkspace({ "briefwright.yaml": settings }));
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning marking-contrast",
    ]);
  });
});
