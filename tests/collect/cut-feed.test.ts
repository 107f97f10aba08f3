import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutFeed } from "../../src/collect/cut-feed.js";
import { FEED_LIMITS } from "../../src/collect/feed-item.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array | undefined) => new TextDecoder().decode(data);

const RSS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom">
<channel><title>The Gazette</title>
<item><title>One</title><link>https://a.example/1?x=1&amp;y=2</link><guid isPermaLink="false">7</guid></item>
<item><title>Two</title><link/><guid>https://a.example/2</guid>
  <description><![CDATA[<item>quoted</item>]]></description></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>G</title>
<entry><id>tag:1</id><link rel="enclosure" href="https://a.example/x.mp3"/><link href="https://a.example/1"/>
<source><id>tag:other</id></source></entry></feed>`;

describe("a feed is cut into its items", () => {
  test("each with the head of the feed, byte for byte", () => {
    const [first, second] = cutFeed(bytes(RSS))?.items ?? [];
    const head = RSS.slice(0, RSS.indexOf("<item>"));
    const item = RSS.slice(RSS.indexOf("<item>"), RSS.indexOf("</item>") + 7);
    expect(text(first?.bytes)).toBe(`${head}${item}\n</channel></rss>\n`);
    expect(text(first?.own)).toBe(item);
    expect(text(second?.own)).toContain("<![CDATA[<item>quoted</item>]]>");
  });

  test("with its address and what tells it apart", () => {
    expect(cutFeed(bytes(RSS))?.items).toMatchObject([
      { link: "https://a.example/1?x=1&y=2", guid: "7" },
      { link: "https://a.example/2", guid: "https://a.example/2" },
    ]);
    expect(cutFeed(bytes(ATOM))?.items).toMatchObject([
      { link: "https://a.example/1", guid: "tag:1" },
    ]);
  });

  test("items of RSS 1.0 stand beside the channel", () => {
    const rdf = `<rdf:RDF><channel><title>G</title></channel><item><link>https://a.example/1</link></item></rdf:RDF>`;
    const [item] = cutFeed(bytes(rdf))?.items ?? [];
    expect(item?.link).toBe("https://a.example/1");
    expect(text(item?.bytes)).toMatch(/<\/item>\n<\/rdf:RDF>\n$/);
  });

  test.each(["utf16le", "utf16be"])("in %s too", (encoding) => {
    const little = Buffer.from(`\ufeff${RSS}`, "utf16le");
    const wide = encoding === "utf16le" ? little : Buffer.from(little).swap16();
    const [item] = cutFeed(wide)?.items ?? [];
    const read = new TextDecoder(encoding === "utf16le" ? "utf-16le" : "utf-16be");
    expect(read.decode(item?.bytes)).toMatch(
      /^<\?xml[\s\S]+One<\/title>[\s\S]+<\/channel><\/rss>\n$/,
    );
    expect(item?.guid).toBe("7");
  });

  test("of a feed that breaks off the last item is closed", () => {
    const [, second] = cutFeed(bytes(RSS.slice(0, RSS.indexOf("<description>"))))?.items ?? [];
    expect(text(second?.own)).toMatch(/^<item><title>Two[\s\S]+<\/guid>\s*<\/item>$/);
  });

  test("an item that is not closed ends where its feed is closed", () => {
    const [item] = cutFeed(bytes("<rss><channel><item><title>One</channel></rss>"))?.items ?? [];
    expect(text(item?.own)).toBe("<item><title>One</title></item>");
  });

  test("items of JSON have the rest of the feed around them", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "G",
      items: [{ id: "1", url: "https://a.example/1", content_text: "One" }, { id: 2 }],
    };
    const cut = cutFeed(bytes(JSON.stringify(feed)));
    expect(cut).toMatchObject({ extension: ".json", items: [{ guid: "1" }, { guid: "2" }] });
    expect(JSON.parse(text(cut?.items[0]?.bytes))).toEqual({ ...feed, items: [feed.items[0]] });
  });

  test.each(["", "{", "{}", "<html><body>no</body></html>", "words", '{"items":[]}'])(
    "%j is none",
    (given) => {
      expect(cutFeed(bytes(given))).toBeNull();
    },
  );

  test("and an empty one has none", () => {
    expect(cutFeed(bytes("<rss><channel></channel></rss>"))?.items).toEqual([]);
  });

  test("more items than a feed has are left, and said", () => {
    const many = "<item/>".repeat(FEED_LIMITS.items + 5);
    const cut = cutFeed(bytes(`<rss><channel>${many}</channel></rss>`));
    expect(cut?.items).toHaveLength(FEED_LIMITS.items);
    expect(cut?.left).toBe(5);
  });

  test("a head that would be repeated without bound makes it none", () => {
    const long = "a".repeat(FEED_LIMITS.headBytes);
    expect(
      cutFeed(bytes(`<rss><channel><title>${long}</title><item/></channel></rss>`)),
    ).toBeNull();
  });

  test("100,000 nested items are one", () => {
    expect(cutFeed(bytes(`<rss>${"<item>".repeat(100_000)}`))?.items).toHaveLength(1);
  });

  test("whatever the bytes are, the items are pieces of them", () => {
    const tags = ["<rss>", "<channel>", "</channel>", "<item>", "</item>", "<![CDATA[", "]]>", "é"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tags)), (parts) => {
        const source = `<rss>${parts.join("")}`;
        for (const { own } of cutFeed(bytes(source))?.items ?? []) {
          expect(source).toContain(text(own).replace(/(<\/\w+>)*$/, ""));
        }
      }),
    );
  });
});
