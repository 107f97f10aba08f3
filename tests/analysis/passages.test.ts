import { describe, expect, it } from "vitest";
import { findPassages } from "../../src/analysis/passages.js";
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
});
