import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../src/readers/html/blocks.js";
import { readMetadata } from "../../../src/readers/html/metadata/index.js";
import { parseHtml } from "../../../src/readers/html/parse-html.js";

const FOLDER = "tests/cases/html-metadata";
const pages = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".html"))
  .map((file) => readFileSync(`${FOLDER}/${file}`, "utf8"));

/** A page with a piece taken out, doubled, or put in from another page. */
const damagedPage = fc
  .tuple(
    fc.constantFrom(...pages),
    fc.constantFrom(...pages),
    fc.array(fc.tuple(fc.nat(3000), fc.nat(200), fc.nat(3)), { maxLength: 6 }),
  )
  .map(([page, other, cuts]) =>
    cuts.reduce((html, [at, length, kind]) => {
      const pieces = ["", html.slice(at, at + length).repeat(2), other.slice(at, at + length), "<"];
      return html.slice(0, at) + pieces[kind] + html.slice(at + length);
    }, page),
  );

function read(html: string, url: string | null = null) {
  const document = parseHtml(html);
  const blocks = blocksOf(document);
  return { blocks, metadata: readMetadata(document, blocks, { url }) };
}

describe("metadata of any page", () => {
  it("reads damaged pages, every date with words that the page has", () => {
    fc.assert(
      fc.property(damagedPage, (html) => {
        const { blocks, metadata } = read(html);
        for (const stated of [metadata.published, metadata.modified]) {
          if (stated === null) continue;
          const places = [...metadata.snippets, ...blocks.map(({ text }) => text)];
          expect(places.some((place) => place.includes(stated.quote))).toBe(true);
          expect(stated.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        }
        expect(metadata.snippets.every((snippet) => !snippet.includes("\n"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["elements in elements", `${"<div class='date author'>".repeat(5_000)}1 May 2020`],
    ["times", "<time class=date datetime=2020-05-01>1 May 2020</time>".repeat(5_000)],
    ["lines with dates", "<p>Meeting of 1 May 2020</p>".repeat(5_000)],
    ["headings", "<h1>Talks of the day go on</h1>".repeat(5_000)],
    ["nested lists of linked data", ldJson(`${"[".repeat(50_000)}${"]".repeat(50_000)}`)],
    ["nested records of linked data", ldJson(`${'{"a":'.repeat(30_000)}1${"}".repeat(30_000)}`)],
    ["broken linked data", ldJson('"datePublished":"2020-05-'.repeat(5_000))],
    ["a wide title", `<title>${"a | ".repeat(100_000)}</title>`],
    ["spaces", `<title>${" ".repeat(300_000)}x</title><h1>${" ".repeat(300_000)}x</h1>`],
    ["a wide attribute", `<meta name=author content="${"By , ".repeat(100_000)}">`],
    ["figures", `<p>${"20.20.".repeat(130)}</p>`.repeat(500)],
  ])("reads %s without end in a moment", (_, html) => {
    const start = performance.now();
    read(html, "https://harbour.example/talks");
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

function ldJson(data: string): string {
  return `<script type="application/ld+json">${data}</script>`;
}
