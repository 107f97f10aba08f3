import { expect, test } from "vitest";
import { attachmentsOf } from "../src/attachments.js";
import { sha256 } from "../src/issue/index.js";
import { toJson } from "../src/json.js";
import { sampleIssue } from "./templating/sample-issue.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const [first] = sampleIssue.sources;
const issue = {
  ...sampleIssue,
  sources: sampleIssue.sources.map((source, i) =>
    i === 0 ? { ...source, textSha256: sha256("The whole text.") } : source,
  ),
};
const records = new Map([
  ["issue.json", toJson(issue)],
  ["coverage.json", bytes("{}")],
  [`evidence/${first?.article}/text.txt`, bytes("The whole text.")],
  [`evidence/${sampleIssue.sources[1]?.article}/text.txt`, bytes("Not the text that was cited.")],
]);
const namesAt = (level: "none" | "records" | "passages" | "articles") =>
  attachmentsOf(issue, records, level).map(({ name }) => name);

const readAt = (level: "passages" | "articles", name: string) => {
  const found = attachmentsOf(issue, records, level).find((each) => each.name === name);
  return JSON.parse(new TextDecoder().decode(found?.bytes));
};

test("each level of attachments holds what the one before it holds", () => {
  expect(namesAt("none")).toEqual([]);
  expect(namesAt("records")).toEqual(["issue.json", "coverage.json"]);
  expect(namesAt("passages")).toEqual(["issue.json", "coverage.json", "cited-passages.json"]);
  expect(namesAt("articles").at(-1)).toBe("cited-articles.json");
});

test("the issue is the source of the page, dated by its cut-off, byte for byte", () => {
  const [file] = attachmentsOf(issue, records, "records");
  expect(file).toMatchObject({
    relationship: "Source",
    mediaType: "application/json",
    modifiedAt: new Date(issue.cutOff),
  });
  expect(file?.bytes).toBe(records.get("issue.json"));
});

test("passages hold the words that are cited and no others, in the order of the article", () => {
  const { articles, seal } = readAt("passages", "cited-passages.json");
  expect(seal).toBe(issue.seal);
  expect(articles).toHaveLength(issue.sources.length);
  for (const { passages } of articles) {
    const starts = passages.map(({ start }: { start: number }) => start);
    expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b));
    for (const { start, end, quote } of passages) expect(quote).toHaveLength(end - start);
  }
});

test("whole articles are those whose text is the one that was cited", () => {
  const { articles } = readAt("articles", "cited-articles.json");
  expect(articles.map(({ text }: { text: string }) => text)).toEqual(["The whole text."]);
});
