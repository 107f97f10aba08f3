import { expect, test } from "vitest";
import { openBriefPdf } from "../../src/check/check-pdf.js";
import { readPrintedPdf } from "../../src/check/pdf/structure-words.js";
import type { Joining } from "../../src/check/print/leftward-words.js";
import { comparePrint } from "../../src/check/print/print-faults.js";
import { leadersOf, wordsOfPage, wordsOfPdf } from "../../src/check/print/printed-words.js";
import { printedWords, renderPdf } from "../../src/render/index.js";
import { referencePages } from "../render/pdf/reference-pages.js";

async function compare(html: string, printed: string, joining: Joining = "runs") {
  const { bytes } = await renderPdf(printed);
  const pdf = openBriefPdf(bytes, "page.pdf");
  if ("code" in pdf) throw new Error(pdf.message);
  const { runs } = printedWords(html);
  const { parts, pages } = readPrintedPdf(pdf.file);
  const found = wordsOfPdf(parts, leadersOf(runs), joining);
  const expected = wordsOfPage(runs, (word) => found.read[word]?.where.page, joining);
  const comparison = { file: "page.pdf", sameTemplate: true };
  return {
    count: found.read.length,
    faults: [
      ...comparePrint(expected.read, found.read, comparison),
      ...comparePrint(expected.drawn, found.drawn, comparison),
    ].map(({ message, hint }) => `${message}; ${hint}`),
    concealed: parts.flatMap(({ text, concealed }) => (concealed ? [`${text} ${concealed}`] : [])),
    foreign: pages.flatMap((page) => page.foreign),
  };
}

test.each(referencePages)(
  "reads the words of the page $name in its PDF as they are",
  async ({ html }) => {
    const { count, faults, concealed, foreign } = await compare(html, html);
    expect({ faults, concealed, foreign }).toEqual({ faults: [], concealed: [], foreign: [] });
    expect(count).toBeGreaterThan(10);
  },
);

test.each([
  ["a letter", "قال وزير الخارجية في 3 مايو 2021", "قال وزير الداخلية في 3 مايو 2021"],
  ["a number", "إن نحو 13,000 مرتزق", "إن نحو 31,000 مرتزق"],
  ["a word", "لا نقبل أي تدخل", "نقبل أي تدخل"],
])("%s of Arabic words is missed where it is another", async (_, text, other) => {
  const page = (words: string) =>
    `<!doctype html><html lang="ar" dir="rtl"><title>A</title><p>${words}`;
  expect((await compare(page(text), page(text))).faults).toEqual([]);
  expect((await compare(page(text), page(other))).faults).toHaveLength(1);
});

test("the words before a leader and the number behind it are words of their own", async () => {
  const page = `<!doctype html><html lang="en"><title>A</title>
<style>a::after { content: leader(".") target-counter(attr(href), page) }</style>
<ul><li><a href="#b">Who says what</a></li></ul><p id="b">They agree.</p>`;
  expect((await compare(page, page)).faults).toEqual([]);
});

test.each([
  ["a letter", "قال The council met وزير", "قال The counsel met وزير"],
  ["a number", "إن نحو 13,000 of 20,000 مرتزق", "إن نحو 13,000 of 2,000 مرتزق"],
  ["the order of words", "The GNA met the LNA in Doha", "The LNA met the GNA in Doha"],
])(
  "%s of Latin words in a page from right to left is missed where it is another",
  async (_, a, b) => {
    const page = (words: string) =>
      `<!doctype html><html lang="ar" dir="rtl"><title>A</title><style>p { width: 80pt }</style><p>${words}`;
    expect((await compare(page(a), page(a), "all")).faults).toEqual([]);
    expect((await compare(page(a), page(b), "all")).faults).toHaveLength(1);
  },
);

test("the number of a page behind Arabic words is one of its figures", async () => {
  const page = (behind: string) => `<!doctype html><html lang="ar" dir="rtl"><title>A</title>
<style>.dots::after { content: leader(".") target-counter(attr(href), page) }
.more::after { content: " " target-counter(attr(href), page) }
#b { break-before: page }</style>
<ul><li><a class="dots" href="#b">الخلاصة</a></li><li><a class="dots" href="#c">الرسائل</a></li></ul>
<p>قال <a class="more" href="#b">جنبًا إلى جنب، صفحة</a> 13 ${behind}</p>
<p id="b">قال وزير</p><p id="c">قال وزير</p>`;
  expect((await compare(page("و 14"), page("و 14"), "all")).faults).toEqual([]);
  expect((await compare(page("و 14"), page("و 15"), "all")).faults).toHaveLength(1);
});

test("a date on a line of its own stands apart from the Arabic words of its entry", async () => {
  const page = `<!doctype html><html lang="ar" dir="rtl"><title>A</title>
<style>b { display: block } i { display: inline-block }</style>
<ul><li><b>8 يونيو 2021</b> <i>مستنتج</i> The council <b>met</b> <a href="#x">[1]</a></li></ul>
<table><tr><td><b>8 يونيو 2021</b> The council <i>مستنتج</i> met</td></tr></table>
<p id="x"><b>8 يونيو 2021</b> The council <i>مستنتج</i> met</p>`;
  expect((await compare(page, page, "all")).faults).toEqual([]);
});
