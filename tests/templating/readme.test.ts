import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeView } from "../../src/templating/make-view.js";
import { sampleIssue } from "./sample-issue.js";
import { print } from "./weekly.js";

const readme = readFileSync(new URL("../../src/templating/README.md", import.meta.url), "utf8");

/** Rows whose first cell is a mustache: what to write, and what it gives. */
const examples = readme.split("\n").flatMap((row) => {
  const cells = /^\| `(\{\{.+?\}\})` +\|.*\| +(?:`(.*)` *)?\|$/.exec(row);
  return cells ? [[cells[1] ?? "", cells[2] ?? ""] as const] : [];
});

describe("the README of templating", () => {
  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(100);
  });

  test.each(examples)("%s prints %s", (source, result) => {
    expect(print(source, sampleIssue)).toBe(result);
  });

  test("has an example of every field", () => {
    const shown = examples.map(([source]) => source.replaceAll(/\.\[?\d+\]?/g, ".0")).join("\n");
    const missing = fieldsOf(makeView(sampleIssue, "en"), "").filter(
      (field) => !new RegExp(`\\b${field.replaceAll(".", "\\.")}\\b`).test(shown),
    );
    expect(missing).toEqual([]);
  });
});

/** Paths of what a template may print; lists by their entry 0, statements and findings as wholes. */
function fieldsOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  if (path !== "" && ("citations" in value || "precision" in value)) return [path];
  if (Array.isArray(value)) {
    return value.length === 0 ? [path] : [...new Set(fieldsOf(value[0], `${path}.0`))];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    fieldsOf(inner, path === "" ? key : `${path}.${key}`),
  );
}
