/** What the sourcing lacks, as it follows from who was heard. */
import { describe, expect, test } from "vitest";
import { findGaps } from "../../src/issue/gaps.js";
import { ledgerOf, silentSides } from "../../src/issue/ledger.js";
import type { CoverageEntry, IssueTheme, Ownership } from "../../src/model/issue.js";
import { EntitiesFileSchema, type Lexicon, ThemesFileSchema } from "../../src/model/lexicon.js";
import { sampleIssue } from "../templating/sample-issue.js";

interface Report {
  readonly outlet?: [string, Ownership] | null;
  readonly language?: string;
  readonly origin?: string;
}

const [sample] = sampleIssue.themes;
const [row] = sampleIssue.coverage;
if (sample === undefined || row === undefined) throw new Error("the sample has no theme");

function themeOf(id: string, reports: readonly Report[], silent: string[] = []): IssueTheme {
  const entries = reports.map(({ outlet = null, language = "en", origin }, at): CoverageEntry => {
    const article = `a-${id}-${at}`;
    const published = outlet && { name: outlet[0], ownership: outlet[1] };
    return {
      ...row,
      article,
      file: article,
      language,
      outlet: published,
      origin: origin ?? article,
    } as CoverageEntry;
  });
  const ids = entries.map(({ article }) => article ?? "");
  const own = { ...sample, id, reports: ids, backgroundReports: [] };
  const ledger = ledgerOf(own, new Map(entries.map((e) => [e.article ?? "", e])), silent);
  const origins = ids.slice(0, ledger.origins);
  return { ...own, origins, ledger } as IssueTheme;
}

function gapsOf(...themes: IssueTheme[]): string[] {
  const cited = themes.flatMap(({ reports }) => reports);
  const [source] = sampleIssue.sources;
  const sources = cited.map((article) => ({ ...source, article })) as typeof sampleIssue.sources;
  return findGaps(sources, themes, [])
    .filter(({ params }) => params.theme !== undefined)
    .map(({ kind, params }) =>
      `${params.theme}: ${kind} ${[params.languages ?? params.sides ?? ""]}`.trim(),
    );
}

describe("a theme lacks", () => {
  test("a second outlet where one wrote all reports", () => {
    const post: Report = { outlet: ["The Post", "private"], origin: "a-1" };
    expect(gapsOf(themeOf("truce", [post, post]))).toEqual(["truce: single-outlet"]);
    expect(gapsOf(themeOf("truce", [post]))).toEqual(["truce: single-origin"]);
  });

  test("a voice that no state pays, unless somebody's owner is not known", () => {
    const state: Report = { outlet: ["RT", "state"] };
    const funded: Report = { outlet: ["Al Arabiya", "state-funded"] };
    expect(gapsOf(themeOf("truce", [state, funded]))).toEqual(["truce: state-outlets-only"]);
    expect(gapsOf(themeOf("truce", [state, { outlet: null }]))).toEqual([]);
    expect(gapsOf(themeOf("truce", [state, { outlet: ["X", "unknown"] }]))).toEqual([]);
  });

  test("a language in which other themes are reported", () => {
    const truce = themeOf("truce", [{ language: "ar" }, { language: "en" }]);
    const deal = themeOf("deal", [{ language: "en" }, { language: "en" }]);
    expect(gapsOf(truce, deal)).toEqual(["deal: theme-no-language ar"]);
  });

  test("sides of which nobody speaks, and nothing of that where nothing is reported at all", () => {
    expect(gapsOf(themeOf("truce", [{}, {}], ["the east"]))).toEqual([
      "truce: side-not-heard the east",
    ]);
    expect(gapsOf(themeOf("truce", []))).toEqual(["truce: theme-not-reported"]);
  });
});

describe("a side is silent", () => {
  const lexicon = {
    themes: ThemesFileSchema.parse({
      themes: [{ id: "truce", title: {}, sides: ["east", "west"] }],
    }),
    entities: EntitiesFileSchema.parse({
      version: "1",
      sides: { east: { en: "the east", de: "der Osten" } },
      entities: [{ id: "general", type: "person", side: "west", name: "General" }],
    }),
  } as unknown as Lexicon;
  const analyses = new Map([["a-1", { attributions: [{ entity: "general" }] }]]) as never;

  test("where the lexicon wants it heard and nobody of it is", () => {
    expect(silentSides("truce", ["a-1"], analyses, lexicon, "de")).toEqual(["der Osten"]);
    expect(silentSides("truce", ["a-2"], analyses, lexicon, "fr")).toEqual(["the east", "west"]);
  });

  test("never of a theme for which the lexicon says nothing", () => {
    expect(silentSides("other", ["a-1"], analyses, lexicon, "en")).toEqual([]);
  });
});
