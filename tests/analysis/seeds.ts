/** The five seed articles as their gold answers cut them: content sentences, with the gold's ids. */
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { NameUse, Span } from "../../src/model/analysis.js";
import { EntitiesFileSchema, type Entity, OutletsFileSchema } from "../../src/model/lexicon.js";
import { fold, foldText, originalRange } from "../../src/text/fold.js";

const GoldSchema = z.object({
  articles: z.array(
    z.object({
      key: z.string(),
      file: z.string(),
      published: z.string().nullable(),
      published_inferred: z.string().optional(),
      sentences: z.array(
        z.object({
          id: z.string(),
          start: z.number(),
          end: z.number(),
          role: z.string(),
          themes: z.record(z.string(), z.number()),
        }),
      ),
    }),
  ),
  attributions: z.array(
    z.object({
      id: z.string(),
      speaker: z.string(),
      cue: z.string(),
      type: z.string(),
      via: z.string().optional(),
      scored: z.boolean(),
    }),
  ),
  conflicts: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      claims: z.array(z.object({ id: z.string() })),
      scored: z.boolean(),
    }),
  ),
  corroboration: z.array(z.object({ fact: z.string(), ids: z.array(z.string()) })),
  timeline: z.array(
    z.object({
      date: z.string(),
      event: z.string(),
      ids: z.array(z.string()),
      precision: z.string(),
    }),
  ),
});

export const gold = GoldSchema.parse(
  JSON.parse(readFileSync("tests/gold/seeds-passages.json", "utf8")),
);

export interface Seed {
  readonly key: string;
  readonly text: string;
  readonly sentences: readonly (Span & { readonly id: string })[];
  readonly names: readonly NameUse[];
}

/** A dateline stands before the first sentence of a wire report. */
const DATELINE = /^\p{Lu}{2,} \([^)]*\) /u;

const lexicon = <T>(file: string, schema: z.ZodType<T>): T =>
  schema.parse(parse(readFileSync(`corpus/lexicon/${file}.yaml`, "utf8")));

/** The starter lexicon's entities and outlets. */
export const known = {
  entities: lexicon("entities", EntitiesFileSchema),
  outlets: lexicon("outlets", OutletsFileSchema),
};

/** Uses of the entities' English names and short forms, the longest form first at each place. */
function findNameForms(text: string): NameUse[] {
  const folded = foldText(text);
  const found: NameUse[] = [];
  for (const [form, entity] of forms) {
    for (let at = folded.folded.indexOf(form); at >= 0; at = folded.folded.indexOf(form, at + 1)) {
      const around = `${folded.folded[at - 1] ?? " "}${folded.folded[at + form.length] ?? " "}`;
      if (/[\p{L}\p{N}]/u.test(around)) continue;
      const { start, end } = originalRange(folded, at, at + form.length);
      const isTaken = found.some((use) => use.start < end && start < use.end);
      if (!isTaken && /^\p{Lu}|-\p{Lu}/u.test(text.slice(start, end))) {
        found.push({ start, end, text: text.slice(start, end), entity });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const forms = known.entities.entities
  .flatMap((entity: Entity) =>
    [...(entity.names.en ?? []), ...entity.short, ...entity.cs].map(
      (form) => [fold(form.replaceAll("*", "")), entity.id] as const,
    ),
  )
  .sort(([first], [second]) => second.length - first.length);

export const seeds: readonly Seed[] = gold.articles.map((article) => {
  const raw = readFileSync(`corpus/articles/${article.file}`, "utf8");
  let text = "";
  let last = 0;
  const sentences: (Span & { readonly id: string })[] = [];
  for (const { id, start, end, role } of article.sentences) {
    if (role !== "content") continue;
    // The repair of the quotation mark that stands in the next paragraph.
    const isSplit = raw.slice(last, start).includes('"');
    const previous = sentences.at(-1);
    if (isSplit && previous !== undefined) {
      text += '"';
      sentences.splice(-1, 1, { ...previous, end: text.length, text: `${previous.text}"` });
    }
    if (text !== "") text += !isSplit && raw.slice(last, start).includes("\n") ? "\n\n" : " ";
    const words = raw.slice(start, end).replace(DATELINE, "");
    sentences.push({ id, start: text.length, end: text.length + words.length, text: words });
    text += words;
    last = end;
  }
  return { key: article.key, text, sentences, names: findNameForms(text) };
});
