import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { rawName } from "../../src/evidence/layout.js";
import { type EvidenceArticle, EvidenceArticleSchema } from "../../src/model/evidence.js";
import { type Issue, IssueSchema } from "../../src/model/issue.js";
import { ManifestSchema } from "../../src/model/manifest.js";
import { generateIn, openTestWorkspace, readOut, readRepository } from "../workspace.js";

// Each test makes a whole brief.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const settings = (lines: string) =>
  readRepository("briefwright.yaml").replace("    template: weekly\n", `$&    ${lines}\n`);

function issueIn(root: string): Issue {
  return IssueSchema.parse(JSON.parse(readOut(root, "issue.json").toString()));
}

function articlesIn(root: string): EvidenceArticle[] {
  return issueIn(root).sources.map(({ article }) => {
    const json: unknown = JSON.parse(readOut(root, `evidence/${article}/article.json`).toString());
    return EvidenceArticleSchema.parse(json);
  });
}

describe("the evidence of an issue", () => {
  let root: string;
  beforeAll(async () => {
    root = openTestWorkspace();
    await generateIn(root);
  });

  test("keeps of each cited article the bytes that came in and the text that was cited", () => {
    for (const { article, rawSha256, textSha256 } of issueIn(root).sources) {
      expect(sha256(readOut(root, `evidence/${article}/raw.txt`))).toBe(rawSha256);
      expect(sha256(readOut(root, `evidence/${article}/text.txt`))).toBe(textSha256);
    }
  });

  test("lists every cited passage with every place that uses it", () => {
    for (const { source, passages } of articlesIn(root)) {
      const text = readOut(root, `evidence/${source.article}/text.txt`).toString();
      for (const { start, end, quote } of passages) expect(text.slice(start, end)).toBe(quote);
    }
    const [statement] = issueIn(root).bottomLine;
    const uses = articlesIn(root).flatMap(({ passages }) => passages.flatMap((one) => one.uses));
    expect(uses).toContainEqual({ by: statement?.id, place: "bottom-line", theme: null });
  });

  test("has a manifest that names every file with its hash, and what the run was asked", () => {
    const manifest = ManifestSchema.parse(JSON.parse(readOut(root, "manifest.json").toString()));
    const folder = join(root, "out/libya-weekly/2021-W18");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "manifest.json")
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(manifest.outputs.map(({ path }) => path)).toEqual(files.sort());
    for (const { path, sha256: hash } of manifest.outputs) {
      expect(sha256(readFileSync(join(folder, path)))).toBe(hash);
    }
    expect(manifest.options).toEqual({
      period: { from: "2021-05-03", to: "2021-05-09" },
      asOf: null,
      language: null,
      template: null,
      formats: ["json"],
      reissue: false,
    });
    expect(manifest.settings).toMatchObject({ evidence: "full", backgroundDays: 730 });
  });
});

describe("where the settings let less be kept", () => {
  test.each([
    ["texts", ["article.json", "text.txt"]],
    ["passages", ["article.json"]],
  ])("%s leaves the rest out, and says so", async (level, kept) => {
    const root = openTestWorkspace({ "briefwright.yaml": settings(`evidence: ${level}`) });
    await generateIn(root);
    const [article] = articlesIn(root);
    const folder = join(root, "out/libya-weekly/2021-W18/evidence", article?.source.article ?? "");
    const files = readdirSync(folder).filter((name) => name !== "index.html");
    expect(files.sort()).toEqual(kept);
    expect(article?.left).toContainEqual({ what: "raw", reason: "setting" });
  });
});

describe("bytes that came in", () => {
  test("of a feed are those of the whole feed, once, stated as such", async () => {
    const item = (number: number, words: string) =>
      `<item><title>Foreign fighters ${number}</title><link>https://news.example/${number}</link><pubDate>Wed, 05 May 2021 10:00:00 GMT</pubDate><description>${words}</description></item>`;
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${item(1, "The foreign fighters and mercenaries must leave Libya, the minister in Tripoli told reporters after talks on Monday with envoys of the ceasefire commission.")}${item(2, "Some 300 Syrian mercenaries were flown out of Mitiga airport on Tuesday evening, an official of the joint military commission said in a statement to reporters.")}</channel></rss>`;
    const root = openTestWorkspace({ "corpus/articles": null, "corpus/articles/feed.xml": feed });
    await generateIn(root);
    const articles = articlesIn(root);
    expect(articles).toHaveLength(2);
    const [first, second] = articles;
    expect(first?.raw).toMatchObject({ of: "container", sha256: sha256(Buffer.from(feed)) });
    expect(first?.raw?.path).toMatch(/\/raw\.xml\.txt$/);
    expect(second?.raw).toEqual(first?.raw);
  });

  test.each([
    ["page.html", "raw.html.txt"],
    ["drawing.SVG", "raw.svg.txt"],
    ["feed.xml", "raw.xml.txt"],
    ["report.pdf", "raw.pdf"],
    ["story.txt", "raw.txt"],
    ["no extension", "raw.txt"],
    ["a.b/../../c.h t m l", "raw.txt"],
  ])("of %s are kept as %s: nothing that a browser would run", (container, name) => {
    expect(rawName(container)).toBe(name);
  });
});
