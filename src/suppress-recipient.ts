/** An address and a wish of the desk in, who gets no more of which brief, or gets it again, in the ledger out. */
import { openWorkspace } from "./config/workspace.js";
import { diagnose, FailedRun, settle } from "./failed-run.js";
import type { Clock } from "./host/clock.js";
import type { Host } from "./host/host.js";
import { type Ledger, LedgerError, ledgerPath } from "./ledger/index.js";
import type { Suppression } from "./model/delivery.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { parseAddress } from "./recipients/index.js";
import { closest } from "./text/suggest.js";

export interface SuppressRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  readonly address: string;
  /** Of which they get no more, or get again; all by default. */
  readonly brief: string | undefined;
  /** Why, for whoever asks later. */
  readonly note: string | null;
  /** Whether they get it again. */
  readonly isRestored: boolean;
}

export interface SuppressResult {
  /** What holds of the address now; null where nothing was done. */
  readonly suppressions: readonly Suppression[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function suppressRecipient(
  outside: {
    readonly host: Host;
    readonly clock: Clock;
    readonly openLedger: (path: string) => Promise<Ledger>;
  },
  request: SuppressRequest,
): Promise<SuppressResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const workspace = settle(await openWorkspace(outside.host, request.folder), diagnostics);
    const recipient = recipientOf(request.address);
    mustBeThere(request.brief, Object.keys(workspace.settings.briefs));
    const path = ledgerPath(workspace);
    const suppressions = await change(
      () => outside.openLedger(path),
      path,
      async (ledger) => {
        const at = new Date(outside.clock.now()).toISOString();
        if (request.isRestored) await restore(ledger, recipient, request.brief);
        else {
          const { brief = null, note } = request;
          await ledger.suppress({ recipient, brief, reason: "by-hand", at, note });
        }
        return (await ledger.suppressions()).filter((one) => one.recipient === recipient);
      },
    );
    return { suppressions, diagnostics };
  } catch (error) {
    return { suppressions: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

/** @throws {FailedRun} */
function recipientOf(address: string): string {
  const parsed = parseAddress(address.trim());
  if (parsed.kind === "address") return parsed.value.id;
  const { message, hint } = parsed;
  throw new FailedRun([{ code: "recipient-address", severity: "error", message, hint }]);
}

/** @throws {FailedRun} */
function mustBeThere(brief: string | undefined, known: readonly string[]): void {
  if (brief === undefined || known.includes(brief)) return;
  const near = closest(brief, known);
  const hint = near === null ? `there are ${known.join(", ")}` : `did you mean “${near}”?`;
  const message = `there is no brief “${brief}”`;
  throw new FailedRun([{ code: "unknown-brief", severity: "error", message, hint }]);
}

/** Of one brief what holds for all of them stays. */
async function restore(
  ledger: Ledger,
  recipient: string,
  brief: string | undefined,
): Promise<void> {
  const own = (await ledger.suppressions()).filter((one) => one.recipient === recipient);
  const scopes = brief === undefined ? new Set(own.map((one) => one.brief)) : new Set([brief]);
  for (const scope of scopes) await ledger.restore(recipient, scope);
}

/** @throws {FailedRun} where the ledger cannot be written */
async function change<T>(
  open: () => Promise<Ledger>,
  file: string,
  work: (ledger: Ledger) => Promise<T>,
): Promise<T> {
  try {
    const ledger = await open();
    try {
      return await work(ledger);
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    const message = `the ledger cannot be written (${error.message})`;
    const hint = "look whether the disk is full, and who may write there";
    const code = `ledger-${error.kind}`;
    throw new FailedRun([{ code, severity: "error", message, place: { file }, hint }]);
  }
}
