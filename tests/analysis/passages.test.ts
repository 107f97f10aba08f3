import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPassages } from "../../src/analysis/passages/passages.js";
import { splitSentences } from "../../src/text/sentences.js";

function passagesOf(text: string, language = "en"): string[] {
  return findPassages(text, splitSentences(text, language)).map((passage) => passage.text);
}

describe("findPassages", () => {
  it("joins the sentences that one quotation spans", () => {
    expect(passagesOf("He left. “We came. We saw,” he said. They stay.")).toEqual([
      "He left.",
      "“We came. We saw,” he said.",
      "They stay.",
    ]);
  });

  it("parts two quotations in a row", () => {
    expect(passagesOf("“We came,” he said.\n\n“We saw,” he added.")).toHaveLength(2);
  });

  it("reads straight quotation marks by what stands beside them", () => {
    expect(passagesOf('He spoke of "help." "We came. We saw," he said.')).toEqual([
      'He spoke of "help."',
      '"We came. We saw," he said.',
    ]);
  });

  it("follows a quotation into a paragraph that opens with a mark of its own", () => {
    expect(passagesOf("“We came.\n\n“We saw,” he said. Nothing else.")).toEqual([
      "“We came.\n\n“We saw,” he said.",
      "Nothing else.",
    ]);
  });

  it("joins nothing to a quotation that never closes", () => {
    expect(passagesOf("“We came. We saw.\n\nThey left.")).toHaveLength(3);
  });

  it("takes an opening mark before a stop for the displaced closing one", () => {
    expect(passagesOf("They want “all at the table “. They left.")).toHaveLength(2);
  });

  it.each([
    ["ru", "«Мы пришли. Мы увидели», — сказал он. Они ушли."],
    ["fr", "« Nous sommes venus. Nous avons vu », dit-il. Ils partent."],
    ["tr", "“Geldik. Gördük” dedi. Gittiler."],
    ["ar", "«جئنا. رأينا» قال الوزير. غادروا."],
    ["de", "„Wir kamen. Wir sahen“, sagte er. Sie gingen."],
  ])("knows the quotation marks of %s", (language, text) => {
    expect(passagesOf(text, language)).toHaveLength(2);
  });

  it("cuts a quotation of many sentences into passages of six", () => {
    const text = `“${"We came. ".repeat(8)}We saw,” he said.`;
    expect(findPassages(text, splitSentences(text, "en")).map((p) => p.sentences.length)).toEqual([
      6, 3,
    ]);
  });

  it("reads one quotation over three paragraphs, closed at the last alone, as one passage", () => {
    const text =
      "“The dam was old. Nobody came.\n\n“We wrote letters.\n\n“No answer,” she said.\n\nIt broke.";
    expect(passagesOf(text)).toHaveLength(2);
  });

  it("cuts a long quotation where a paragraph ends", () => {
    const text =
      "“One. Two. Three. Four.\n\n“Five. Six. Seven. Eight,” he said.\n\n“Another,” he added.";
    const passages = findPassages(text, splitSentences(text, "en"));
    expect(passages.map(({ sentences }) => sentences.length)).toEqual([4, 4, 1]);
  });

  it("never joins the rest of an article to a quotation that is left open", () => {
    const text = `“We came. ${"They left the town. ".repeat(200)}The end,” he said.`;
    expect(passagesOf(text)).toHaveLength(202);
  });

  it("knows German quotation marks that point inwards", () => {
    expect(passagesOf("»Wir kamen. Wir sahen«, sagte er. Sie gingen.", "de")).toHaveLength(2);
  });

  it("keeps a short list beside the words that introduce it", () => {
    const text = "The plan has two parts:\n\n1. Ships pay.\n\n2. Ports report.\n\nCritics object.";
    expect(passagesOf(text)).toEqual([
      "The plan has two parts:\n\n1. Ships pay.\n\n2. Ports report.",
      "Critics object.",
    ]);
  });

  it("keeps the entries of a long list apart", () => {
    const entries = Array.from({ length: 9 }, (_, index) => `${index + 1}. Ships pay.`);
    expect(passagesOf(["The plan:", ...entries].join("\n\n"))).toHaveLength(10);
  });

  it("joins no prose to a line that ends in a colon", () => {
    expect(passagesOf("He had two reasons:\n\nThe sea was rough.\n\nIt was late.")).toHaveLength(3);
  });
});

/** Sentences, marks and paragraphs in any order. */
const newsLike = fc
  .array(
    fc.constantFrom(
      ...'“”"«»„‘’():.?!— ',
      "\n\n",
      "\n",
      "We came. ",
      "he said. ",
      "The plan: ",
      "\n\n1. ",
      "\n\n• ",
      "Dr. ",
      "«Да. Нет.» ",
      "هل؟ نعم. ",
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(""));
const language = fc.constantFrom("en", "tr", "ar", "ru", "fr", "de", "es", "it", "el", "pt", "und");

describe("findPassages, for any text", () => {
  it("gives exact passages in order that hold every sentence once", () => {
    fc.assert(
      fc.property(newsLike, language, (text, tag) => {
        const sentences = splitSentences(text, tag);
        const passages = findPassages(text, sentences);
        expect(passages.flatMap((passage) => passage.sentences)).toEqual(sentences);
        for (const { start, end, text: words, sentences: held } of passages) {
          expect(text.slice(start, end)).toBe(words);
          expect([held[0]?.start, held.at(-1)?.end]).toEqual([start, end]);
          expect(held.length).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});
