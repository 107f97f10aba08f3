import { selectAll, selectOne } from "css-select";
import type { AnyNode, Element } from "domhandler";
import { getText, textContent } from "domutils";
import fc from "fast-check";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { editionOf } from "./editions.js";
import { pagesOf, siteOf } from "./site-of.js";

const page = (editions: readonly ReturnType<typeof editionOf>[], path: string, changes = {}) =>
  pagesOf(siteOf(editions, changes)).get(path) ?? "";

const wordsIn = (html: string) => textContent(parseDocument(html)).replaceAll(/\s+/g, " ");

const all = (html: string, selector: string) =>
  selectAll<AnyNode, Element>(selector, parseDocument(html));

describe("where things stand", () => {
  test("an issue stands at its id and at each version, its copy beside as it was approved", () => {
    const edition = editionOf("2021-W18");
    const pages = pagesOf(siteOf([edition]));
    const paths = [...pages.keys()];
    expect(paths).toContain("weekly/2021-W18/index.html");
    expect(paths).toContain("weekly/2021-W18/v1.0/index.html");
    const copy = edition.files.get("brief.html")?.sha256;
    expect(pages.get("weekly/2021-W18/v1.0/brief.html")).toBe(`kept ${copy}`);
  });

  test("every link of every page leads to a file of the site", () => {
    const editions = [
      editionOf("2021-W18"),
      editionOf("2021-W18", { version: "1.1" }),
      editionOf("2021-W19", { withdrawn: { at: "2021-06-01T00:00:00.000Z", reason: "wrong" } }),
      editionOf("2022-W01", { brief: "grain", title: "Tahıl", language: "tr" }),
    ];
    const pages = pagesOf(siteOf(editions));
    const assets = ["assets/site.css", "assets/markings.css", "assets/search.js"];
    const broken: string[] = [];
    for (const [path, html] of pages) {
      if (!path.endsWith(".html") || html.startsWith("kept")) continue;
      for (const element of all(html, "[href], [action], script[src]")) {
        const { href = element.attribs.action ?? element.attribs.src ?? "", rel = "" } =
          element.attribs;
        if (/^(?:#|data:)/.test(href) || /external|canonical/.test(rel)) continue;
        const to = new URL(href, `https://x/${path}`).pathname.slice(1);
        if (!pages.has(decodeURIComponent(to)) && !assets.includes(to))
          broken.push(`${path}: ${href}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test("links are relative, but for what has to be an address", () => {
    const html = page([editionOf("2021-W18")], "weekly/2021-W18/v1.0/index.html");
    const absolute = all(html, "[href^='http'], [src^='http']").map(({ attribs }) => attribs.rel);
    expect(absolute).toEqual(["canonical"]);
  });
});

describe("what became of a version", () => {
  const first = editionOf("2021-W18");
  const second = editionOf("2021-W18", {
    version: "1.10",
    says: "Nobody has left.",
    approvedAt: "2021-05-20T09:00:00.000Z",
  });
  const between = editionOf("2021-W18", { version: "1.9" });

  test("a superseded one says by which and when, and keeps its copy", () => {
    const pages = pagesOf(siteOf([first, second, between]));
    const html = pages.get("weekly/2021-W18/v1.0/index.html") ?? "";
    const [status] = all(html, ".status");
    expect(status === undefined ? "" : getText(status)).toContain(
      "Superseded. Version 1.10 of 20 May 2021 has taken the place of this version.",
    );
    expect(pages.has("weekly/2021-W18/v1.0/brief.html")).toBe(true);
  });

  test("the issue's own page is that of its latest version", () => {
    const html = page([second, first, between], "weekly/2021-W18/index.html");
    expect(wordsIn(html)).toContain("Nobody has left.");
    expect(all(html, ".status")).toEqual([]);
    expect(html).toContain('href="v1.10/brief.html"');
  });

  test("themes, outlets and search tell of latest versions alone", () => {
    const pages = pagesOf(siteOf([first, second]));
    for (const path of ["weekly/themes/security/index.html", "assets/index/2021.js"]) {
      expect(pages.get(path)).toContain("Nobody has left.");
      expect(pages.get(path)).not.toContain("have begun to leave");
    }
  });

  test("a withdrawn one leaves its place, the day and the reason, and no words and no copy", () => {
    const withdrawn = { at: "2021-06-02T10:00:00.000Z", reason: "A source has retracted <it>." };
    const pages = pagesOf(siteOf([editionOf("2021-W18", { withdrawn }), editionOf("2021-W19")]));
    const html = pages.get("weekly/2021-W18/v1.0/index.html") ?? "";
    expect(wordsIn(html)).toContain("Withdrawn on 2 June 2021.");
    expect(wordsIn(html)).toContain("Reason: A source has retracted <it>.");
    expect([...pages.keys()].filter((path) => path.includes("2021-W18"))).toEqual([
      "weekly/2021-W18/index.html",
      "weekly/2021-W18/v1.0/index.html",
    ]);
    const told = [...pages].filter(([, text]) => text.includes("2021-W18 have begun"));
    expect(told.map(([path]) => path)).toEqual([]);
  });

  test("an earlier version of a withdrawn one does not stand in for it", () => {
    const withdrawn = { at: "2021-06-02T10:00:00.000Z", reason: null };
    const pages = pagesOf(siteOf([first, { ...second, withdrawn }]));
    expect(wordsIn(pages.get("weekly/2021-W18/index.html") ?? "")).toContain("Withdrawn on");
    expect(pages.get("assets/index/2021.js")).toBeUndefined();
    const former = wordsIn(pages.get("weekly/2021-W18/v1.0/index.html") ?? "");
    expect(former).toContain("Version 1.10. Withdrawn on 2 June 2021.");
    expect(former).toContain("have begun to leave");
  });
});

describe("who may see what", () => {
  const LABELS = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];
  const upTo = (highest: string) => (marking: string) =>
    LABELS.includes(marking) && LABELS.indexOf(marking) <= LABELS.indexOf(highest);
  const anyEdition = fc
    .record({
      week: fc.integer({ min: 1, max: 4 }),
      version: fc.constantFrom("1.0", "1.1", "1.2"),
      brief: fc.constantFrom("weekly", "grain"),
      marking: fc.constantFrom(...LABELS, "HOUSE:UNKNOWN"),
      isWithdrawn: fc.boolean(),
      embargo: fc.constantFrom(null, "2021-03-01T00:00:00.000Z", "2021-09-01T00:00:00.000Z"),
    })
    .map(({ week, isWithdrawn, ...rest }) =>
      editionOf(`2021-W0${week}`, {
        ...rest,
        says: `${rest.marking} ${week} ${rest.version} says ${rest.brief}`,
        withdrawn: isWithdrawn ? { at: "2021-06-02T10:00:00.000Z", reason: "wrong" } : null,
      }),
    );
  const editions = fc.uniqueArray(anyEdition, {
    maxLength: 8,
    selector: ({ brief, issue, version }) => `${brief} ${issue} ${version}`,
  });

  test("a site is byte for byte what it would be without what its readers may not see", () => {
    const now = Date.UTC(2021, 5, 30);
    fc.assert(
      fc.property(editions, fc.constantFrom(...LABELS), (given, highest) => {
        const sees = upTo(highest);
        const seen = given.filter(
          ({ marking, embargo }) =>
            sees(marking) && (embargo === null || Date.parse(embargo) <= now),
        );
        const made = pagesOf(siteOf(given, { sees, now, markings: [highest] }));
        const without = pagesOf(siteOf(seen, { sees: () => true, now, markings: [highest] }));
        expect([...made]).toEqual([...without]);
      }),
      { numRuns: 40 },
    );
  });

  test("the order of what comes in changes nothing", () => {
    fc.assert(
      fc.property(editions, (given) => {
        const made = [...pagesOf(siteOf(given))].toSorted();
        expect([...pagesOf(siteOf(given.toReversed()))].toSorted()).toEqual(made);
      }),
      { numRuns: 20 },
    );
  });

  test("an issue appears when its embargo is over, and not before", () => {
    const embargo = "2021-05-12T06:00:00.000Z";
    const given = [editionOf("2021-W18", { embargo })];
    const at = (instant: string) => pagesOf(siteOf(given, { now: Date.parse(instant) }));
    expect([...at("2021-05-12T05:59:59.999Z").keys()].join(" ")).not.toContain("2021-W18");
    expect([...at(embargo).keys()].join(" ")).toContain("2021-W18");
  });

  test("what is not for everybody is for no search engine", () => {
    const sees = upTo("TLP:GREEN");
    const given = [editionOf("2021-W18", { marking: "TLP:GREEN" })];
    const pages = pagesOf(siteOf(given, { sees, isPublic: false, markings: ["TLP:GREEN"] }));
    expect(pages.get("robots.txt")).toBe("User-agent: *\nDisallow: /\n");
    expect(pages.has("sitemap.xml")).toBe(false);
    const html = pages.get("weekly/2021-W18/index.html") ?? "";
    expect(all(html, "meta[name=robots]")[0]?.attribs.content).toBe("noindex, nofollow");
    expect(all(html, ".marking").map((mark) => getText(mark))).toEqual(["TLP:GREEN", "TLP:GREEN"]);
  });
});

describe("hostile words", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)>'&\u0000\u0007\ud800`;

  test("stay words wherever they come from", () => {
    const source = editionOf("2021-W18").sources[0];
    const hostile = editionOf("2021-W18", {
      title: evil,
      desk: evil,
      says: evil,
      withdrawn: null,
      themes: [
        {
          id: `../${evil}`,
          title: evil,
          anchor: evil,
          lines: editionOf("2021-W18", { says: evil }).bottomLine,
        },
      ],
      sources:
        source === undefined
          ? []
          : [
              {
                ...source,
                title: evil,
                outlets: [{ key: `~../../${evil}`, name: evil, owner: evil }],
              },
            ],
    });
    const pages = pagesOf(siteOf([hostile], { title: evil }));
    for (const [path, html] of pages) {
      expect(path).toMatch(/^[\w./+-]+$/);
      if (!path.endsWith(".html") || html.startsWith("kept")) continue;
      const scripts = all(html, "script").map(({ attribs }) => attribs.src);
      expect(scripts).toEqual(path === "search.html" ? ["assets/search.js"] : []);
      expect(all(html, "img, [onerror]")).toEqual([]);
    }
    for (const feed of ["feed.xml", "weekly/feed.xml", "sitemap.xml"]) {
      expect(pages.get(feed)).not.toMatch(/<script|<img|[^\P{Cc}\n]/u);
    }
  });
});

test("an archive without an issue is a site that says so", () => {
  const pages = pagesOf(siteOf([]));
  expect(wordsIn(pages.get("index.html") ?? "")).toContain("Nothing has been published yet.");
  expect(pages.get("feed.xml")).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
});

test("pages of a brief speak its language, from right to left where it does", () => {
  const html = page([editionOf("2021-W18", { language: "ar" })], "weekly/index.html");
  const root = selectOne<AnyNode, Element>("html", parseDocument(html));
  expect([root?.attribs.lang, root?.attribs.dir]).toEqual(["ar", "rtl"]);
  expect(wordsIn(html)).toContain("العدد 18، من 3 إلى 9 مايو 2021");
});
