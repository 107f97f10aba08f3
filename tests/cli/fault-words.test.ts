import { expect, test } from "vitest";
import { faultLines } from "../../src/cli/fault-words.js";
import { faultOf } from "../../src/model/fault.js";

const faults = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    faultOf("quotation-differs", `fault ${index}`, { file: "issue.json" }),
  );

test("tells each fault on a line with its hint below", () => {
  const [line, ...others] = faultLines(faults(1));
  expect(line).toMatch(/^error: quotation-differs: issue\.json: fault 0\n {2}hint: /);
  expect(others).toEqual([]);
});

test("tells a hundred of a severity, and counts the rest", () => {
  const lines = faultLines(faults(250));
  expect(lines).toHaveLength(101);
  expect(lines.at(-1)).toBe("errors: 150 more, see --json");
});
