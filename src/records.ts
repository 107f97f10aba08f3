/** From an issue to the files that keep it: the issue and its coverage, beside its evidence. */
import { join } from "node:path";
import { EVIDENCE, MANIFEST } from "./evidence/index.js";
import type { Host } from "./host/host.js";
import { coverageOf } from "./issue/index.js";
import { toJson } from "./json.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { FILE_OF_EXPORT } from "./model/export-format.js";
import { FILE_OF_FORMAT } from "./model/format.js";
import { type Coverage, CoverageSchema, type Issue, IssueSchema } from "./model/issue.js";

export const ISSUE = FILE_OF_FORMAT.json;
export const COVERAGE = "coverage.json";

/** The issue that a path names: the file itself, or the one in the folder. */
export async function issueFileAt(host: Host, path: string): Promise<string> {
  const inside = join(path, ISSUE);
  return (await host.sizeOf(path)) === null && (await host.exists(inside)) ? inside : path;
}

/**
 * What pages and PDF say of themselves is no part of the account of articles, which rides in both.
 * @param diagnostics of everything before them
 */
export function accountOf(issue: Issue, diagnostics: readonly Diagnostic[]): Coverage {
  return coverageOf(issue, diagnostics.filter(isOfArticles));
}

/** What the disk had to say is no part of a brief: elsewhere it would not say it. */
function isOfArticles({ code }: Diagnostic): boolean {
  return code !== "index-unused";
}

/** @returns bytes by path below the issue's folder */
export function recordsOf(issue: Issue, coverage: Coverage): Map<string, Uint8Array> {
  return new Map([
    [ISSUE, toJson(issue, IssueSchema)],
    [COVERAGE, toJson(coverage, CoverageSchema)],
  ]);
}

/** What this program writes into an issue's folder; anything else there is the desk's. */
const OWN = new Set([
  ...Object.values(FILE_OF_FORMAT),
  ...Object.values(FILE_OF_EXPORT),
  "fonts",
  COVERAGE,
  MANIFEST,
  EVIDENCE,
]);

/**
 * Where an issue lies below the folder of its brief: in the brief's first language right there, in any
 * other one in a folder of its own in it, whole, so that neither takes a file of the other.
 * @param languages those of the brief, the first one first
 */
export function issueFolder(
  { id, brief }: Pick<Issue, "id" | "brief">,
  languages: readonly string[],
): string {
  const isFirst = brief.language === firstLanguage(languages);
  return join(brief.id, id, ...(isFirst ? [] : [brief.language]));
}

/** The language that a brief is made and released in where no other is asked for. */
export function firstLanguage(languages: readonly string[]): string {
  return languages[0] ?? "en";
}

/** The folders of other languages are no work of the run that writes beside them, and stay as well. */
export function isForeign(name: string): boolean {
  return !OWN.has(name);
}
