/** From the path of an issue to what does not hold in it, against the texts stored beside it and the corpus. */
import { dirname, join } from "node:path";
import { EVIDENCE, readTexts } from "../evidence/index.js";
import type { Host } from "../host/host.js";
import {
  allCitationsOf,
  checkParsed,
  type ParsedIssue,
  parseIssue,
  statementsOf,
} from "../issue/index.js";
import type { Fault } from "../model/fault.js";
import { PROGRAM } from "../program.js";
import { findAtHand } from "./at-hand.js";
import { readingsOf } from "./read-again.js";

export interface CheckResult {
  readonly statements: number;
  readonly citations: number;
  readonly articles: number;
  /** Whether the corpus that the issue was made from was at hand. */
  readonly corpus: boolean;
  readonly diagnostics: readonly Fault[];
}

/** An issue as it came, and what came with it. */
export interface IssueToCheck {
  readonly bytes: Uint8Array;
  /** Under which its faults are told. */
  readonly file: string;
  /** Cleaned texts that came with it, by article id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where to look for the workspace whose corpus it was made from. */
  readonly folder: string;
}

/**
 * @param folder where to look for the workspace whose corpus the issue was made from; that of the
 *   issue by default
 * @throws {HostError} where the issue cannot be read
 */
export async function checkIssueFile(
  host: Host,
  file: string,
  folder?: string,
): Promise<CheckResult> {
  const { value: parsed, diagnostics } = parseIssue(await host.readFile(file), file);
  if (parsed === null) return nothingChecked(diagnostics);
  const texts = await readTexts(host, join(dirname(file), EVIDENCE));
  const came = { file, texts, folder: folder ?? dirname(file) };
  const result = await checkParsedIssue(host, parsed, came);
  const { checkBundle } = await import("./check-bundle.js");
  const { faults, withoutText } = await checkBundle(host, dirname(file), parsed.issue);
  const told = result.diagnostics.filter((fault) => !needsText(fault, withoutText));
  const { checkApproval } = await import("./check-approval.js");
  const voided = await checkApproval(host, file, parsed);
  return { ...result, diagnostics: [...told, ...faults, ...voided] };
}

/** Of an article whose text is not kept, the words are checked against nothing. */
function needsText({ code, place }: Fault, withoutText: ReadonlySet<string>): boolean {
  const isOfText = code === "citation-without-source" || code === "speaker-differs";
  return isOfText && withoutText.has(place.article?.id ?? "");
}

/** The same of an issue that stands in no file of its own. */
export async function checkIssueBytes(
  host: Host,
  { bytes, ...came }: IssueToCheck,
): Promise<CheckResult> {
  const { value: parsed, diagnostics } = parseIssue(bytes, came.file);
  return parsed === null ? nothingChecked(diagnostics) : await checkParsedIssue(host, parsed, came);
}

async function checkParsedIssue(
  host: Host,
  parsed: ParsedIssue,
  { file, texts, folder }: Omit<IssueToCheck, "bytes">,
): Promise<CheckResult> {
  const { issue } = parsed;
  const atHand = await findAtHand(host, folder, issue);
  const readings = await readingsOf(host, issue, { beside: dirname(file), texts, ...atHand });
  const sources = { texts, ...atHand.sources, readings, program: PROGRAM.version };
  return {
    statements: statementsOf(issue).length,
    citations: allCitationsOf(issue).length,
    articles: issue.sources.length,
    corpus: sources.corpus !== null,
    diagnostics: [...atHand.faults, ...checkParsed(parsed, sources, file)],
  };
}

/** Of a file that cannot be read as a brief. */
export function nothingChecked(diagnostics: readonly Fault[]): CheckResult {
  return { statements: 0, citations: 0, articles: 0, corpus: false, diagnostics };
}
