import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { analyseArticles, relateArticles } from "../../src/analysis/index.js";
import { intervalOf } from "../../src/inspect/interval-of.js";
import type { Article } from "../../src/model/article.js";
import { EntitySchema, type Lexicon, OutletSchema } from "../../src/model/lexicon.js";
import { articles as seeds, lexicon as starter } from "./seeds.js";

const FOLDER = join(import.meta.dirname, "../cases/timeline");
const CaseSchema = z.strictObject({
  entities: z.array(EntitySchema),
  outlets: z.array(OutletSchema),
  articles: z.array(
    z.strictObject({
      id: z.string(),
      language: z.string(),
      outlet: z.string(),
      published: z.string(),
      text: z.string(),
    }),
  ),
  timeline: z.array(
    z.strictObject({
      date: z.string(),
      words: z.string(),
      by: z.array(z.string()),
      origins: z.int(),
      planned: z.boolean().default(false),
    }),
  ),
});

function articleOf(given: z.infer<typeof CaseSchema>["articles"][number]): Article {
  const [seed] = seeds;
  if (seed === undefined) throw new Error("no seeds");
  const { id, language, outlet, text } = given;
  const published = { date: given.published, precision: "day" as const, evidence: [] };
  return { ...seed, id, language, outlet, published, inferred: null, paragraphs: [text] };
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"))) {
  const { timeline, ...given } = CaseSchema.parse(parse(readFileSync(join(FOLDER, file), "utf8")));
  const articles = given.articles.map(articleOf);
  const lexicon: Lexicon = {
    ...starter,
    entities: { version: "1", entities: given.entities, contested: [], loaded: [] },
    outlets: { version: "1", outlets: given.outlets },
  };
  const entriesOf = (list: readonly Article[]) =>
    relateArticles(list, analyseArticles(list, lexicon), lexicon, {
      offTheme: true,
    }).timeline.map((item) => {
      const words = articles.find(({ id }) => id === item.passage.article)?.paragraphs[0] ?? "";
      return {
        date: intervalOf(item),
        event: words.slice(item.passage.start, item.passage.end),
        by: item.tellings.map(({ article }) => article).sort(),
        origins: item.origins,
        planned: item.planned,
      };
    });

  describe(`the timeline of ${file}`, () => {
    const entries = entriesOf(articles);

    test("has every event once, with all who tell it", () => {
      const expected = timeline.map(({ words, ...entry }) => ({
        ...entry,
        event: expect.stringContaining(words),
      }));
      expect(entries).toHaveLength(expected.length);
      expect(entries).toEqual(expect.arrayContaining(expected));
    });

    test("is the same in whatever order the articles come", () => {
      expect(entriesOf([...articles].reverse())).toEqual(entries);
    });
  });
}
