import { describe, expect, test } from "vitest";
import { fetchFeeds } from "../../src/collect/index.js";
import { listFolder, readListing } from "../../src/corpus/index.js";
import { manualClock } from "../../src/host/clock.js";
import { memoryHost } from "../../src/host/memory.js";
import { type MemoryAnswer, memoryNetwork } from "../../src/host/memory-network.js";
import type { FeedSettings } from "../../src/model/settings.js";

const text = (data: Uint8Array | undefined) => new TextDecoder().decode(data);

const item = (name: string, day = 3) =>
  `<item><title>The port of ${name} reopened</title><link>https://news.example/${name}</link><guid isPermaLink="false">${name}</guid><pubDate>Mon, ${String(day).padStart(2, "0")} May 2021 08:00:00 GMT</pubDate><description>&lt;p&gt;Ships that had waited for a week came in first, the harbour master of ${name} said.&lt;/p&gt;</description></item>`;
const feed = (...items: string[]) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>The Gazette</title><link>https://news.example/</link>\n${items.join("\n")}\n</channel></rss>`;
const page = (name: string) =>
  `<!doctype html><html lang="en"><head><title>The port of ${name} reopened</title></head><body><article><h1>The port of ${name} reopened</h1><p>Ships that had waited for a week came in first, the harbour master said on Monday.</p><p>The town had waited for them with some impatience, and with bread for sale.</p></article></body></html>`;

const NOW = Date.parse("2021-05-12T18:00:00Z");
const RSS = "https://news.example/rss";

type Web = Record<
  string,
  MemoryAnswer | null | ((headers: Readonly<Record<string, string>>) => MemoryAnswer | null)
>;

function openDesk(web: Web) {
  const disk = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const clock = manualClock(NOW);
  const outside = {
    host: memoryHost(disk),
    clock,
    network: memoryNetwork((url, headers) => {
      asked.push(`${(clock.now() - NOW) / 1000} s ${url}`);
      const answer = web[url] ?? null;
      return typeof answer === "function" ? answer(headers) : answer;
    }),
  };
  return {
    disk,
    web,
    asked,
    clock,
    articles: async () => {
      const listing = await listFolder(outside.host, "corpus");
      return (await readListing(outside.host, listing)).articles;
    },
    fetch: async (feeds: Record<string, Partial<FeedSettings>> = { gazette: {} }) => {
      const request = {
        feeds: Object.entries(feeds).map(
          ([name, settings]) => [name, { url: RSS, full: false, ...settings }] as const,
        ),
        folder: "corpus",
        stateFile: ".briefwright/feeds.json",
        politeness: { delayMs: 1000 },
        options: {},
      };
      const reports = [];
      for await (const report of fetchFeeds(outside, request)) reports.push(report);
      return reports;
    },
  };
}

