import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { Cite } from "@citation-js/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Reference, writeReferences } from "../../src/citing/index.js";
import { body, on, periodical, person, reference, website } from "./english.js";

const OFFER = reference({
  id: "a-000000000005",
  authors: [body("Sumaira FH"), body("Güneş Öztürk")],
  title: "UN-backed Libyan gov’t accepts Türkiye's offer: 100% & more",
  container: periodical("Turkish Minute"),
  date: on("2019-12-19"),
  url: "https://news.example/2019/12/offer?a=1&b=~x_y#p%20q",
  accessed: "2021-05-07",
  language: "en",
});
const PAGE = reference({
  id: "a-000000000006",
  authors: [person("Sarah", "Cole")],
  title: "وزيرة الخارجية",
  language: "ar",
  container: website("Naked Law"),
  date: on("2009-05-01", true),
  archived: "https://web.archive.org/web/20090501/http://nakedlaw.example/",
});

/** What an independent parser reads in a format, one item per reference. */
function read(format: "csl-json" | "bibtex" | "ris", references: readonly Reference[]) {
  const written = writeReferences(format, references);
  return new Cite(format === "csl-json" ? JSON.parse(written) : written).data;
}

const FORMATS = ["csl-json", "bibtex", "ris"] as const;

describe.each(FORMATS)("%s, read by another program", (format) => {
  const [news, page] = read(format, [OFFER, PAGE]);

  // The parser takes no newspaper from BibLaTeX, and of RIS the year alone and no newspaper's authors.
  test("says what a newspaper article is", () => {
    expect(news).toMatchObject({
      type: format === "bibtex" ? "article-journal" : "article-newspaper",
      title: OFFER.title,
      "container-title": "Turkish Minute",
      issued: { "date-parts": [format === "ris" ? [2019] : [2019, 12, 19]] },
      accessed: { "date-parts": [[2021, 5, 7]] },
      URL: OFFER.url,
      language: "en",
    });
  });

  test("keeps names whole", () => {
    const names = z.array(z.record(z.string(), z.string())).default([]).parse(news?.author);
    const whole = format === "ris" ? [] : ["Sumaira FH", "Güneş Öztürk"];
    expect(names.map((name) => Object.values(name).join("|"))).toEqual(whole);
    expect(page?.author).toMatchObject([{ family: "Cole", given: "Sarah" }]);
  });

  test("says what a page of a website is, its letters as they are", () => {
    expect(page).toMatchObject({ type: "webpage", title: PAGE.title, language: "ar" });
  });

  test("says that a date was inferred, and where a copy is kept", () => {
    const written = writeReferences(format, [PAGE]);
    expect(written).toContain("date inferred");
    expect(written).toContain("https://web.archive.org/web/20090501/http://nakedlaw.example/");
  });

  test("of no sources is an empty file of its format", () => {
    expect(writeReferences(format, []).trim()).toBe(format === "csl-json" ? "[]" : "");
  });

  test("gives any title back as it was", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aB ş&%$#_{}~^\\\"'@=,;:-–/[]()|<>*`!?0".split("")),
      minLength: 1,
      maxLength: 24,
    });
    fc.assert(
      fc.property(letters, letters, (title, outlet) => {
        const whole = `T${title}.`;
        const [item] = read(format, [
          { ...OFFER, title: whole, container: periodical(`O${outlet}.`) },
        ]);
        expect(item?.title).toBe(whole.replaceAll(/\s+/g, " "));
        expect(item?.["container-title"]).toBe(`O${outlet}.`.replaceAll(/\s+/g, " "));
      }),
      { numRuns: 150 },
    );
  });
});

test("RIS and BibLaTeX say what the parser does not take from them", () => {
  const ris = writeReferences("ris", [OFFER]);
  expect(ris).toContain("AU  - Sumaira FH\r\nAU  - Güneş Öztürk\r\n");
  expect(ris).toContain("DA  - 2019/12/19/\r\n");
  expect(writeReferences("bibtex", [OFFER])).toContain("entrysubtype = {newspaper}");
});

test("RIS ends its lines as its specification says, and each value is one line", () => {
  const written = writeReferences("ris", [{ ...OFFER, title: "One\nER  - \r\nTY  - BOOK" }]);
  expect(written).toMatch(/^TY {2}- NEWS\r\n/);
  expect(written).toMatch(/\r\nER {2}- \r\n$/);
  expect(written.match(/^TY {2}- /gm)).toHaveLength(1);
  expect(written.split("\r\n").slice(0, -1)).toEqual(
    written
      .split("\r\n")
      .slice(0, -1)
      .filter((line) => /^[A-Z][A-Z0-9] {2}- /.test(line)),
  );
});

test("CSL-JSON marks what it says of dates, and leaves out what nobody knows", () => {
  const [item] = JSON.parse(
    writeReferences("csl-json", [{ ...PAGE, authors: [], container: null }]),
  );
  expect(Object.keys(item)).toEqual([
    "id",
    "type",
    "title",
    "issued",
    "archive_location",
    "language",
    "note",
  ]);
  expect(item.issued).toEqual({ "date-parts": [[2009, 5, 1]], circa: true });
});

test("BibLaTeX pairs its braces, whatever a title holds", () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const written = writeReferences("bibtex", [{ ...OFFER, title }]);
      const depth = [...written].reduce(
        (now, letter) => now + (letter === "{" ? 1 : letter === "}" ? -1 : 0),
        0,
      );
      expect(depth).toBe(0);
    }),
  );
});
