import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feed } from "../../src/readers/feed/feed.js";
import { headOf } from "../../src/readers/head.js";
import { readArticles } from "../../src/readers/index.js";
import { readerContract } from "../contracts/reader.js";
import { readingCases } from "./reading-cases.js";

const CASES = "tests/cases/feed";
const names = ["rss-2.xml", "atom.xml", "rss-1.rdf", "broken.xml", "json-feed.json"];
const bytesOf = (text: string) => new TextEncoder().encode(text);

const word = fc.constantFrom(
  "<title>",
  "</title>",
  "<item>",
  "</item>",
  "<description>",
  "</description>",
  "<content:encoded><![CDATA[",
  "]]></content:encoded>",
  "<p>The council met on Monday.</p>",
  "&lt;p&gt;The council met on Monday, it said.&lt;/p&gt;",
  "<pubDate>Wed, 05 May 2021 10:00:00 +0200</pubDate>",
  "<dc:creator>Jane Doe</dc:creator>",
  "<link>https://a.example/1</link>",
  "&amp;",
  "&nbsp;",
  "Read more",
);

readerContract({
  reader: feed,
  file: "some.xml",
  articles: Object.fromEntries(names.map((name) => [name, readFileSync(`${CASES}/${name}`)])),
  document: fc
    .array(word, { maxLength: 40 })
    .map(
      (words) => `<rss><channel><item><description>A word.</description>${words.join("")}</rss>`,
    ),
});

readingCases(CASES);

describe("which files are feeds", () => {
  const isFeed = (text: string, file = "a.xml") => feed.recognises(headOf(bytesOf(text), file));

  it.each([
    '<?xml version="1.0"?><!-- made by hand --><rss version="0.91">',
    '<!DOCTYPE rss [<!ENTITY a "b>c">]>\n<rss>',
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom">',
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/">',
    '{"version":"https:\\/\\/jsonfeed.org\\/version\\/1","items":[]}',
  ])("takes %s", (text) => {
    expect(isFeed(text)).toBe(true);
  });

  it.each([
    "<html><body>About <rss> feeds</body></html>",
    "<feed><entry/></feed>",
    '<rdf:RDF xmlns="http://xmlns.com/foaf/0.1/">',
    '{"version":"1.0","items":[]}',
    "An article about <rss>.",
  ])("leaves %s", (text) => {
    expect(isFeed(text)).toBe(false);
  });
});

describe("feeds that were made to hold the reader up", () => {
  const item = "<item><description>The council met on Monday.</description></item>";
  const channel = (body: string) => `<rss version="2.0"><channel>${body}</channel></rss>`;

  it.each([
    ["a hundred thousand elements in one another", channel(item + "<a>".repeat(100_000))],
    ["ends that nothing opened", channel(item + "</b>".repeat(100_000))],
    ["comments that never end", channel(item) + "<!--".repeat(50_000)],
    ["one attribute without an end", channel(`${item}<a b="${"x".repeat(300_000)}`)],
    ["items in items", channel(item + "<item>".repeat(20_000))],
  ])(
    "reads what stands before %s",
    async (_, text) => {
      const started = process.hrtime.bigint();
      const { articles } = await readArticles({ bytes: bytesOf(text), file: "a.xml" });
      expect(articles[0]?.paragraphs).toEqual(["The council met on Monday."]);
      expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(5);
    },
    20_000,
  );

  it("reads a feed in the encoding that it declares", async () => {
    const text = `<?xml version="1.0" encoding="windows-1251"?>${channel("<item><description>XX</description></item>")}`;
    const [front = "", back = ""] = text.split("XX");
    const words = Uint8Array.of(0xcc, 0xee, 0xf1, 0xf2);
    const bytes = Buffer.concat([bytesOf(front), words, bytesOf(back)]);
    const { articles } = await readArticles({ bytes, file: "a.xml" });
    expect(articles[0]?.paragraphs).toEqual(["Мост"]);
  });
});
