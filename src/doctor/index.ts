/** A workspace, its machine and its engines in, what holds and what does not out; nothing is changed. */
import { openWorkspace } from "../config/workspace.js";
import { diagnose } from "../failed-run.js";
import { EngineError } from "../host/engine-error.js";
import { HostError } from "../host/host.js";
import type { CheckFinding, DoctorResult } from "../model/doctor.js";
import { type Check, type Examined, type Found, found, foundIn } from "./check.js";
import { clockCheck } from "./clock.js";
import { corpusCheck } from "./corpus.js";
import { diskCheck } from "./disk.js";
import { ENGINE_CHECKS } from "./engines.js";
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
  ...ENGINE_CHECKS,
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
    const told = (await lookSafely(look, examined)).map((one) => ({ check: name, ...one }));
    findings.push(...told.map((one) => onlyOnce(one, findings)));
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

/** An engine that is away keeps several looks from what they look at. */
function onlyOnce(one: CheckFinding, before: readonly CheckFinding[]): CheckFinding {
  const same = before.find(
    ({ check, state, found }) => check !== one.check && state === "error" && found === one.found,
  );
  if (same === undefined) return one;
  return { check: one.check, state: "skipped", found: `could not be looked at: see ${same.check}` };
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
