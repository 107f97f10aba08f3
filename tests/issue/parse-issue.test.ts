import { describe, expect, test } from "vitest";
import { checkIssue, parseIssue } from "../../src/issue/index.js";
import { canonicalJson, sealOf } from "../../src/issue/seal.js";
import { readRepository } from "../workspace.js";

const SAMPLE = "tests/samples/issue-1";
const written = () => readRepository(`${SAMPLE}/issue.json`);
const IN_BRACKETS = { form: "bracket", style: "house" };
const NO_DESK = { bottomLine: [], keyMessages: [], watch: [], standing: [] };
const bytes = (text: string) => new TextEncoder().encode(text);
const codes = (text: string) =>
  parseIssue(bytes(text), "issue.json").diagnostics.map(({ code }) => code);

describe("an issue that the first program wrote", () => {
  test("comes in today's shape, under the seal that it was written with", () => {
    const { value, diagnostics } = parseIssue(bytes(written()), "issue.json");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ written: 1, sealHolds: true });
    expect(value?.issue).toMatchObject({
      schema: "briefwright/issue/3",
      program: { name: "briefwright", version: "0.1.0" },
      asOf: null,
      previous: null,
      revision: null,
      disagreements: [],
      citing: IN_BRACKETS,
      desk: NO_DESK,
    });
    expect(value?.issue.sources[0]).toMatchObject({ archived: null, accessed: null });
    expect(value?.issue.seal).toBe(JSON.parse(written()).seal);
  });

  test("still holds, against the texts that were stored with it", () => {
    const issue = JSON.parse(written());
    const texts = new Map<string, string>(
      issue.sources.map(({ article }: { article: string }): [string, string] => [
        article,
        readRepository(`${SAMPLE}/evidence/${article}.txt`),
      ]),
    );
    expect(checkIssue(issue, { texts, corpus: null }, "issue.json")).toEqual([]);
  });

  test("loses nothing that it said", () => {
    const before = JSON.parse(written());
    const { value } = parseIssue(bytes(written()), "issue.json");
    const { schema: _, themes, ...rest } = before;
    expect(value?.issue).toMatchObject(rest);
    expect(value?.issue.themes).toMatchObject(themes);
  });

  test("does not hold its seal once a letter of it was changed", () => {
    const altered = written().replace("North Africa", "South Africa");
    expect(parseIssue(bytes(altered), "issue.json").value?.sealHolds).toBe(false);
  });

  test("holds its seal in any order of its keys, with any white space", () => {
    const sorted = canonicalJson(JSON.parse(written()));
    expect(parseIssue(bytes(sorted), "issue.json").value?.sealHolds).toBe(true);
  });
});

describe("an issue of version 2", () => {
  const SECOND = "tests/samples/issue-2";
  const text = readRepository(`${SECOND}/issue.json`);

  test("comes in today's shape, with everything that it said, and still holds", () => {
    const { value, diagnostics } = parseIssue(bytes(text), "issue.json");
    expect(diagnostics).toEqual([]);
    const { schema: _, ...rest } = JSON.parse(text);
    expect(value).toMatchObject({ written: 2, sealHolds: true, issue: { ...rest, desk: NO_DESK } });
    const texts = new Map(
      value?.issue.sources.map(({ article }): [string, string] => [
        article,
        readRepository(`${SECOND}/evidence/${article}/text.txt`),
      ]),
    );
    expect(checkIssue(JSON.parse(text), { texts, corpus: null }, "issue.json")).toEqual([]);
  });
});

describe("what is not read as an issue", () => {
  test("is what a newer program wrote, with what to do", () => {
    const newer = written().replace("briefwright/issue/1", "briefwright/issue/4");
    expect(parseIssue(bytes(newer), "issue.json")).toMatchObject({
      value: null,
      diagnostics: [
        {
          code: "issue-too-new",
          message: "made by a newer program: version 4; this one reads up to 3",
          hint: expect.stringContaining("newer program"),
        },
      ],
    });
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["another schema", '{"schema": "briefwright/coverage/1"}'],
    ["a version that no number is", '{"schema": "briefwright/issue/02"}'],
    ["version 0", '{"schema": "briefwright/issue/0"}'],
    ["an issue without anything", '{"schema": "briefwright/issue/1"}'],
    ["themes that are none", '{"schema": "briefwright/issue/1", "themes": [1, null, []]}'],
    ["nesting without end", `${'{"schema":"briefwright/issue/2","themes":'}${"[".repeat(100_000)}`],
    [
      "lists in lists",
      `{"schema":"briefwright/issue/1","id":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    ],
  ])("is %s", (_, text) => {
    expect(new Set(codes(text))).toEqual(new Set(["issue-malformed"]));
  });

  test("is an issue with a statement that cites nothing, in so many words", () => {
    const issue = JSON.parse(written());
    issue.keyMessages[0].citations = [];
    const { diagnostics } = parseIssue(bytes(JSON.stringify(issue)), "issue.json");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "keyMessages[0].citations: nothing is cited, and every statement cites the words that it rests on",
    ]);
  });

  test("is an issue with a field that no issue has, though its seal fits", () => {
    const issue = { ...JSON.parse(written()), note: "hello" };
    expect(codes(JSON.stringify({ ...issue, seal: sealOf(issue) }))).toEqual(["issue-malformed"]);
  });
});
