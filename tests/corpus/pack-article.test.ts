import fc from "fast-check";
import { expect, it } from "vitest";
import { packArticle } from "../../src/corpus/pack-article.js";
import { articleWith } from "../article.js";

it("gives back every part of the article, copied or not", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string(),
      fc.boolean(),
      (words, text, isLong) => {
        const raw = isLong ? words.padEnd(5000, "wörds ") : words;
        const article = articleWith({ raw, removed: [{ rule: "caption", text }] });
        const packed = packArticle(article);
        expect(packed).toEqual(article);
        expect({ ...packed }).toEqual(article);
        expect(structuredClone(packed)).toEqual(article);
      },
    ),
  );
});
