import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripMarkup } from "../../src/readers/text/strip-markup.js";
import { readOne } from "../read-one.js";

const strip = (text: string) => stripMarkup(text).text;

describe("left-overs of markup in plain text", () => {
  it.each([
    ["<p>One.</p><p>Two.</p>", "One.\n\n\n\nTwo."],
    ["One<br/>two", "One\ntwo"],
    ['a <a href="x">link</a> here', "a link here"],
    ["caf&eacute; &#8217;s &#x2014; &nbsp;", "café ’s — \u00a0"],
    ["re\u00adopen", "reopen"],
    ["a<script>var x = '<p>';</script>b", "ab"],
    ["a<!-- <b> -->b", "ab"],
    ["see [the report](https://example.org/a) now", "see the report now"],
    ["![a ship](ship.jpg)It left", "It left"],
    ["a **bold** word", "a bold word"],
    ["[b]bold[/b] and [url=https://example.org]here[/url]", "bold and here"],
  ])("reads %j", (text, expected) => expect(strip(text).trim()).toBe(expected.trim()));

  it.each([
    "The prize <The Palace: A Tale> was given to 5 < 6 & 7 > 3.",
    "As the note [1] says, [he] left; AT&T stayed.",
    "Two * stars * and 3 ** 2.",
    "[ad_1]",
  ])("leaves %j as it is", (text) => expect(stripMarkup(text)).toEqual({ text, repairs: [] }));

  it("lists each different mark once", () => {
    expect(stripMarkup("a<b>b</b><b>c</b>&amp;&amp;").repairs).toEqual([
      { rule: "markup", from: "<b>", to: "" },
      { rule: "markup", from: "</b>", to: "" },
      { rule: "markup", from: "&amp;", to: "&" },
    ]);
  });

  it("never throws, and takes plain letters as they are", () => {
    const marks = fc.constantFrom(
      "<p>",
      "</p>",
      "<script>",
      "<!--",
      "-->",
      "&lt;",
      "[b]",
      "[/b]",
      "](",
      "**",
      "x",
      "\n",
    );
    fc.assert(fc.property(fc.array(marks), (parts) => strip(parts.join("")).length >= 0));
    fc.assert(fc.property(fc.lorem(), (text) => strip(text) === text));
  });

  it("warns only of tags that it does not know", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const known = await readOne(bytes("<div>The ministers met and left again.</div>"), "a.txt");
    expect(known.diagnostics).toEqual([]);
    const unknown = await readOne(bytes("The <x-box>ministers</x-box> met and left."), "a.txt");
    expect(unknown.diagnostics.map(({ code }) => code)).toEqual(["markup-in-text"]);
  });

  it.each(["<p>", "<p ", "&amp;", "<!--", "<script>", "[b]", "[/b]", "[a](b", "**a", "<"])(
    "strips 300 kB of %s in a moment",
    (mark) => {
      const start = performance.now();
      stripMarkup(`[/b]${mark.repeat(Math.floor(300_000 / mark.length))}`);
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});
