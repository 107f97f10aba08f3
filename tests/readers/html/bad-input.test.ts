import { describe, expect, it } from "vitest";
import { html } from "../../../src/readers/html/index.js";
import { readWith } from "../../../src/readers/index.js";

const SENTENCE =
  "The council met on Monday, and voted for the bridge after a long debate about its cost. ";
const LENGTH = 300_000;
/** Seconds for so much at 2 s a 100 kB; a tenth of that is usual. */
const SECONDS = 6;

const repeat = (text: string) => text.repeat(Math.ceil(LENGTH / text.length));
const read = (page: string) =>
  readWith(html, { bytes: new TextEncoder().encode(page), file: "page.html" });

describe("pages made to hold the reader up", () => {
  it.each([
    ["100,000 nested elements", "<div>".repeat(100_000) + SENTENCE],
    ["the same, closed", "<div>".repeat(100_000) + SENTENCE + "</div>".repeat(100_000)],
    ["nothing but <p>", repeat("<p>")],
    ["nothing but <a", repeat("<a ")],
    ["nothing but tables in tables", repeat("<table>")],
    ["open comments", repeat("<!--")],
    ["thousands of attributes", `<div ${repeat("a=b ")}>${SENTENCE}`],
    ["a class of thousands of names", `<div class="${repeat("related-post ")}">${SENTENCE}`],
    ["one line of white space", `<p>x${repeat("\u00a0")}y</p>`],
    ["a row of cells", `<table><tr>${repeat("<td>a</td>")}`],
    ["a line of inline elements", `<p>${repeat("<span>ab</span> ")}`],
    ["links alone", `<ul>${repeat("<li><a href=/x>Some headline of five words</a></li>")}`],
    ["bylines alone", repeat("<p>By Jane Doe, 3 May 2021 12:30</p>")],
    [
      "comments in comments",
      `${repeat("<div class=comments><div class=entry-content>")}${SENTENCE}`,
    ],
    [
      "the same beginning again and again",
      repeat(`<p>${"a".repeat(40)} ${SENTENCE.repeat(5)}</p>`),
    ],
    [
      "cards alone",
      repeat(`<div class=c><h3><a href=/x>A headline</a></h3><p>${SENTENCE}</p></div>`),
    ],
  ])(
    "reads %s",
    async (_, body) => {
      const { articles, diagnostics } = await read(`<html><body>${body}`);
      expect(articles.length + diagnostics.length).toBeGreaterThan(0);
    },
    SECONDS * 1000,
  );

  it("keeps the text below the depth that trees end at", async () => {
    const { articles } = await read(`<html>${"<div>".repeat(5000)}<p>${SENTENCE.repeat(3)}</p>`);
    expect(articles[0]?.paragraphs.join(" ")).toContain(SENTENCE.trim());
  });

  it("shows no script as text, however deep it stands", async () => {
    const page = `<html>${"<div>".repeat(1000)}<script>start()</script><p>${SENTENCE.repeat(3)}</p>`;
    expect((await read(page)).articles[0]?.raw).not.toContain("start()");
  });
});
