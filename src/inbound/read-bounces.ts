/** A workspace and mailboxes in, what came back of its messages out, and written into its ledger. */
import { loadDistribution } from "../config/distribution-file.js";
import { openWorkspace } from "../config/workspace.js";
import { FailedRun, settle, tellingAll } from "../failed-run.js";
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import { ledgerPath, ledgersOf, memoryLedger } from "../ledger/index.js";
import { unsubscribeSecret } from "../mail/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { InboundLine } from "../model/inbound.js";
import { takeInbound } from "./take-inbound.js";

export interface BouncesRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly isRehearsal: boolean;
  readonly believesUnsigned: boolean;
}

export interface BouncesMeans {
  readonly host: Host;
  readonly clock: Clock;
  /** Value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
}

/**
 * @throws {FailedRun} without a workspace, without settings of mail, and without the secret that they name
 * @throws {LedgerError} where the ledger cannot be read or written
 */
export async function* readBounces(
  means: BouncesMeans,
  { folder, paths, isRehearsal, believesUnsigned }: BouncesRequest,
): AsyncGenerator<InboundLine> {
  const kept: Diagnostic[] = [];
  const { mail, secret, path } = await tellingAll(kept, prepare(means, folder, kept));
  const { openLedger, readLedger } = ledgersOf(means.host);
  // Where nothing was sent nothing can come back.
  const ledger = isRehearsal
    ? ((await readLedger(path)) ?? memoryLedger())
    : await openLedger(path);
  try {
    yield* takeInbound(paths, {
      ...means,
      ledger,
      secret,
      bounces: mail.bounces ?? mail.from.address,
      bouncesAllowed: mail.bouncesAllowed,
      isRehearsal,
      believesUnsigned,
    });
  } finally {
    await ledger.close();
  }
}

async function prepare(
  { host, secret: secretNamed }: BouncesMeans,
  folder: string,
  kept: Diagnostic[],
) {
  const workspace = settle(await openWorkspace(host, folder), kept);
  const { mail } = settle(await loadDistribution(host, workspace), kept);
  if (mail === undefined) throw new FailedRun([noMail()]);
  const secret = settle(unsubscribeSecret(mail.unsubscribe, secretNamed), kept);
  return { mail, secret, path: ledgerPath(workspace) };
}

function noMail(): Diagnostic {
  return {
    code: "no-mail",
    severity: "error",
    message: "says nothing of mail, so that nothing can come back",
    place: { file: "distribution.yaml" },
    hint: "set mail: { relay: …, from: … }",
  };
}
