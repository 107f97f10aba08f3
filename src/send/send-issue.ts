/** What a person calls an issue in, the issue sent to those it was approved for out. */
import { join } from "node:path";
import { DISTRIBUTION_FILE, loadDistribution } from "../config/distribution-file.js";
import type { Workspace } from "../config/workspace.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import type { Relay, RelayAccess } from "../host/relay.js";
import { type Ledger, LedgerError, ledgerPath } from "../ledger/index.js";
import { readMailAccess } from "../mail/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MailSettings, RelaySettings } from "../model/distribution.js";
import type { SendEnd, SendLine, SendStatus } from "../model/send-result.js";
import { findIssue } from "../release/find-issue.js";
import { approvedEdition, type SendOccasion } from "./approved-edition.js";
import type { Edition } from "./edition.js";
import { sendEdition } from "./send-edition.js";
import { ledgerFault, noMailSettings } from "./send-faults.js";
import { refused } from "./send-lines.js";
import type { SendMeans, SendOptions } from "./send-means.js";
import { sendStatus } from "./send-status.js";
import { sendTest } from "./send-test.js";

export interface SendHost {
  readonly host: Host;
  readonly clock: Clock;
  readonly openRelay: (settings: RelaySettings, access: RelayAccess) => Relay;
  readonly openLedger: (path: string) => Promise<Ledger>;
  readonly readLedger: (path: string) => Promise<Ledger | null>;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  /** Bytes that nobody can guess. */
  readonly random: (count: number) => Uint8Array;
  readonly stop: AbortSignal;
  readonly onLine: (line: SendLine) => void;
}

export interface SendRequest extends SendOptions {
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** As a person names an issue. */
  readonly words: readonly string[];
  /** Who sends it. */
  readonly by: string;
  /** The issue itself by default. */
  readonly occasion?: SendOccasion | undefined;
  /** One address of the desk that gets a test in the place of everybody. */
  readonly to: string | undefined;
}

/** @returns the last line, told as the others were */
export async function sendIssue(outside: SendHost, request: SendRequest): Promise<SendEnd> {
  const diagnostics: Diagnostic[] = [];
  try {
    const { edition, means, mail } = await prepare(outside, request, diagnostics);
    const told = { ...means, onLine: telling(outside.onLine, diagnostics) };
    return request.to === undefined
      ? withDiagnostics(await sendEdition(edition, request, told), diagnostics)
      : await sendTest(edition, request.to, mail, told);
  } catch (error) {
    const end = refused([...diagnostics, ...diagnose(error)]);
    outside.onLine(end);
    return end;
  }
}

/** What was said before the first line is told with the last. */
function telling(onLine: SendHost["onLine"], said: readonly Diagnostic[]): SendHost["onLine"] {
  return (line) => onLine(line.kind === "end" ? withDiagnostics(line, said) : line);
}

function withDiagnostics(end: SendEnd, said: readonly Diagnostic[]): SendEnd {
  return { ...end, diagnostics: [...said, ...end.diagnostics] };
}

interface Prepared {
  readonly edition: Edition;
  readonly means: SendMeans;
  readonly mail: MailSettings;
}

/** @throws {FailedRun} where the issue is not approved, or nothing could be sent */
async function prepare(
  outside: SendHost,
  { folder, words, by, occasion = "issue" }: SendRequest,
  diagnostics: Diagnostic[],
): Promise<Prepared> {
  const { host, clock, secret, random } = outside;
  const { workspace, brief, issue } = await findIssue(host, words, folder, diagnostics);
  const distribution = settle(await loadDistribution(host, workspace), diagnostics);
  const { mail } = distribution;
  if (mail === undefined) throw new FailedRun([noMailSettings(DISTRIBUTION_FILE)]);
  const { relay, keys } = settle(
    await readMailAccess(host, workspace.root, mail, secret),
    diagnostics,
  );
  const name = { brief, issue };
  const readLedger = () => openRead(outside, ledgerPath(workspace));
  const outer = { host, clock, secret, random, readLedger };
  const about = { ...outer, workspace, distribution, mail, keys, name, by, occasion };
  const edition = settle(await approvedEdition(about), diagnostics);
  const means: SendMeans = {
    ...outside,
    takeLock: host.takeLock,
    openRelay: () => outside.openRelay(mail.relay, relay),
    ledgerPath: ledgerPath(workspace),
    isShared: (host.engines?.ledger ?? null) !== null,
    mail,
    keepPreviews: (previews) => keepPreviews(host, workspace, edition, previews),
  };
  return { edition, means, mail };
}

/** @throws {FailedRun} where there is one that cannot be read */
async function openRead(
  { readLedger }: Pick<SendHost, "readLedger">,
  path: string,
): Promise<Ledger | null> {
  try {
    return await readLedger(path);
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new FailedRun([ledgerFault(error, path)]);
  }
}

/** In the output, which can go: what an earlier look left there goes as well. */
async function keepPreviews(
  host: Host,
  { root, settings }: Workspace,
  { brief, issue }: Pick<Edition, "brief" | "issue">,
  previews: ReadonlyMap<string, Uint8Array>,
): Promise<readonly string[]> {
  if (previews.size === 0) return [];
  const shown = join(settings.out, brief, issue, "messages");
  await host.writeFiles(join(root, shown), previews);
  return [...previews.keys()].map((name) => join(shown, name));
}

/** What the ledger has of an issue: also of one that is approved no more. */
export async function statusOfIssue(
  { host, readLedger }: Pick<SendHost, "host" | "readLedger">,
  { folder, words }: Pick<SendRequest, "folder" | "words">,
): Promise<{ readonly status: SendStatus | null; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const { workspace, brief, issue } = await findIssue(host, words, folder, diagnostics);
    const path = ledgerPath(workspace);
    try {
      const ledger = await readLedger(path);
      const status = await sendStatus(ledger, { brief, issue });
      await ledger?.close();
      return { status, diagnostics };
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      throw new FailedRun([ledgerFault(error, path)]);
    }
  } catch (error) {
    return { status: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}
