/** Messages that came back in, each under a name out, and what they say of deliveries in the ledger. */
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import type { Ledger } from "../ledger/index.js";
import type { Delivery, DeliveryKey, Suppression } from "../model/delivery.js";
import type { InboundLine } from "../model/inbound.js";
import { type InboundMeans, type Judgement, judge } from "./judge.js";
import { messagesAt } from "./mail-store.js";
import { readReport } from "./read-report.js";

export interface TakeMeans extends InboundMeans {
  readonly host: Host;
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** Hard bounces of one recipient that are let pass. */
  readonly bouncesAllowed: number;
  /** Whether nothing is written. */
  readonly isRehearsal: boolean;
  /** Whether what nothing signs is believed. */
  readonly believesUnsigned: boolean;
}

/** The same mailbox read twice changes nothing the second time. */
export async function* takeInbound(
  paths: readonly string[],
  means: TakeMeans,
): AsyncGenerator<InboundLine> {
  const off = new Set((await means.ledger.suppressions()).map(nameOf));
  for await (const found of messagesAt(means.host, paths)) {
    const { source } = found;
    if ("fault" in found) {
      yield { ...nothing(source, "unreadable"), diagnostics: [found.fault] };
      continue;
    }
    const report = await readReport(found.bytes);
    if (report === null) {
      yield nothing(source, "unreadable");
      continue;
    }
    for (const judged of await judge(report, means)) {
      yield await lineOf(source, judged, { ...means, off });
    }
  }
}

/** Who gets no more already, and why: what was rehearsed counts. */
interface WriteMeans extends TakeMeans {
  readonly off: Set<string>;
}

async function lineOf(source: string, judged: Judgement, means: WriteMeans): Promise<InboundLine> {
  if (judged.kind !== "bounce" && judged.kind !== "complaint") return nothing(source, judged.kind);
  const { delivery } = judged;
  const kind = judged.kind === "bounce" ? judged.weight : "complaint";
  const reason = judged.kind === "bounce" ? judged.reason : null;
  const line = { ...nothing(source, kind), delivery: keyOf(delivery), reason };
  if (kind === "delayed") return line;
  if (means.secret === "" && !means.believesUnsigned) return { ...line, effect: "unsigned" };
  return { ...line, ...(await write(delivery, kind, reason, means)) };
}

async function write(
  delivery: Delivery,
  kind: "hard" | "soft" | "complaint",
  reason: string | null,
  means: WriteMeans,
): Promise<Pick<InboundLine, "effect" | "suppressed">> {
  const { ledger, clock, isRehearsal, off } = means;
  const at = new Date(clock.now()).toISOString();
  const isNew = kind === "complaint" || delivery.state !== "bounced";
  const suppression = await suppressionFor(delivery, kind, at, isNew, means);
  const isSuppressed = suppression !== null && !off.has(nameOf(suppression));
  if (!isRehearsal) {
    await ledger.together(async (work) => {
      if (isNew && kind !== "complaint") {
        await work.settle(delivery, { state: "bounced", response: `${kind} ${reason}`, at });
      }
      if (suppression !== null && isSuppressed) await work.suppress(suppression);
    });
  }
  if (suppression !== null) off.add(nameOf(suppression));
  const isWritten = (isNew && kind !== "complaint") || isSuppressed;
  return { effect: isWritten ? "written" : "known", suppressed: isSuppressed };
}

/**
 * A complaint is about a brief; an address that is none gets nothing at all. A bounce that was counted
 * before takes nobody off again: the desk may have taken them back since.
 */
async function suppressionFor(
  { recipient, brief }: Delivery,
  kind: "hard" | "soft" | "complaint",
  at: string,
  isNew: boolean,
  { ledger, bouncesAllowed }: TakeMeans,
): Promise<Suppression | null> {
  if (kind === "complaint") return { recipient, brief, reason: "complained", at, note: null };
  if (kind === "soft" || !isNew) return null;
  const before = (await ledger.deliveries({ recipient, state: "bounced" })).filter(
    ({ response }) => response?.startsWith("hard ") === true,
  ).length;
  if (before + 1 <= bouncesAllowed) return null;
  return { recipient, brief: null, reason: "bounced", at, note: null };
}

function nameOf({ recipient, brief, reason }: Suppression): string {
  return JSON.stringify([recipient, brief, reason]);
}

function keyOf({ brief, issue, version, occasion, channel, recipient }: Delivery): DeliveryKey {
  return { brief, issue, version, occasion, channel, recipient };
}

function nothing(source: string, kind: InboundLine["kind"]): InboundLine {
  return {
    source,
    kind,
    delivery: null,
    reason: null,
    effect: "nothing",
    suppressed: false,
    diagnostics: [],
  };
}
