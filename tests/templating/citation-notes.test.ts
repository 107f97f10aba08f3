import { describe, expect, test } from "vitest";
import type { Citing, Issue } from "../../src/model/issue.js";
import { fillTemplate } from "../../src/templating/index.js";
import { sampleIssue } from "./sample-issue.js";
import { loaded, weeklyFiles } from "./weekly.js";

const weekly = loaded(weeklyFiles);

function fill(citing: Citing, template = weekly, issue: Issue = sampleIssue) {
  const filled = fillTemplate(template, { ...issue, citing }, { language: "en" });
  expect(filled.diagnostics).toEqual([]);
  return filled;
}

const chicago = fill({ form: "footnotes", style: "chicago" });
const numbersIn = (page: string, pattern: RegExp) =>
  Array.from(page.matchAll(pattern), ([, number]) => Number(number));
const textOf = (html: string) => html.replaceAll(/<[^>]*>/g, "").replaceAll("&#39;", "'");
const noteIn = (page: string, number: number) =>
  textOf(new RegExp(`<(?:li|span)[^>]* id="note-${number}".*`).exec(page)?.[0] ?? "");

describe("footnotes", () => {
  const calls = numbersIn(chicago.html, /href="#note-(\d+)" role="doc-noteref"/g);

  test("are numbered in the order of the page", () => {
    expect(calls.length).toBeGreaterThan(20);
    expect(calls).toEqual(calls.map((_, index) => index + 1));
  });

  test("stand in a list at the end on a screen, each linked from the text and back", () => {
    expect(numbersIn(chicago.html, /<li id="note-(\d+)">/g)).toEqual(calls);
    expect(numbersIn(chicago.html, /class="note-number" href="#noteref-(\d+)"/g)).toEqual(calls);
    expect(numbersIn(chicago.html, /id="noteref-(\d+)"/g)).toEqual(calls);
    expect(chicago.html).not.toContain('class="footnote"');
  });

  test("stand where they are called on paper, and there is no list", () => {
    expect(numbersIn(chicago.paper, /<span class="footnote" id="note-(\d+)"/g)).toEqual(calls);
    expect(chicago.paper).not.toContain('class="notes"');
  });

  test("give a source in full, then in short, those of one place in one note", () => {
    expect(noteIn(chicago.html, 1)).toBe(
      "1 [Libya's Foreign Minister made the declaration in Tripoli during a joint press conference with her Turkish counterpart Mevlut Cavusoglu.], May 6, 2021 [1]; “Libya asks Turkey to help evacuate foreign troops,” Duvar English, [May 3, 2021?]. [2]",
    );
    expect(noteIn(chicago.html, 2)).toBe(
      "2 [Libya's Foreign Minister made the declaration in…] [1]",
    );
  });

  test("keep what tells which words are cited, and the way back from the annex", () => {
    expect(chicago.html).toMatch(
      /<a class="note-source" id="cite-1a" href="#source-1"[^>]* data-article="a-000000000002" data-passages="[\d-]+">\[1\]/,
    );
    const back = numbersIn(chicago.html, /href="#cite-(\d+)[a-z]+"/g);
    expect(back.length).toBeGreaterThan(20);
  });

  test("are opened by their number, with the words of all sources of the note", () => {
    expect(chicago.html).toContain('popovertarget="cited-n1" aria-label="note 1: show the words');
    const shown = /id="cited-n1"[\s\S]*?<\/div>/.exec(chicago.html)?.[0] ?? "";
    expect(shown.match(/<blockquote/g)?.length).toBe(2);
    expect(shown).toContain('<a href="#note-1">note 1</a>');
  });

  test("have no id twice", () => {
    for (const page of [chicago.html, chicago.paper]) {
      const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("endnotes", () => {
  test("are the same on a screen and on paper", () => {
    const { html, paper } = fill({ form: "endnotes", style: "oscola" });
    expect(paper).toBe(html);
    expect(html).toContain('role="doc-endnotes"');
    expect(noteIn(html, 2)).toContain("(n 1).");
  });

  test("come last where a template has no place for them", () => {
    const files = new Map([...weeklyFiles, ["brief.hbs", "<main>{{cite bottomLine.[0]}}</main>"]]);
    const { html } = fill({ form: "endnotes", style: "apa" }, loaded(files));
    expect(html).toMatch(/<\/sup><section class="notes"[\s\S]*<\/section>\n<\/main>$/);
  });
});

describe("brackets", () => {
  test("lead to the annex, whatever the style, and there are no notes", () => {
    const { html, paper } = fill({ form: "bracket", style: "apa" });
    expect(paper).toBe(html);
    expect(html).not.toContain("note-");
    expect(textOf(html)).toContain("Sumaira FH. (2019, December 14).");
    expect(textOf(html)).toContain("Archived at https://web.archive.org/web/2019");
  });

  test("stay where a template asks for them", () => {
    const page = '{{cite bottomLine.[0] form="bracket"}}';
    const template = loaded(new Map([...weeklyFiles, ["brief.hbs", page]]));
    const { html } = fill({ form: "footnotes", style: "apa" }, template);
    expect(textOf(html)).toBe("&nbsp;[1][2]");
  });
});

test("hostile words of a source stay words in its reference", () => {
  const hostile = '"><script>alert(1)</script>';
  const sources = sampleIssue.sources.map((source) => ({
    ...source,
    title: hostile,
    byline: hostile,
    url: `https://news.example/${hostile}`,
  }));
  const { html } = fill({ form: "endnotes", style: "apa" }, weekly, { ...sampleIssue, sources });
  expect(html).not.toContain("<script");
});
