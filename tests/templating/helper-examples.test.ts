import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HELPERS } from "../../src/templating/helper-table.js";
import { sampleIssue } from "./sample-issue.js";
import { print } from "./weekly.js";

const table = readFileSync(new URL("../../templates/HELPERS.md", import.meta.url), "utf8");

/** Rows whose first cell is a mustache: what to write, and what it gives. */
const examples = table.split("\n").flatMap((row) => {
  const cells = /^\| `(\{\{.+?\}\})` +\|.*\| +(?:`(.*)` *)?\|$/.exec(row);
  return cells ? [[cells[1] ?? "", cells[2] ?? ""] as const] : [];
});

describe("the table of helpers", () => {
  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(15);
  });

  test.each(examples)("%s prints %s", (source, result) => {
    expect(print(source, sampleIssue)).toBe(result);
  });

  test("has an example of every helper", () => {
    const shown = examples.map(([source]) => source).join("\n");
    const missing = Object.keys(HELPERS).filter((name) => !shown.includes(name));
    expect(missing).toEqual([]);
  });
});
