/** One issue has one text, whoever stored it in between. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIssue } from "../../src/issue/index.js";
import { sealOf } from "../../src/issue/seal.js";
import { toJson } from "../../src/json.js";
import { type Issue, IssueSchema } from "../../src/model/issue.js";
import { sampleIssue } from "../templating/sample-issue.js";

const bytesOf = (issue: unknown) => toJson(issue, IssueSchema);
const sealed = (issue: Issue): Issue => ({ ...issue, seal: sealOf(issue) });
const encode = (text: string) => new TextEncoder().encode(text);

function readBack(bytes: Uint8Array) {
  const { value, diagnostics } = parseIssue(bytes, "issue.json");
  expect(diagnostics).toEqual([]);
  if (value === null) throw new Error("it is not read");
  return value;
}

/** Any code units, lone halves of surrogate pairs, line separators and NUL among them. */
const words = fc
  .string({ unit: "binary", minLength: 1 })
  .map((text) => `${text}\ud800\u2028\u0000`);

/** The sample with unusual words in every kind of place. */
const issues = fc
  .record({ text: words, key: words, value: fc.double({ noNaN: true, noDefaultInfinity: true }) })
  .map(({ text, key, value }): Issue => {
    const [statement, ...others] = sampleIssue.bottomLine;
    const [gap, ...gaps] = sampleIssue.gaps;
    if (statement === undefined || gap === undefined) throw new Error("the sample is empty");
    return sealed({
      ...sampleIssue,
      brief: { ...sampleIssue.brief, title: text },
      bottomLine: [{ ...statement, text, citations: statement.citations }, ...others],
      gaps: [{ ...gap, params: { [key]: text, value, "10": 1, "9": [text] } }, ...gaps],
      corrections: [{ text, by: text }],
    });
  });

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, turn));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, shuffled(inner, turn)] as const,
  );
  const at = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse());
}

describe("the bytes of an issue", () => {
  test("come again when it is parsed and written", () => {
    fc.assert(
      fc.property(issues, (issue) => {
        const bytes = bytesOf(issue);
        const { issue: read, sealHolds } = readBack(bytes);
        expect(sealHolds).toBe(true);
        expect(bytesOf(read)).toEqual(bytes);
      }),
    );
  });

  test("come again after others wrote it without white space, or in another order of keys", () => {
    fc.assert(
      fc.property(issues, fc.nat(40), (issue, turn) => {
        const bytes = bytesOf(issue);
        const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
        for (const text of [
          JSON.stringify(value),
          JSON.stringify(shuffled(value, turn), null, "\t"),
        ]) {
          const { issue: read, sealHolds } = readBack(encode(text));
          expect(sealHolds).toBe(true);
          expect(bytesOf(read)).toEqual(bytes);
        }
      }),
    );
  });

  test("do not hold the seal of another value", () => {
    fc.assert(
      fc.property(issues, words, (issue, other) => {
        fc.pre(other !== issue.brief.title);
        const altered = { ...issue, brief: { ...issue.brief, title: other } };
        expect(readBack(bytesOf(altered)).sealHolds).toBe(false);
      }),
    );
  });

  test("name the fields in the order of the schema", () => {
    const text = new TextDecoder().decode(bytesOf(shuffled(sampleIssue, 3)));
    const keys = Array.from(text.matchAll(/^ {2}"(\w+)":/gm), ([, key = ""]) => key);
    const named = Object.keys(IssueSchema.shape).filter((key) => key in sampleIssue);
    expect(keys).toEqual(named);
    expect(text.endsWith("}\n")).toBe(true);
  });
});
