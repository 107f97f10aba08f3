/**
 * An edition and a request in, its messages handed over and accounted for out: the plan first, each
 * delivery as it is settled, the end last.
 */
import type { DeliveryFilter, Ledger } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlannedRecipient, SendEnd } from "../model/send-result.js";
import { type DispatchEnd, type DispatchStep, dispatch } from "./dispatch.js";
import { type Edition, listsOf } from "./edition.js";
import { consignmentsOf, parcelOf, planEdition } from "./plan-edition.js";
import {
  faultOfEnd,
  ledgerLost,
  otherSender,
  tooLate,
  underEmbargo,
  unknownList,
} from "./send-faults.js";
import { asFault, deliveryLine, endLine, listsAsked, planLine, refused } from "./send-lines.js";
import type { SendMeans, SendOptions } from "./send-means.js";
import { tryOut } from "./try-out.js";

/** @returns the last line, told as the others were */
export async function sendEdition(
  edition: Edition,
  options: SendOptions,
  means: SendMeans,
): Promise<SendEnd> {
  const unknown = unknownLists(edition, options);
  const faults = [...unknown, ...faultsOfTime(edition, means.clock.now())];
  const end = await endOf();
  means.onLine(end);
  return end;

  async function endOf(): Promise<SendEnd> {
    if (unknown.length > 0) return refused(faults);
    if (options.isDryRun) return tryOut(edition, options, means, faults);
    return faults.length > 0 ? refused(faults) : await sendLocked(edition, options, means);
  }
}

function unknownLists(edition: Edition, { lists }: SendOptions): Diagnostic[] {
  const known = listsOf(edition);
  return lists.filter((list) => !known.includes(list)).map((list) => unknownList(list, known));
}

function faultsOfTime({ embargo, sendBy }: Edition, now: number): Diagnostic[] {
  const isEarly = embargo !== null && now < Date.parse(embargo);
  const isLate = sendBy !== null && now >= Date.parse(sendBy);
  return [...(isEarly ? [underEmbargo(embargo)] : []), ...(isLate ? [tooLate(sendBy)] : [])];
}

/**
 * One sender at a time, of the ledger or, where machines share it, of the issue: whoever comes second is
 * told so, and does nothing.
 */
async function sendLocked(
  edition: Edition,
  options: SendOptions,
  means: SendMeans,
): Promise<SendEnd> {
  const { brief, issue } = edition;
  const scope = means.isShared ? { brief, issue } : {};
  const lock = await means.takeLock(lockPath(means.ledgerPath, scope));
  if (lock === null) return refused([otherSender()]);
  try {
    const ledger = await means.openLedger(means.ledgerPath);
    try {
      await ledger.recover(new Date(means.clock.now()).toISOString(), scope);
      return await sendBy(ledger, edition, options, means);
    } finally {
      await ledger.close();
    }
  } catch (error) {
    return refused([asFault(error, means)]);
  } finally {
    lock.release();
  }
}

/** Hidden beside the ledger: what is locked is the ledger, whatever workspace it is reached from. */
export function lockPath(ledgerPath: string, { brief, issue }: DeliveryFilter = {}): string {
  const part = brief === undefined ? "" : `.${brief}.${issue}`;
  return ledgerPath.replace(/[^/\\]+$/, (name) => `.${name}${part}.lock`);
}

async function sendBy(
  ledger: Ledger,
  edition: Edition,
  options: SendOptions,
  means: SendMeans,
): Promise<SendEnd> {
  if (edition.sentByRecord > 0 && (await ledger.deliveries(parcelOf(edition))).length === 0) {
    return refused([ledgerLost(edition.sentByRecord, means.ledgerPath)]);
  }
  const planned = await planEdition(edition, options, means, ledger);
  means.onLine(planLine(edition, options, planned, []));
  const account = new Account(means.onLine);
  const ended = await run(planned, { edition, options, means, ledger, onStep: account.onStep });
  const { diagnostics } = account;
  const fault = faultOfEnd(ended, means.ledgerPath);
  if (fault !== null) diagnostics.push(fault);
  const end = await endLine(ended.kind, edition, ledger, diagnostics);
  if (account.settled === 0 || end.states === null) return end;
  // A bounced one was accepted.
  const accepted = end.states.sent + end.states.bounced;
  const lists = listsAsked(edition, options.lists);
  const told = await edition.recordRun({ lists, accepted, of: edition.recipients.length });
  return { ...end, diagnostics: [...end.diagnostics, ...told] };
}

/** What happens in a run, told, and counted where it is no mere delay. */
class Account {
  readonly diagnostics: Diagnostic[] = [];
  settled = 0;

  constructor(private readonly onLine: SendMeans["onLine"]) {}

  readonly onStep = (step: DispatchStep): void => {
    if (step.kind === "unmade") this.diagnostics.push(...step.diagnostics);
    if (step.kind !== "settled") return;
    this.onLine(deliveryLine(step));
    if (step.settlement.state !== "deferred") this.settled += 1;
  };
}

interface Run {
  readonly edition: Edition;
  readonly options: SendOptions;
  readonly means: SendMeans;
  readonly ledger: Ledger;
  readonly onStep: (step: DispatchStep) => void;
}

async function run(planned: readonly PlannedRecipient[], given: Run): Promise<DispatchEnd> {
  const { edition, options, means, ledger, onStep } = given;
  const { clock, mail, stop } = means;
  const work = consignmentsOf(edition, planned, means);
  if (work.length === 0) return { kind: "done" };
  const { connections, perMinute } = mail.relay;
  const { attempts, retryMs } = mail;
  const relay = means.openRelay();
  try {
    return await dispatch(work, {
      ledger,
      relay,
      clock,
      make: makerOf(edition),
      limits: { connections, perMinute, attempts, retryMs },
      from: momentOf(edition.embargo),
      until: momentOf(edition.sendBy),
      again: options.again,
      stop,
      onStep,
    });
  } finally {
    await relay.close();
  }
}

function makerOf(edition: Edition): Parameters<typeof dispatch>[1]["make"] {
  const recipients = new Map(edition.recipients.map((one) => [one.id, one]));
  return async ({ key }) => {
    const recipient = recipients.get(key.recipient);
    if (recipient === undefined) throw new Error("a delivery to nobody of the edition");
    return edition.make(recipient);
  };
}

function momentOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
