/** How well sentences and themes agree with the gold of the five seed articles; prints the figures. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findPassages } from "../../src/analysis/passages/passages.js";
import { compileThemes, labelThemes } from "../../src/analysis/themes/themes.js";
import { parseLexicon } from "../../src/config/lexicon.js";
import { articleText } from "../../src/model/article.js";
import { splitSentences } from "../../src/text/sentences.js";
import { seedTexts } from "./themes-gold-texts.js";

const seeds = await seedTexts();
const lexiconFile = (name: string) => ({
  file: `${name}.yaml`,
  text: readFileSync(new URL(`../../corpus/lexicon/${name}.yaml`, import.meta.url), "utf8"),
});
const { lexicon, diagnostics } = parseLexicon({
  themes: lexiconFile("themes"),
  entities: lexiconFile("entities"),
  outlets: lexiconFile("outlets"),
});
if (lexicon === null) throw new Error(JSON.stringify(diagnostics));
const matcher = compileThemes(lexicon);
const themeIds = lexicon.themes.themes.map((theme) => theme.id);

/** One sentence with the themes that it was given, and its grade for each theme. */
interface Judged {
  readonly id: string;
  readonly given: ReadonlySet<string>;
  readonly grades: Readonly<Record<string, number>>;
}

interface Figure {
  readonly f1: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** Micro-F1. Strict: grade 1 is left out. Lenient: grade 1 counts as grade 2. */
function score(sentences: readonly Judged[], mode: "strict" | "lenient"): Figure {
  const missed: string[] = [];
  const wrong: string[] = [];
  let right = 0;
  for (const { id, given, grades } of sentences) {
    for (const theme of themeIds) {
      const grade = grades[theme] ?? 0;
      if (mode === "strict" && grade === 1) continue;
      if (given.has(theme) && grade > 0) right += 1;
      else if (given.has(theme)) wrong.push(`${id} ${theme}`);
      else if (grade > 0) missed.push(`${id} ${theme}`);
    }
  }
  return { f1: (2 * right) / (2 * right + missed.length + wrong.length), missed, wrong };
}

const labelled = seeds.map((seed) => {
  const { article } = seed;
  const text = articleText(article);
  const sentences = splitSentences(text, article.language);
  const single = sentences.map((sentence) => ({ ...sentence, sentences: [sentence] }));
  return {
    seed,
    sentences,
    bySentence: labelThemes(article, single, matcher).passages,
    ...labelThemes(article, findPassages(text, sentences), matcher),
  };
});

/** Gold sentences with the themes of what holds them, a passage or a sentence. */
function judge(
  by: "passages" | "bySentence",
  counts: (terms: readonly string[], sentence: string) => boolean = () => true,
): Judged[] {
  return labelled.flatMap((article) =>
    article.seed.sentences.map(({ id, text, themes: grades }) => {
      const holder = article[by].find((passage) => passage.text.includes(text));
      const themes = holder?.themes.filter((theme) => counts(theme.terms, text)) ?? [];
      return { id, given: new Set(themes.map((theme) => theme.id)), grades };
    }),
  );
}

const WAYS = {
  "sentence by sentence": judge("bySentence"),
  "passage labels, where a term stands in the sentence": judge("passages", (terms, sentence) =>
    terms.some((term) => sentence.includes(term)),
  ),
  "passage labels, for every sentence": judge("passages"),
};

describe("sentences of the seeds", () => {
  it.each(labelled.map((article) => [article.seed.key, article] as const))(
    "are those of the gold in %s",
    (_, article) => {
      const found = article.sentences.map((sentence) => sentence.text);
      expect(found).toEqual(article.seed.sentences.map((sentence) => sentence.text));
    },
  );
});

describe("passages of the seeds", () => {
  it("join the sentences of the gold's quotations, and no others", () => {
    const runs = labelled.flatMap((article) =>
      article.passages.map((passage) =>
        article.seed.sentences
          .filter((sentence) => passage.text.includes(sentence.text))
          .map((sentence) => sentence.id),
      ),
    );
    expect(runs.filter((run) => run.length > 1)).toEqual([
      ["A0.9", "A0.10"],
      ["A3.6", "A3.7"],
      ["A4.14", "A4.15", "A4.16"],
    ]);
  });
});

describe("themes of the seeds' sentences", () => {
  it.each(Object.entries(WAYS))("agree with the gold: %s", (way, sentences) => {
    const strict = score(sentences, "strict");
    const lenient = score(sentences, "lenient");
    console.info(
      [
        `themes, ${way}: F1 ${strict.f1.toFixed(3)} strict, ${lenient.f1.toFixed(3)} lenient`,
        `  strict: missed ${strict.missed.join(", ") || "none"}; wrong ${strict.wrong.join(", ") || "none"}`,
        `  lenient: missed ${lenient.missed.length}, wrong ${lenient.wrong.length}`,
      ].join("\n"),
    );
    expect(strict.f1).toBeGreaterThanOrEqual(0.97);
    expect(lenient.f1).toBeGreaterThanOrEqual(0.8);
  });
});

describe("themes of the seeds", () => {
  it.each(labelled.map((article) => [article.seed.key, article] as const))(
    "%s joins those that the gold gives it",
    (_, article) => {
      const grades = article.seed.articleThemes;
      const wanted = themeIds.filter((id) => grades[id] === 2);
      const found = article.themes.filter((theme) => theme.assigned && grades[theme.id] !== 1);
      expect(found.map((theme) => theme.id)).toEqual(wanted);
    },
  );
});
