import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { memoryHost } from "../../src/host/memory.js";
import { inspectCorpus } from "../../src/inspect/inspect-corpus.js";

const FOLDER = "tests/cases/conflicts";
const CasesSchema = z.array(
  z.strictObject({
    name: z.string(),
    reports: z.record(
      z.string(),
      z.strictObject({
        day: z.string().optional(),
        language: z.string().default("en"),
        text: z.string(),
      }),
    ),
    conflicts: z.array(z.strictObject({ kind: z.string(), articles: z.array(z.string()) })),
  }),
);
const LineSchema = z.object({ kind: z.string(), articles: z.array(z.string()), note: z.string() });

async function conflictsOf(reports: z.infer<typeof CasesSchema>[number]["reports"]) {
  const given = Object.entries(reports).map(([id, { day, language, text }]) =>
    JSON.stringify({ id, text, language, published: day }),
  );
  const request = {
    stage: "conflicts",
    folder: "/",
    paths: [],
    asOf: "2100-01-01",
    given,
  } as const;
  const { lines } = await inspectCorpus(memoryHost(new Map()), request);
  return lines.map((line) => LineSchema.parse(line));
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"))) {
  describe(file, () => {
    test.each(CasesSchema.parse(parse(readFileSync(join(FOLDER, file), "utf8"))))(
      "$name",
      async ({ reports, conflicts }) => {
        const found = await conflictsOf(reports);
        expect(
          found.map(({ kind, articles }) => ({ kind, articles: [...articles].sort() })),
        ).toEqual(conflicts);
      },
    );
  });
}

test("a change of a count says what it was, what it is and when, in one sentence", async () => {
  const [line] = await conflictsOf({
    a: {
      day: "2021-05-03",
      language: "en",
      text: "A ferry sank off Manila on Monday. The sinking of the ferry killed 12 people, the coast guard said. Rescue ships searched the sea off Manila.",
    },
    b: {
      day: "2021-05-05",
      language: "en",
      text: "The ferry that sank off Manila was raised. The sinking killed 20 people, the coast guard said. Rescue ships ended the search in the sea off Manila.",
    },
  });
  expect(line?.note).toBe(
    "The count went from “12 people” (2021-05-03) to “20 people” (2021-05-05): a change, not a contradiction.",
  );
});
