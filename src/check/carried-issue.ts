/** What a print carries and what lies beside it in, the issue that it is checked as out. */
import { dirname, join } from "node:path";
import { z } from "zod";
import { EVIDENCE, readTexts } from "../evidence/index.js";
import type { Host } from "../host/host.js";
import {
  allCitationsOf,
  checkParsed,
  MAX_ISSUE_BYTES,
  type ParsedIssue,
  parseIssue,
  sha256,
} from "../issue/index.js";
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue } from "../model/issue.js";
import { PROGRAM } from "../program.js";
import { COVERAGE, ISSUE } from "../records.js";
import { readJson } from "../text/read-json.js";
import { findAtHand } from "./at-hand.js";
import { folderOfIssue } from "./issue-beside.js";
import { readingsOf } from "./read-again.js";
import { readTextsOfCorpus } from "./texts-of-corpus.js";

/** A page or a PDF of a brief. */
export interface Print {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** Where to look for the workspace that it was made in; its own folder by default. */
  readonly folder?: string | undefined;
}

export interface CarriedIssue {
  readonly parsed: ParsedIssue | null;
  readonly faults: readonly Fault[];
}

/** The issue inside of a print; the one beside it is the same, or takes its place. */
export async function findIssue(
  host: Host,
  { file }: Print,
  carried: ReadonlyMap<string, Uint8Array>,
): Promise<CarriedIssue> {
  const path = join(folderOfIssue(file), ISSUE);
  const inside = carried.get(ISSUE);
  const size = await host.sizeOf(path);
  const beside = size !== null && size <= MAX_ISSUE_BYTES ? await host.readFile(path) : undefined;
  const bytes = inside ?? beside;
  if (bytes === undefined) {
    return { parsed: null, faults: [faultOf("issue-not-at-hand", "there is no issue", { file })] };
  }
  const { value: parsed, diagnostics } = parseIssue(bytes, file);
  if (parsed === null || inside === undefined || beside === undefined || isEqual(inside, beside)) {
    return { parsed, faults: diagnostics };
  }
  const other = parseIssue(beside, path).value?.issue;
  const isOfSame = other !== undefined && other.seal === parsed.issue.seal;
  const message = `the issue inside is not the ${ISSUE} beside it`;
  return { parsed, faults: isOfSame ? [] : [faultOf("issues-differ", message, { file })] };
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** The rules of an issue, with the texts that the print carries or that lie beside it. */
export async function checkCarried(
  host: Host,
  parsed: ParsedIssue,
  { file, folder }: Print,
  carried: ReadonlyMap<string, Uint8Array>,
): Promise<{ readonly faults: readonly Fault[]; readonly corpus: boolean }> {
  const { issue } = parsed;
  const inside = textsOf(carried.get("cited-articles.json"), issue);
  const home = folderOfIssue(file);
  const beside = await readTexts(host, join(home, EVIDENCE));
  const came = new Map([...beside, ...inside]);
  const read = await readTextsOfCorpus(host, folder ?? dirname(file), issue, came);
  const texts = new Map([...read, ...came]);
  const atHand = await findAtHand(host, folder ?? dirname(file), issue);
  const { sources, faults } = atHand;
  const readings = await readingsOf(host, issue, { beside: home, texts, ...atHand });
  const found = checkParsed(
    parsed,
    { texts, ...sources, readings, program: PROGRAM.version },
    file,
  );
  const broken = found.filter(({ code }) => code !== "citation-without-source");
  return {
    faults: [
      ...faults,
      ...broken,
      ...notVerified(issue, texts, file),
      ...checkBeside(issue, carried, file),
    ],
    corpus: sources.corpus !== null,
  };
}

function notVerified(issue: Issue, texts: ReadonlyMap<string, string>, file: string): Fault[] {
  const unread = allCitationsOf(issue).filter(({ article }) => !texts.has(article));
  if (unread.length === 0) return [];
  const articles = new Set(unread.map(({ article }) => article)).size;
  const message = `${unread.length} quotations of ${articles} articles are not verified: no texts at hand`;
  return [faultOf("quotations-not-verified", message, { file })];
}

/** Whole articles that ride along; one that is not the one that was cited helps nobody. */
function textsOf(bytes: Uint8Array | undefined, { sources }: Issue): ReadonlyMap<string, string> {
  const hashes = new Map(sources.map(({ article, textSha256 }) => [article, textSha256]));
  const texts = new Map<string, string>();
  for (const entry of articlesOf(bytes)) {
    const { article, text } = entry as { article?: unknown; text?: unknown };
    if (typeof article !== "string" || typeof text !== "string") continue;
    if (hashes.get(article) === sha256(text)) texts.set(article, text);
  }
  return texts;
}

/** Coverage and passages that ride along say what the issue says. */
function checkBeside(
  issue: Issue,
  carried: ReadonlyMap<string, Uint8Array>,
  file: string,
): readonly Fault[] {
  const differing = (name: string) =>
    faultOf("attachment-differs", `${name} does not say what the issue says`, { file });
  const quotes = new Set(quotesOf(issue));
  const passages = articlesOf(carried.get("cited-passages.json")).flatMap((entry) => {
    const { passages: list } = entry as { passages?: unknown };
    return Array.isArray(list) ? list.map((each) => String(each?.quote)) : [];
  });
  const coverage = carried.get(COVERAGE);
  const isSame =
    coverage === undefined ||
    JSON.stringify(articlesOf(coverage)) === JSON.stringify(issue.coverage);
  return [
    ...(isSame ? [] : [differing(COVERAGE)]),
    ...(passages.every((quote) => quotes.has(quote)) ? [] : [differing("cited-passages.json")]),
  ];
}

function quotesOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("quote" in value && typeof value.quote === "string") return [value.quote];
  return Object.values(value).flatMap(quotesOf);
}

const ArticlesSchema = z.object({ articles: z.array(z.unknown()) });

/** The list `articles` of a file that rides along; nothing where there is none. */
function articlesOf(bytes: Uint8Array | undefined): readonly unknown[] {
  const { data } = ArticlesSchema.safeParse(bytes && readJson(bytes));
  return data?.articles ?? [];
}
