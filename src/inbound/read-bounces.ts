/** A workspace and mailboxes in, what came back of its messages out, and written into its ledger. */
import { loadDistribution } from "../config/distribution-file.js";
import { openWorkspace } from "../config/workspace.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import { ledgerPath, memoryLedger, openLedger, readLedger } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MailSettings } from "../model/distribution.js";
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
  { host, clock, secret: secretNamed }: BouncesMeans,
  { folder, paths, isRehearsal, believesUnsigned }: BouncesRequest,
): AsyncGenerator<InboundLine> {
  const kept: Diagnostic[] = [];
  const workspace = settle(await openWorkspace(host, folder), kept);
  const { mail } = settle(await loadDistribution(host, workspace), kept);
  if (mail === undefined) throw new FailedRun([noMail()]);
  const secret = secretOf(mail, secretNamed);
  const path = ledgerPath(workspace);
  // Where nothing was sent nothing can come back.
  const ledger = isRehearsal ? (readLedger(path) ?? memoryLedger()) : openLedger(path);
  try {
    yield* takeInbound(paths, {
      host,
      clock,
      ledger,
      secret,
      bounces: mail.bounces ?? mail.from.address,
      bouncesAllowed: mail.bouncesAllowed,
      isRehearsal,
      believesUnsigned,
    });
  } finally {
    ledger.close();
  }
}

/** @throws {FailedRun} */
function secretOf({ unsubscribe }: MailSettings, secretNamed: BouncesMeans["secret"]): string {
  if (unsubscribe === undefined) return "";
  const secret = secretNamed(unsubscribe.secretEnv);
  if (secret !== undefined && secret !== "") return secret;
  throw new FailedRun([
    {
      code: "mail-secret",
      severity: "error",
      message: "what signs messages is not set",
      place: { file: "distribution.yaml" },
      hint: `set the environment variable ${unsubscribe.secretEnv} to what it was when the messages were sent`,
    },
  ]);
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
