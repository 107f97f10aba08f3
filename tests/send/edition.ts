/** An edition as tests send it: short messages to whomever they say. */
import { createHash } from "node:crypto";
import { manualClock } from "../../src/host/clock.js";
import { memoryLocks } from "../../src/host/lock.js";
import { memoryRelay } from "../../src/host/relay.js";
import { memoryLedger } from "../../src/ledger/index.js";
import type { Recipient } from "../../src/model/recipient.js";
import { type SendLine, SendLineSchema } from "../../src/model/send-result.js";
import type { Edition, SentRun } from "../../src/send/edition.js";
import { sendEdition } from "../../src/send/send-edition.js";
import type { SendMeans, SendOptions } from "../../src/send/send-means.js";

export const START = Date.parse("2021-05-10T06:00:00Z");

export function recipientWith(number: number, changes: Partial<Recipient> = {}): Recipient {
  const address = `reader-${number}@example.org`;
  const id = `r-${createHash("sha256").update(address).digest("hex").slice(0, 12)}`;
  return {
    id,
    number,
    name: `Reader ${number}`,
    address,
    language: null,
    template: null,
    format: "pdf",
    markings: ["TLP:GREEN"],
    watermark: false,
    encryption: { kind: "none" },
    lists: ["desk"],
    ...changes,
  };
}

export function editionWith(
  changes: Partial<Edition> = {},
): Edition & { readonly runs: SentRun[] } {
  const runs: SentRun[] = [];
  return {
    brief: "weekly",
    issue: "2021-W18",
    version: "1.0",
    occasion: "issue",
    channel: "mail",
    marking: "TLP:GREEN",
    recipients: [1, 2, 3].map((number) => recipientWith(number)),
    embargo: null,
    sendBy: null,
    sentByRecord: 0,
    maySee: ({ markings }) => markings.includes("TLP:GREEN"),
    make: async ({ address, name }) => ({
      envelope: { from: "desk@example.org", to: address },
      raw: new TextEncoder().encode(`To: ${name}\r\n\r\nThe brief.\r\n`),
      messageId: `<${address}>`,
      copy: null,
    }),
    recordRun: async (run) => {
      runs.push(run);
      return [];
    },
    ...changes,
    runs,
  };
}

export function meansWith(changes: Partial<SendMeans> = {}) {
  const relay = memoryRelay();
  const ledger = memoryLedger();
  const previews = new Map<string, Uint8Array>();
  const lines: SendLine[] = [];
  const means: SendMeans = {
    clock: manualClock(START),
    takeLock: memoryLocks(),
    openRelay: () => relay,
    openLedger: async () => ledger,
    readLedger: async () => ledger,
    ledgerPath: "/desk/corpus/record/deliveries.sqlite",
    isShared: false,
    mail: { attempts: 3, retryMs: 60_000, relay: { connections: 2 } },
    keepPreviews: async (made) => {
      for (const [name, bytes] of made) previews.set(name, bytes);
      return [...made.keys()];
    },
    stop: new AbortController().signal,
    onLine: (line) => lines.push(SendLineSchema.parse(structuredClone(line))),
    ...changes,
  };
  return { means, relay, ledger, previews, lines };
}

const SEND: SendOptions = { lists: [], isDryRun: false, again: false, limit: undefined };

export async function send(
  edition: Edition,
  world: ReturnType<typeof meansWith> = meansWith(),
  options: Partial<SendOptions> = {},
) {
  const end = await sendEdition(edition, { ...SEND, ...options }, world.means);
  const [plan] = world.lines.filter((line) => line.kind === "plan").slice(-1);
  return { ...world, end, plan, verdicts: plan?.recipients.map(({ verdict }) => verdict) ?? [] };
}
