import { expect, test } from "vitest";
import { editionOf } from "./editions.js";
import { pagesOf, siteOf } from "./site-of.js";

const feedOf = (site: ReturnType<typeof siteOf>, path = "feed.json") =>
  JSON.parse(pagesOf(site).get(path) ?? "{}");

test("an issue keeps its id over its versions, and tells when it was first and last approved", () => {
  const first = editionOf("2021-W18");
  const second = editionOf("2021-W18", { version: "1.1", approvedAt: "2021-06-01T09:00:00.000Z" });
  const [before] = feedOf(siteOf([first])).items;
  const [after] = feedOf(siteOf([first, second])).items;
  expect(after.id).toBe(before.id);
  expect([after.date_published, after.date_modified]).toEqual([
    first.approvedAt,
    second.approvedAt,
  ]);
});

test("what was held back is as new as the end of its embargo", () => {
  const embargo = "2021-06-01T06:00:00.000Z";
  const [item] = feedOf(siteOf([editionOf("2021-W18", { embargo })])).items;
  expect(item.date_published).toBe(embargo);
});

test("what changed last stands first, and a withdrawal is a change", () => {
  const withdrawn = { at: "2021-12-01T00:00:00.000Z", reason: "wrong" };
  const editions = [editionOf("2021-W18", { withdrawn }), editionOf("2021-W30")];
  const feed = feedOf(siteOf(editions));
  expect(feed.items.map(({ title }: { title: string }) => title)).toEqual([
    "Withdrawn: Sahel Weekly, Issue 18, 3 to 9 May 2021",
    "Sahel Weekly, Issue 30, 26 July to 1 August 2021",
  ]);
  expect(feed.items[0].content_html).not.toContain("begun to leave");
});

test("a feed of a brief has its issues alone, and each has its marking", () => {
  const editions = [editionOf("2021-W18"), editionOf("2021-W18", { brief: "grain" })];
  const feed = feedOf(siteOf(editions), "grain/feed.json");
  expect(feed.feed_url).toBe("https://briefs.example.org/archive/grain/feed.json");
  expect(feed.items).toMatchObject([{ _briefwright: { marking: "TLP:CLEAR" } }]);
  expect(pagesOf(siteOf(editions)).get("grain/feed.xml")).toContain("<rights>TLP:CLEAR</rights>");
});

test("a site without an address has no feeds and no sitemap, and names no address", () => {
  const pages = pagesOf(siteOf([editionOf("2021-W18")], { baseUrl: null }));
  expect([...pages.keys()].filter((path) => /feed|sitemap/.test(path))).toEqual([]);
  const named = [...pages].filter(
    ([path, text]) => path.endsWith(".html") && /canonical|atom\+xml/.test(text),
  );
  expect(named).toEqual([]);
});

test("a feed tells of as many issues as it can and no more", () => {
  const weeks = Array.from({ length: 50 }, (_, at) => `2021-W${String(at + 1).padStart(2, "0")}`);
  const feed = feedOf(siteOf(weeks.map((week) => editionOf(week))));
  expect(feed.items.length).toBe(40);
  expect(feed.items[0].title).toContain("Issue 50");
});
