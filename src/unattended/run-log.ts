/** What earlier runs did: `corpus/record/runs.jsonl`, a line for each issue, only ever added to. */
import { z } from "zod";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { RunIssueSchema } from "../model/run-result.js";
import { pathOf, type RecordHome, recordFolder } from "../record/index.js";
import { isWeek } from "./due-weeks.js";

const RunLineSchema = z.strictObject({
  at: z.iso.datetime(),
  brief: z.string(),
  issue: z.string(),
  outcome: RunIssueSchema.shape.outcome,
});
export type RunLine = z.infer<typeof RunLineSchema>;

export interface RunLog {
  readonly lines: readonly RunLine[];
  readonly diagnostics: readonly Diagnostic[];
}

const fileOf = (home: RecordHome) => recordFolder(home, "runs.jsonl");

/** A line that cannot be read counts for nothing and is told: at worst an issue is made once more. */
export async function readRunLog(host: Host, home: RecordHome): Promise<RunLog> {
  const file = fileOf(home);
  const path = pathOf(home, file);
  if (!(await host.exists(path))) return { lines: [], diagnostics: [] };
  const texts = new TextDecoder().decode(await host.readFile(path)).split("\n");
  const lines: RunLine[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [at, text] of texts.entries()) {
    if (text.trim() === "") continue;
    const line = RunLineSchema.safeParse(parseJson(text)).data;
    if (line === undefined) diagnostics.push(unreadable(file, at + 1));
    else lines.push(line);
  }
  return { lines, diagnostics };
}

export async function addToRunLog(host: Host, home: RecordHome, line: RunLine): Promise<void> {
  await host.appendLine(pathOf(home, fileOf(home)), JSON.stringify(line));
}

/** Weeks of a brief that need no more work, and the first that any run was asked for. */
export function weeksOf(
  { lines }: RunLog,
  brief: string,
): { readonly made: ReadonlySet<string>; readonly begun: string | null } {
  const own = lines.filter((line) => line.brief === brief && isWeek(line.issue));
  const made = own.filter(({ outcome }) => outcome === "made" || outcome === "standing");
  return {
    made: new Set(made.map(({ issue }) => issue)),
    begun: own.map(({ issue }) => issue).sort()[0] ?? null,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unreadable(file: string, line: number): Diagnostic {
  return {
    code: "run-log-unreadable",
    severity: "warning",
    message: "is no line of a run, and counts for nothing",
    place: { file, line },
    hint: "take the line out, or put the file back from a copy of the record",
  };
}
