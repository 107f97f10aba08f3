/** Names of lists in, everybody on them out, with what they may not see and what they want no more of. */
import { join } from "node:path";
import { loadDistribution } from "./config/distribution-file.js";
import { listNames, loadRecipients } from "./config/recipient-lists.js";
import { openWorkspace, type Workspace } from "./config/workspace.js";
import { diagnose, FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { type Ledger, LedgerError, ledgerPath } from "./ledger/index.js";
import type { Suppression } from "./model/delivery.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { type Distribution, distributionOf } from "./model/distribution.js";
import { maySee, schemesWith } from "./model/marking.js";
import type { Recipient } from "./model/recipient.js";
import type { ListedRecipient, RecipientsResult } from "./model/recipients-result.js";
import {
  emptyList,
  ledgerUnread,
  noKey,
  noLists,
  noPassword,
  notTheirLanguage,
  ownTemplate,
  refusedBy,
} from "./recipients/index.js";

export interface ListRecipientsOutside {
  readonly host: Host;
  readonly readLedger: (path: string) => Promise<Ledger | null>;
  /** The value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
}

/** @param names all lists where none is named */
export async function listRecipients(
  outside: ListRecipientsOutside,
  folder: string,
  names: readonly string[],
): Promise<RecipientsResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const workspace = settle(await openWorkspace(outside.host, folder), diagnostics);
    const distribution = settle(await loadDistribution(outside.host, workspace), diagnostics);
    const { lists, recipients } = await readLists(
      outside,
      { workspace, distribution },
      names,
      diagnostics,
    );
    return { lists: [...lists], recipients, diagnostics };
  } catch (error) {
    return { lists: [], recipients: [], diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

interface House {
  readonly workspace: Workspace;
  readonly distribution: Distribution;
}

async function readLists(
  outside: ListRecipientsOutside,
  house: House,
  asked: readonly string[],
  diagnostics: Diagnostic[],
) {
  const { host } = outside;
  const { workspace } = house;
  const lists = asked.length > 0 ? asked : await allLists(host, house);
  if (lists.length === 0) {
    throw new FailedRun([noLists(`${workspace.settings.corpus}/recipients`)]);
  }
  const { value, diagnostics: said } = await loadRecipients(host, workspace, lists);
  const readers = value ?? [];
  const suppressions = await suppressionsOf(outside, workspace, diagnostics);
  const recipients = readers.map((one) => listed(one, house, suppressions));
  const named = new Set(readers.flatMap((one) => one.lists));
  const isRead = !said.some(({ severity }) => severity === "error");
  const empty = isRead ? lists.filter((list) => !named.has(list)) : [];
  const protection = await Promise.all(
    readers.map((one) => protectionFaults(outside, workspace, one)),
  );
  diagnostics.push(
    ...said,
    ...empty.map(emptyList),
    ...protection.flat(),
    ...forms(recipients, house),
  );
  return { lists, recipients };
}

/** Those in the folder, and those that a brief names. */
async function allLists(
  host: Host,
  { workspace, distribution }: House,
): Promise<readonly string[]> {
  const named = Object.values(distribution.briefs).flatMap(({ lists }) => lists);
  return [...new Set([...(await listNames(host, workspace)), ...named])].sort();
}

async function suppressionsOf(
  { readLedger }: ListRecipientsOutside,
  workspace: Workspace,
  diagnostics: Diagnostic[],
): Promise<readonly Suppression[]> {
  const path = ledgerPath(workspace);
  try {
    const ledger = await readLedger(path);
    const suppressions = (await ledger?.suppressions()) ?? [];
    await ledger?.close();
    return suppressions;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    diagnostics.push(ledgerUnread(path, error.message));
    return [];
  }
}

function listed(
  recipient: Recipient,
  house: House,
  suppressions: readonly Suppression[],
): ListedRecipient {
  const schemes = schemesWith(house.workspace.settings.markings);
  const refused = briefsFor(recipient, house)
    .map(([brief, { marking }]) => ({ brief, marking: marking.label }))
    .filter(({ marking }) => !maySee(recipient.markings, marking, schemes));
  const suppressed = suppressions.filter((one) => one.recipient === recipient.id);
  return { ...recipient, suppressed: suppressed.map((one) => ({ ...one })), refused };
}

function briefsFor({ lists }: Pick<Recipient, "lists">, { workspace, distribution }: House) {
  return Object.entries(workspace.settings.briefs).filter(([id]) =>
    distributionOf(distribution, id).lists.some((list) => lists.includes(list)),
  );
}

/** What a message to them needs, and is not there. */
async function protectionFaults(
  { host, secret }: ListRecipientsOutside,
  { root }: Workspace,
  { address, encryption }: Recipient,
): Promise<Diagnostic[]> {
  if (encryption.kind === "openpgp") {
    const isThere = await host.exists(join(root, encryption.keyFile));
    return isThere ? [] : [noKey(address, encryption.keyFile)];
  }
  if (encryption.kind === "none" || secret(encryption.passwordEnv)) return [];
  return [noPassword(address, encryption.passwordEnv)];
}

/** What they would get other than their list says, one for each brief. */
function forms(recipients: readonly ListedRecipient[], house: House): Diagnostic[] {
  const refused = Object.entries(house.workspace.settings.briefs).flatMap(([id, { marking }]) => {
    const those = recipients.filter((one) => one.refused.some(({ brief }) => brief === id));
    return those.length === 0 ? [] : [refusedBy(id, marking.label, those)];
  });
  const languages = Object.entries(house.workspace.settings.briefs).flatMap(([id, brief]) => {
    const own = recipients.filter((one) => briefsFor(one, house).some(([name]) => name === id));
    const others = own.filter(
      ({ language }) => language !== null && !brief.languages.includes(language),
    );
    return others.length === 0 ? [] : [notTheirLanguage(id, brief.languages[0] ?? "en", others)];
  });
  const templates = recipients.filter(({ template }) => template !== null);
  return [...refused, ...languages, ...(templates.length === 0 ? [] : [ownTemplate(templates)])];
}