describe("fetching a feed", () => {
  test("keeps each item as a feed of its own, with its address", async () => {
    const desk = openDesk({ [RSS]: { body: feed(item("alba"), item("brac", 5)) } });
    expect(await desk.fetch()).toMatchObject([
      { feed: "gazette", status: "fetched", new: 2, known: 0, newest: "2021-05-05", quietDays: 7 },
    ]);
    expect(await desk.articles()).toMatchObject([
      {
        url: "https://news.example/alba",
        outlet: "The Gazette",
        published: { date: "2021-05-03" },
      },
      { url: "https://news.example/brac" },
    ]);
    const [alba] = [...desk.disk.keys()].filter((path) => path.includes("alba"));
    expect(alba).toMatch(/^corpus\/news\.example\/alba-[0-9a-f]{8}\.xml$/);
    expect(text(desk.disk.get(alba ?? ""))).toContain(item("alba"));
    expect(text(desk.disk.get(alba ?? ""))).not.toContain("brac");
  });

  test("keeps only what is new, and nothing twice", async () => {
    const desk = openDesk({ [RSS]: { body: feed(item("alba")) } });
    await desk.fetch();
    desk.web[RSS] = { body: feed(item("brac"), item("alba")) };
    expect(await desk.fetch()).toMatchObject([{ new: 1, known: 1 }]);
    desk.disk.delete(".briefwright/feeds.json");
    expect(await desk.fetch()).toMatchObject([{ new: 0, known: 2 }]);
  });

  test("knows an item again whose address counts its visitors", async () => {
    const desk = openDesk({ [RSS]: { body: feed(item("alba")) } });
    await desk.fetch();
    const counted = item("alba").replace("/alba</link>", "/alba?utm_source=rss</link>");
    desk.web[RSS] = { body: feed(counted.replace(">alba</guid>", ">other</guid>")) };
    expect(await desk.fetch()).toMatchObject([{ new: 0, known: 1 }]);
  });

  test("knows items without an address by what the feed calls them", async () => {
    const bare = item("alba").replace(/<link>.*?<\/link>/, "");
    const desk = openDesk({ [RSS]: { body: feed(bare) } });
    expect(await desk.fetch()).toMatchObject([{ new: 1 }]);
    expect(await desk.fetch()).toMatchObject([{ new: 0, known: 1 }]);
    expect(await desk.articles()).toMatchObject([{ url: null }]);
  });

  test("gives the articles the outlet of the settings", async () => {
    const desk = openDesk({ [RSS]: { body: feed(item("alba")) } });
    await desk.fetch({ gazette: { outlet: "Gazette of Alba" } });
    expect(await desk.articles()).toMatchObject([{ outlet: "Gazette of Alba" }]);
  });

  test("asks for what changed, and says that nothing did", async () => {
    const seen: unknown[] = [];
    const desk = openDesk({
      [RSS]: (headers) => {
        seen.push(headers["if-none-match"], headers["if-modified-since"]);
        if (headers["if-none-match"] === '"1"') return { status: 304 };
        const given = { ETag: '"1"', "Last-Modified": "Mon, 03 May 2021 08:00:00 GMT" };
        return { headers: given, body: feed(item("alba")) };
      },
    });
    await desk.fetch();
    expect(await desk.fetch()).toMatchObject([
      { status: "not-changed", new: 0, known: 1, newest: "2021-05-03", quietDays: 9 },
    ]);
    expect(seen).toEqual([undefined, undefined, '"1"', "Mon, 03 May 2021 08:00:00 GMT"]);
  });

  test("says how many new items are summaries alone", async () => {
    const desk = openDesk({ [RSS]: { body: feed(item("alba")) } });
    const [report] = await desk.fetch();
    expect(report?.diagnostics).toMatchObject([{ code: "items-in-summary", severity: "info" }]);
    expect(await desk.fetch()).toMatchObject([{ diagnostics: [] }]);
  });

  test("counts items without text, and says what helps", async () => {
    const empty = item("alba").replace(/<title>.*?<\/title>|<description>.*?<\/description>/g, "");
    const desk = openDesk({ [RSS]: { body: feed(empty) } });
    const [report] = await desk.fetch();
    expect(report).toMatchObject({ new: 0, empty: 1 });
    expect(report?.diagnostics).toMatchObject([{ code: "items-without-text" }]);
  });
});

describe("fetching the pages of a feed", () => {
  const settings = { gazette: { full: true, outlet: "Gazette" } };

  test("keeps the page instead of the item", async () => {
    const desk = openDesk({
      [RSS]: { body: feed(item("alba")) },
      "https://news.example/alba": { body: page("alba") },
    });
    expect(await desk.fetch(settings)).toMatchObject([{ new: 1, diagnostics: [] }]);
    expect(await desk.articles()).toMatchObject([
      { format: "html", url: "https://news.example/alba", outlet: "Gazette" },
    ]);
    expect(await desk.fetch(settings)).toMatchObject([{ new: 0, known: 1 }]);
    expect(desk.asked.filter((line) => line.endsWith("/alba"))).toHaveLength(1);
  });

  test("keeps the item where the page is not given, and says so", async () => {
    const desk = openDesk({
      [RSS]: { body: feed(item("alba")) },
      "https://news.example/alba": { status: 403 },
    });
    expect(await desk.fetch(settings)).toMatchObject([
      { new: 1, diagnostics: [{ code: "item-without-page" }] },
    ]);
    expect(await desk.articles()).toMatchObject([{ url: "https://news.example/alba" }]);
  });

  test("fetches the page of what is known in summary alone, and keeps the longer", async () => {
    const desk = openDesk({
      [RSS]: ({ "if-none-match": tag }) =>
        tag === '"1"' ? { status: 304 } : { headers: { ETag: '"1"' }, body: feed(item("alba")) },
      "https://news.example/alba": { body: page("alba") },
    });
    await desk.fetch();
    expect(await desk.fetch(settings)).toMatchObject([{ status: "fetched", new: 1, known: 0 }]);
    expect(await desk.articles()).toMatchObject([{ format: "html" }]);
    expect(await desk.fetch(settings)).toMatchObject([{ status: "not-changed", known: 1 }]);
    desk.disk.delete(".briefwright/feeds.json");
    expect(await desk.fetch(settings)).toMatchObject([{ new: 0, known: 1 }]);
    expect(await desk.fetch()).toMatchObject([{ new: 0, known: 1 }]);
    expect(desk.asked.filter((line) => line.endsWith("/alba"))).toHaveLength(1);
  });

  test("leaves what is known in summary where the page is not given, and tries again", async () => {
    const desk = openDesk({
      [RSS]: { headers: { ETag: '"1"' }, body: feed(item("alba")) },
      "https://news.example/alba": { status: 403 },
    });
    await desk.fetch();
    const before = desk.disk.size;
    expect(await desk.fetch(settings)).toMatchObject([
      { new: 0, known: 1, files: [], diagnostics: [{ code: "item-without-page" }] },
    ]);
    expect(desk.disk.size).toBe(before);
    desk.web["https://news.example/alba"] = { body: page("alba") };
    expect(await desk.fetch(settings)).toMatchObject([{ new: 1, known: 0 }]);
  });

  test("leaves a second between two requests to one host", async () => {
    const desk = openDesk({
      [RSS]: { body: feed(item("alba"), item("brac")) },
      "https://news.example/alba": { body: page("alba") },
      "https://news.example/brac": { body: page("brac") },
    });
    await desk.fetch(settings);
    expect(desk.asked).toEqual([
      `0 s ${RSS}`,
      "1 s https://news.example/alba",
      "2 s https://news.example/brac",
    ]);
  });
});

