import { test } from "vitest";
import { analyseArticles } from "../../src/analysis/analyse.js";
import { readEvents } from "../../src/analysis/events.js";
import { findFigures } from "../../src/analysis/figures.js";
import { splitSentences } from "../../src/text/sentences.js";
import { articles, lexicon } from "./seeds.js";
test("t", () => {
  for (const n of [1500, 3000, 6000]) {
    const a = { ...articles[0]!, id: "a-1", inferred: null, paragraphs: ["On 3 May Libya met Turkey and ".repeat(n)] };
    let t = performance.now();
    const an = analyseArticles([a], lexicon).get("a-1")!;
    const ta = performance.now() - t; t = performance.now();
    readEvents(a, an, "2021-05-10");
    console.log(n, "analyse", ta | 0, "events", (performance.now() - t) | 0);
  }
  for (const s of ["Ab".repeat(40000) , "Ab 12 ".repeat(20000), "Ab".repeat(20000) + " 12 boats"]) {
    const t = performance.now();
    findFigures(s, [{ start: 0, end: s.length, text: s }], "en");
    const t2 = performance.now();
    findFigures(s, splitSentences(s, "en"), "en");
    console.log("figures", (t2 - t) | 0, (performance.now() - t2) | 0);
  }
});
