/** The page of readings: whole, accessible, and deaf to what articles say. */

import { type AnyNode, DomHandler, type Element, isTag } from "domhandler";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { pageArticle } from "../../../src/cli/reading-view/page-article.js";
import { readingPage } from "../../../src/cli/reading-view/reading-page.js";
import type { Article } from "../../../src/model/article.js";
import type { Diagnostic } from "../../../src/model/diagnostic.js";
import { articleWith } from "../../article.js";
import { SAMPLE } from "./sample-article.js";

const REFUSED: Diagnostic = {
  code: "binary-file",
  severity: "error",
  message: "holds binary data, not text",
  place: { file: "scan.pdf", line: 3 },
  hint: "convert it to plain text",
};

function pageOf(articles: readonly Article[], diagnostics: readonly Diagnostic[] = []): string {
  return readingPage(
    articles.map((article) => pageArticle(article, article.id)),
    diagnostics,
  );
}

function elementsOf(html: string): Element[] {
  const handler = new DomHandler();
  new Parser(handler).end(html);
  const found: Element[] = [];
  const waiting: AnyNode[] = [...handler.root.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue;
    found.push(node);
    waiting.push(...node.children);
  }
  return found;
}

describe("readingPage", () => {
  const page = pageOf([SAMPLE], [REFUSED]);

  test("strikes removed text through, under the rule and what the rule takes out", () => {
    expect(page).toContain(
      '<del dir="auto">A ferry leaves the old quay [Photo: Harbour Tribune]</del>',
    );
    expect(page).toMatch(/<code>caption<\/code> <span class="why">what a picture shows<\/span>/);
  });

  test("counts what each rule took", () => {
    expect(page).toMatch(
      /<code>caption<\/code><\/th><td>what a picture shows<\/td><td class="number">1<\/td><td class="number">52</,
    );
  });

  test("shows what is known of the article, with the words that state it", () => {
    expect(page).toMatch(
      /published<\/th><td><bdi>2024-03-07<\/bdi>.*<q dir="auto">date 2024-03-07<\/q>/,
    );
    expect(page).toMatch(/chain<\/th><td><bdi>Harbour Tribune ← Reuters</);
    expect(page).toContain('<a href="https://tribune.example/ferry?a=1&amp;b=2"');
  });

  test("shows a repair as what went and what came", () => {
    expect(page).toContain('<del dir="auto">&quot;We are ready.\n\n&quot; She spoke</del>');
    expect(page).toContain('<ins dir="auto">&quot;We are ready.&quot; She spoke</ins>');
  });

  test("says of each paragraph in which language it is and lets it run its own way", () => {
    expect(page).toMatch(/<p lang="ar" dir="auto">قال/);
    expect(page).toMatch(/<p lang="en" dir="auto">The ferry/);
  });

  test("lists at the end what was refused, with what to do", () => {
    expect(page).toMatch(
      /scan\.pdf:3<\/bdi> holds binary data, not text<br>.*convert it to plain text/,
    );
    expect(page.indexOf("scan.pdf")).toBeGreaterThan(page.indexOf("</main>"));
  });

  test("needs no script and loads nothing", () => {
    const elements = elementsOf(page);
    expect(page).toContain("default-src 'none'");
    const loading = elements.filter(
      ({ name, attribs }) =>
        ["script", "img", "link", "iframe", "object", "form"].includes(name) || "src" in attribs,
    );
    expect(loading).toEqual([]);
    expect(page).not.toMatch(/@import|url\(/);
  });

  test("has one main heading, headed columns, and every link within it leads somewhere", () => {
    const elements = elementsOf(page);
    const ids = new Set(elements.flatMap(({ attribs }) => attribs.id ?? []));
    expect(elements.filter(({ name }) => name === "h1")).toHaveLength(1);
    for (const { name, attribs } of elements) {
      if (name === "th") expect(attribs.scope).toMatch(/^(?:row|col)$/);
      const target = attribs.href?.startsWith("#") ? attribs.href.slice(1) : undefined;
      for (const id of [target, attribs["aria-labelledby"]]) if (id) expect(ids).toContain(id);
    }
  });

  test("says so where there is nothing to show", () => {
    expect(pageOf([])).toContain("0 articles");
  });

  test("never lets an article or a file name write markup, nor an address run anything", () => {
    const harmless = elementsOf(pageOf([hostileArticle("x")], [hostileNotice("x")]))
      .map(({ name, attribs }) => `${name} ${Object.keys(attribs)}`)
      .sort();
    const hostile = fc
      .array(
        fc.constantFrom(
          "<script>alert(1)</script>",
          '"><img src=x onerror=alert(1)>',
          "' onclick='x",
          "</style><b>",
          "--><!--",
          "&lt;",
          "javascript:alert(1)",
          "\u001b[31m",
          "\u202e",
          "\ud800",
          "]]>",
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = pageOf([hostileArticle(text)], [hostileNotice(text)]);
        const names = elementsOf(shown).map(
          ({ name, attribs }) => `${name} ${Object.keys(attribs)}`,
        );
        expect(names.sort()).toEqual(harmless);
        expect(shown).not.toMatch(/href="(?!#|https?:)/);
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });
});

function hostileArticle(text: string): Article {
  return articleWith({
    file: text,
    format: text,
    title: text,
    standfirst: text,
    byline: text,
    url: text,
    language: text,
    paragraphs: [`one ${text}`, `two ${text}`],
    foreign: [{ paragraph: 1, language: text }],
    removed: [{ rule: text, text: `three ${text}` }],
    repairs: [{ rule: text, from: text, to: text }],
    raw: [`one ${text}`, `two ${text}`, `three ${text}`, `four ${text}`].join("\n"),
    published: { date: text, precision: "day", evidence: [{ article: "a-1", quote: text }] },
  });
}

function hostileNotice(text: string): Diagnostic {
  return { code: "x", severity: "info", message: text, place: { file: text }, hint: text };
}
