import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fillTemplate } from "../../src/templating/index.js";
import { loadBuiltIn } from "./built-in.js";
import { attribute, elementsOf, outline, textOf } from "./outline.js";
import { sampleIssue } from "./sample-issue.js";

const GOLDEN = new URL("golden/long.txt", import.meta.url);

const { html: page, diagnostics } = fillTemplate(loadBuiltIn("long"), sampleIssue, {
  language: "en",
});
const elements = elementsOf(page);
const withClass = (name: string) =>
  elements.filter((element) => attribute(element, "class")?.split(" ").includes(name));

test("the long page says what the golden outline says (UPDATE_GOLDEN=1 writes it anew)", () => {
  expect(diagnostics).toEqual([]);
  const text = outline(page);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(GOLDEN, text);
  expect(text).toBe(readFileSync(GOLDEN, "utf8"));
});

test("prints all four themes with all six slots in the same order", () => {
  const slots = withClass("slot-name").map(textOf);
  const each = [
    "What happened",
    "Who says what",
    "Where reports differ",
    "Background",
    "Assessment",
    "Since last issue",
  ];
  expect(slots).toEqual([...each, ...each, ...each, ...each]);
});

test("says so where a slot is empty", () => {
  const empty = withClass("empty").map(textOf);
  expect(empty.filter((text) => text === "Not assessed.")).toHaveLength(8);
  expect(empty.filter((text) => text === "First issue: nothing to compare.")).toHaveLength(4);
  expect(empty.filter((text) => text === "Nothing reported.")).toHaveLength(4);
});

test("lists in its contents every section of the page, and nothing else", () => {
  const listed = elements
    .filter(({ parentNode }) => parentNode?.nodeName === "li")
    .flatMap((element) => attribute(element, "href") ?? [])
    .map((href) => href.slice(1));
  const sections = elements
    .filter(({ tagName }) => tagName === "h2")
    .flatMap((element) => attribute(element, "id") ?? [])
    .filter((id) => id !== "contents");
  expect(listed.filter((id) => id !== "heard" && id !== "coverage")).toEqual(sections);
});