describe("a feed that fails", () => {
  test("leaves the others alone", async () => {
    const desk = openDesk({
      [RSS]: { body: feed(item("alba")) },
      "https://gone.example/rss": { status: 410 },
    });
    const reports = await desk.fetch({ gone: { url: "https://gone.example/rss" }, gazette: {} });
    expect(reports).toMatchObject([
      { feed: "gone", status: "failed", reason: "answers 410" },
      { feed: "gazette", status: "fetched", new: 1 },
    ]);
  });

  test("is asked three times where the network fails or the server does", async () => {
    let tries = 0;
    const desk = openDesk({
      [RSS]: () => {
        tries += 1;
        if (tries === 1) return null;
        return tries === 2 ? { status: 502 } : { body: feed(item("alba")) };
      },
    });
    expect(await desk.fetch()).toMatchObject([{ status: "fetched", new: 1 }]);
    expect(desk.asked.map((line) => line.split(" ")[0])).toEqual(["0", "1", "5"]);
    const none = openDesk({});
    expect(await none.fetch()).toMatchObject([{ status: "failed" }]);
    expect(none.asked).toHaveLength(3);
  });

  test("is asked again when it says", async () => {
    let tries = 0;
    const desk = openDesk({
      [RSS]: () => {
        tries += 1;
        if (tries === 1) return { status: 429, headers: { "Retry-After": "30" } };
        return { body: feed(item("alba")) };
      },
    });
    expect(await desk.fetch()).toMatchObject([{ new: 1 }]);
    expect(desk.asked.map((line) => line.split(" ")[0])).toEqual(["0", "30"]);
  });

  test("that asks for a longer pause gets it from the runs to come", async () => {
    const later = "Wed, 12 May 2021 20:00:00 GMT";
    const desk = openDesk({ [RSS]: { status: 503, headers: { "Retry-After": later } } });
    await desk.fetch();
    expect(await desk.fetch()).toMatchObject([
      { status: "failed", reason: "wants to be left alone until 2021-05-12 20:00 UTC" },
    ]);
    expect(desk.asked).toHaveLength(1);
    await desk.clock.wait(2 * 3600 * 1000);
    desk.web[RSS] = { body: feed(item("alba")) };
    expect(await desk.fetch()).toMatchObject([{ new: 1 }]);
  });

  test("is told when it is a page", async () => {
    const desk = openDesk({ [RSS]: { body: page("alba") } });
    expect(await desk.fetch()).toMatchObject([
      { status: "failed", diagnostics: [{ code: "no-feed" }] },
    ]);
  });

  test("and what is remembered of feeds may be lost or broken", async () => {
    const desk = openDesk({ [RSS]: { body: feed(item("alba")) } });
    desk.disk.set(".briefwright/feeds.json", new TextEncoder().encode("{broken"));
    expect(await desk.fetch()).toMatchObject([{ new: 1 }]);
  });
});

test("feeds of one host wait for each other, those of several do not", async () => {
  const desk = openDesk({
    [RSS]: { body: feed(item("alba")) },
    "https://news.example/other": { body: feed(item("brac")) },
    "https://b.example/rss": { body: feed(item("crna")) },
  });
  const reports = await desk.fetch({
    one: {},
    two: { url: "https://news.example/other" },
    three: { url: "https://b.example/rss" },
  });
  expect(reports.map((report) => report.feed)).toEqual(["one", "two", "three"]);
  expect(desk.asked.map((line) => line.split(" ")[0]).sort()).toEqual(["0", "0", "1"]);
});

test("two feeds that name one page keep it once", async () => {
  const desk = openDesk({
    [RSS]: { body: feed(item("alba")) },
    "https://b.example/rss": { body: feed(item("alba")) },
  });
  const reports = await desk.fetch({ one: {}, two: { url: "https://b.example/rss" } });
  expect(reports.map((report) => report.new + report.known)).toEqual([1, 1]);
  expect(await desk.articles()).toHaveLength(1);
});
