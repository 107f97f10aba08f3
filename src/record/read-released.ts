/** A released issue by its place in the record in, the issue in today's shape with the texts it cites out. */
import { join } from "node:path";
import { type Host, HostError } from "../host/host.js";
import { parseIssue } from "../issue/index.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { readEvidence } from "./read-evidence.js";
import type { ReleasedIssue } from "./read-heads.js";

export interface ReadIssue {
  readonly issue: Issue;
  /** Cleaned texts of the articles that it cites, by id; each has the hash that was cited. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Null where the issue is not as it was released: then nothing of it may be used. */
export async function readReleased(
  host: Host,
  released: Pick<ReleasedIssue, "folder" | "shown" | "seal">,
): Promise<Outcome<ReadIssue>> {
  const { folder, shown } = released;
  const file = `${shown}/issue.json`;
  const bytes = await host.readFile(join(folder, "issue.json")).catch(refused);
  if (bytes instanceof HostError) {
    const { message, hint } = bytes;
    return refuse({ code: "host", severity: "error", message, place: { file }, hint });
  }
  const { value, diagnostics } = parseIssue(bytes, file);
  if (value === null) return { value: null, diagnostics };
  if (!value.sealHolds || value.issue.seal !== released.seal) return refuse(brokenSeal(file));
  const evidence = await readEvidence(host, folder, value.issue.sources, shown);
  return { value: { issue: value.issue, texts: evidence.texts }, ...evidence };
}

function refused(error: unknown): HostError {
  if (error instanceof HostError) return error;
  throw error;
}

function refuse(diagnostic: Diagnostic): Outcome<ReadIssue> {
  return { value: null, diagnostics: [diagnostic] };
}

function brokenSeal(file: string): Diagnostic {
  return {
    code: "seal-broken",
    severity: "error",
    message: "the released issue is not as it was made: its content does not match its seal",
    place: { file },
    hint: "put the released file back, from a copy of the record",
  };
}
