import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMainLines } from "../../src/readers/main-lines.js";
import { readOne } from "../read-one.js";

const MENU = [
  "Home",
  "World",
  "Business",
  "Sport",
  "Culture",
  "Opinion",
  "Video",
  "Sign in",
  "Search",
];
const TITLE = "Harbour talks resume after a week of silence";
const BODY = [
  "The talks over the harbour resumed on Wednesday, two diplomats said, after a week in which nobody had spoken in public.",
  "The ministry, which runs the harbour, declined to comment on the talks and on what had been agreed between the two sides.",
  "Dockers said that they would wait for the end of the talks before they went back to work in the eastern port.",
];
const BELOW = [
  "Related stories",
  "Island ferry runs aground in a storm",
  "Mayor opens a new library in the old town",
  "Subscribe to our newsletter and get the latest news in your inbox.",
  "Terms of use",
  "Privacy policy",
  "© 2021 Harbour Post. All rights reserved.",
];
const PAGE = [...MENU, TITLE, "By Ruth Adler", "5 May 2021", ...BODY, ...BELOW];

const keptOf = (texts: readonly string[], options = { language: "en" }) => {
  const { kept } = findMainLines(texts, options);
  return texts.filter((_, index) => kept[index]);
};

describe("the article among the lines of a flattened page", () => {
  it("keeps the sentences between menu and footer", () => {
    expect(keptOf(PAGE).filter((text) => text.length > 60)).toEqual(BODY);
    for (const text of [...MENU, ...BELOW]) expect(keptOf(PAGE)).not.toContain(text);
  });

  it("finds the headline", () => {
    expect(PAGE[findMainLines(PAGE, { language: "en" }).title]).toBe(TITLE);
  });

  it("leaves out comments, with a name and a time above each", () => {
    const comments = Array.from({ length: 8 }, (_, index) => [
      `Reader${index} says:`,
      `May 5, 2021 at 7:0${index} am`,
      `The harbour should be open again by Sunday ${index}, whatever they say.`,
    ]).flat();
    const kept = keptOf([...MENU, TITLE, ...BODY, ...comments]);
    expect(kept.filter((text) => text.includes("should be open"))).toEqual([]);
  });

  it("keeps a recurring line between the sentences, and drops one below them", () => {
    const note = "The Harbour Post is written on the quay.";
    const isRecurring = (text: string) => text === note;
    const [first = "", ...rest] = BODY;
    const options = { language: "en", isRecurring };
    expect(keptOf([...MENU, TITLE, first, note, ...rest], options)).toContain(note);
    expect(keptOf([...MENU, TITLE, ...BODY, note], options)).not.toContain(note);
  });

  it("reads lines in scripts without case or spaces", () => {
    const arabic = [
      "قال وزير الخارجية يوم الاثنين إن المحادثات ستستمر ثلاثة أيام أخرى في العاصمة من أجل السلام.",
      "وأضاف الوزير في مؤتمر صحفي أن الوفود التي وصلت إلى العاصمة سوف تناقش كل هذه القضايا.",
    ];
    const page = ["الرئيسية", "أخبار", "رياضة", ...arabic, "الأكثر قراءة", "جميع الحقوق محفوظة"];
    expect(keptOf(page, { language: "ar" })).toEqual(arabic);
  });

  it("gives a score and a verdict for every line, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        const { scores, kept, start, end } = findMainLines(texts, { language: "und" });
        expect([scores.length, kept.length]).toEqual([texts.length, texts.length]);
        expect(start).toBeLessThanOrEqual(end);
      }),
    );
  });

  it("makes an article of a flattened page in a text file", async () => {
    const bytes = new TextEncoder().encode(PAGE.join("\n"));
    const { article } = await readOne(bytes, "a.txt");
    expect(article).toMatchObject({
      title: TITLE,
      byline: "Ruth Adler",
      published: { date: "2021-05-05" },
      paragraphs: BODY,
    });
    expect(article?.removed.map(({ rule }) => rule)).toContain("page-line");
  });

  it("leaves a text of a few short lines alone", async () => {
    const text = [TITLE, "A subtitle of the day", ...BODY, "A last short line"].join("\n\n");
    const { article } = await readOne(new TextEncoder().encode(text), "a.txt");
    expect(article?.paragraphs.at(-1)).toBe("A last short line");
  });
});
