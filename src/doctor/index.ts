/** A workspace, its machine and its engines in, what holds and what does not out; nothing is changed. */
import { openWorkspace } from "../config/workspace.js";
import { diagnose } from "../failed-run.js";
import { EngineError } from "../host/engine-error.js";
import { HostError } from "../host/host.js";
import type { DoctorResult } from "../model/doctor.js";
import { type Check, type Examined, type Found, found, foundIn } from "./check.js";
import { clockCheck } from "./clock.js";
import { corpusCheck } from "./corpus.js";
import { diskCheck } from "./disk.js";
import { fontsCheck } from "./fonts.js";
import { ledgerCheck } from "./ledger.js";
import { lexiconCheck } from "./lexicon.js";
import { mailCheck } from "./mail.js";
import { nodeCheck } from "./node.js";
import { recordCheck } from "./record.js";
import { settingsCheck } from "./settings.js";
import { templatesCheck } from "./templates.js";

export type { ProgramFacts } from "./check.js";

/** In the order of telling: first what all else stands on. */
export const CHECKS: readonly Check[] = [
  nodeCheck,
  settingsCheck,
  lexiconCheck,
  templatesCheck,
  fontsCheck,
  corpusCheck,
  recordCheck,
  ledgerCheck,
  mailCheck,
  diskCheck,
  clockCheck,
];

export type Request = Omit<Examined, "workspace">;

export async function examine(
  request: Request,
  checks: readonly Check[] = CHECKS,
): Promise<DoctorResult> {
  const { value: workspace, diagnostics } = await openWorkspace(request.host, request.folder);
  const faults = [...diagnostics, ...request.faults];
  const examined: Examined = { ...request, workspace, faults };
  const findings: DoctorResult["findings"] = [];
  for (const { name, look } of checks) {
    for (const one of await lookSafely(look, examined)) findings.push({ check: name, ...one });
  }
  const { engines } = request.host;
  return {
    version: request.program.version,
    workspace: workspace?.root ?? null,
    engines: {
      corpus: engines?.corpus?.url ?? null,
      ledger: engines?.ledger?.url ?? null,
      queue: engines?.queue?.url ?? null,
    },
    findings,
  };
}

/** A look that fails has found something too, and the others go on. */
async function lookSafely(look: Check["look"], examined: Examined): Promise<readonly Found[]> {
  try {
    return await look(examined);
  } catch (error) {
    if (error instanceof HostError || error instanceof EngineError) return foundIn(diagnose(error));
    const message = error instanceof Error ? error.message : String(error);
    return [found("error", `could not be looked at: ${message}`)];
  }
}
