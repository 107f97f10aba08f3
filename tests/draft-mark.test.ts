import { expect, test } from "vitest";
import { draftMarkMissing } from "../src/draft-mark.js";

const missing = (html: string, state: "draft" | "reviewed" | "approved" = "draft") =>
  draftMarkMissing(html, { state }, "templates/ours").map(({ code }) => code);

test("a page without a mark of a draft is told, whatever else it says", () => {
  expect(missing("<body><h1>DRAFT</h1></body>")).toEqual(["draft-not-marked"]);
  expect(missing('<p class="drafty">', "reviewed")).toEqual(["draft-not-marked"]);
});

test.each(["draft", "mail-draft", "watermark", "big draft", "draft big"])(
  "a mark of class %j is one",
  (name) => {
    expect(missing(`<b class="${name}">DRAFT</b>`)).toEqual([]);
  },
);

test("an approved page needs none", () => {
  expect(missing("<body></body>", "approved")).toEqual([]);
});
