/** A reading on a terminal, as a person sees it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../../src/cli/reading-view/cells.js";
import { type Tone, terminalReading } from "../../../src/cli/reading-view/terminal-reading.js";
import { articleWith } from "../../article.js";
import { SAMPLE } from "./sample-article.js";

const plain = (_tone: Tone, text: string) => text;
/** Colours as words: `<rule|caption>`. */
const named = (tone: Tone, text: string) => (tone === "kept" ? text : `<${tone}|${text}>`);

describe("terminalReading", () => {
  test("shows kept and removed text side by side", async () => {
    const text = terminalReading(SAMPLE, { width: 100, paint: plain });
    await expect(visibleMarks(text)).toMatchFileSnapshot("golden/two-columns.txt");
  });

  test("shows one below the other where the terminal is narrow", async () => {
    const text = terminalReading(SAMPLE, { width: 60, paint: plain });
    await expect(visibleMarks(text)).toMatchFileSnapshot("golden/one-column.txt");
  });

  test("colours each part by what it is", async () => {
    const text = terminalReading(SAMPLE, { width: 100, paint: named });
    await expect(visibleMarks(text)).toMatchFileSnapshot("golden/colours.txt");
  });

  test("keeps lines within the width, those of wide and combining letters too", () => {
    for (const width of [40, 79, 80, 120]) {
      const lines = terminalReading(SAMPLE, { width, paint: plain }).split("\n");
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    }
  });

  test("says in which language a paragraph is that differs, and how a day was found", () => {
    const text = terminalReading(
      articleWith({
        paragraphs: ["On Friday it rained."],
        inferred: {
          date: "2024-03-08",
          window: ["2024-03-08", "2024-03-09"],
          evidence: [{ article: "a-000000000002", quote: "on Friday, 8 March" }],
        },
        modified: {
          date: "2024-03-10",
          time: "12:30",
          precision: "minute",
          evidence: [{ article: "a-000000000001", quote: "Updated 10 March, 12.30" }],
        },
      }),
      { width: 100, paint: plain },
    );
    expect(text).toMatch(/day inferred +2024-03-08 \(between 2024-03-08 and 2024-03-09\)/);
    expect(text).toMatch(/by “on Friday, 8 March” \(a-000000000002\)/);
    expect(text).toMatch(/modified +2024-03-10 12:30 \(to the minute\)\n +by “Updated 10 March/);
  });

  test("shows hostile text escaped, wherever it stands", () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          "\u001b[31m",
          "\u001b]0;x\u0007",
          "\u009b",
          "\u202e",
          "\r",
          "\u0000",
          "ab ",
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = terminalReading(hostileArticle(text), { width: 100, paint: plain });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
      }),
    );
  });
});

function hostileArticle(text: string) {
  return articleWith({
    file: `${text}.txt`,
    format: text,
    title: text,
    standfirst: text,
    byline: text,
    outlet: text,
    agency: text,
    chain: [text, text],
    dateline: text,
    url: text,
    language: text,
    foreign: [{ paragraph: 0, language: text }],
    paragraphs: [text, "x"],
    removed: [{ rule: text, text }],
    repairs: [{ rule: text, from: text, to: text }],
    raw: `${text}\n${text}\n${text}\nx`,
    published: { date: text, precision: "day", evidence: [{ article: text, quote: text }] },
  });
}

/** Marks of direction are seen by no person. */
function visibleMarks(text: string): string {
  return text
    .replace(
      /[\u2066-\u2069]/g,
      (mark) => ({ "\u2066": "[LRI]", "\u2067": "[RLI]" })[mark] ?? "[PDI]",
    )
    .concat("\n");
}
