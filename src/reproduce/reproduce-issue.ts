/** The path of a finished issue in; whether its manifest gives every file of it again, and if not why, out. */
import { dirname, join } from "node:path";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { viewImports } from "../corpus/index.js";
import { MANIFEST, parseManifest, readManifest } from "../evidence/index.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { parseIssue, periodOfDays } from "../issue/index.js";
import type { Outcome } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Manifest } from "../model/manifest.js";
import type { InputDifference, Reproduction } from "../model/reproduction.js";
import { generate } from "../pipeline.js";
import { PROGRAM } from "../program.js";
import { recordFolder } from "../record/index.js";
import { issueFileAt } from "../records.js";
import { compareInputs, findKept } from "./compare-inputs.js";
import { compareOutputs } from "./compare-outputs.js";
import { pastHost } from "./past-host.js";
import { shownThen } from "./shown-then.js";

export interface ReproduceRequest {
  /** Path of an `issue.json`, or of its folder. */
  readonly file: string;
  /** Where to look for the workspace that it was made from; the issue's own folder by default. */
  readonly folder?: string | undefined;
}

/**
 * @throws {HostError} where the issue cannot be read
 * @throws {FailedRun} where it has no manifest, or its workspace is not at hand
 */
export async function reproduceIssue(host: Host, request: ReproduceRequest): Promise<Reproduction> {
  const file = await issueFileAt(host, request.file);
  const folder = dirname(file);
  const issue = readIssue(await host.readFile(file), file);
  const manifest = await manifestOf(host, folder, issue);
  const workspace = given(await openWorkspace(host, request.folder ?? folder));
  const { made, written, diagnostics } = await runAgain(host, workspace, issue, manifest);
  const again = parseManifest(written.get(MANIFEST) ?? new Uint8Array());
  const now = again === "malformed" ? manifest.inputs : again.inputs;
  written.delete(MANIFEST);
  const released = recordFolder(workspace, issue.brief.id, issue.id, `v${issue.version}`);
  const folders = [folder, join(workspace.root, released)];
  const inputs = [
    ...programDifference(manifest),
    ...(await findKept(host, folders, issue, compareInputs(manifest.inputs, now))),
  ];
  const outputs = made ? await compareOutputs(host, folder, manifest.outputs, written) : [];
  const count = manifest.outputs.length;
  return {
    issue: `${issue.brief.id} ${issue.id}, version ${issue.version}`,
    holds: made && outputs.length === 0 && inputs.length === 0,
    same: made ? count - outputs.filter(({ expected }) => expected !== null).length : 0,
    inputs,
    outputs,
    diagnostics: made ? [] : [...diagnostics],
  };
}

/** With the options of the run; what came in since is not there. */
async function runAgain(host: Host, workspace: Workspace, issue: Issue, { options }: Manifest) {
  const { root, settings } = workspace;
  const articles = join(root, settings.corpus, "articles");
  const imports = await viewImports(host, root, articles);
  try {
    const past = pastHost(imports.host, shownThen(workspace, issue));
    const { from, to } = options.period;
    const { made, diagnostics } = await generate(past.host, {
      folder: root,
      brief: issue.brief.id,
      period: periodOfDays(from, to),
      asOf: options.asOf ?? undefined,
      language: options.language ?? undefined,
      template: options.template ?? undefined,
      formats: new Set(options.formats),
      exports: new Set(options.exports),
      isReissue: options.reissue,
    });
    return { made: made !== null, written: past.written, diagnostics };
  } finally {
    imports.close();
  }
}

/** @throws {FailedRun} with what was said, where there is no value */
function given<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === null) throw new FailedRun(diagnostics);
  return value;
}

function readIssue(bytes: Uint8Array, file: string): Issue {
  return given(parseIssue(bytes, file)).issue;
}

async function manifestOf(host: Host, folder: string, issue: Issue): Promise<Manifest> {
  const manifest = await readManifest(host, folder);
  const refuse = (code: string, message: string, hint: string): never => {
    throw new FailedRun([
      { code, severity: "error", message, place: { file: join(folder, MANIFEST) }, hint },
    ]);
  };
  if (manifest === null) {
    return refuse(
      "manifest-missing",
      "is not there",
      "keep it beside its issue: it says what the issue was made from",
    );
  }
  if (manifest === "malformed") {
    return refuse(
      "manifest-malformed",
      "is no manifest of this program",
      "put the file back as it was written",
    );
  }
  if (manifest.issue.seal === issue.seal) return manifest;
  return refuse(
    "manifest-of-another",
    "is of another issue, or of another version of it",
    "keep each manifest beside its own issue",
  );
}

function programDifference({ program }: Manifest): InputDifference[] {
  if (program.version === PROGRAM.version) return [];
  const name = `${PROGRAM.name}, the program`;
  return [{ name, expected: program.version, actual: PROGRAM.version, keptIn: null }];
}
