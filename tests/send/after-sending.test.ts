import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { manualClock } from "../../src/host/clock.js";
import { nodeHost } from "../../src/host/node.js";
import { memoryRelay } from "../../src/host/relay.js";
import { openLedger, readLedger } from "../../src/ledger/index.js";
import type { DeliveryState } from "../../src/model/delivery.js";
import type { Recipient } from "../../src/model/recipient.js";
import type { SendLine } from "../../src/model/send-result.js";
import { approveIssue } from "../../src/release/approve-issue.js";
import { reviewIssue } from "../../src/release/review-issue.js";
import { withdrawIssue } from "../../src/release/withdraw-issue.js";
import { type SendRequest, sendIssue } from "../../src/send/send-issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";
import { recipientWith } from "./edition.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const NAME = ["libya-weekly", "2021-W18"];
const NOW = "2021-05-10T06:00:00.000Z";
const PERMALINK = "https://briefs.example.org/libya-weekly/2021-W18";
const [ada, bo, cy, di] = [1, 2, 3, 4].map((number) => recipientWith(number)) as [
  Recipient,
  Recipient,
  Recipient,
  Recipient,
];

/** With version 1.0 approved for Ada, Bo, Cy and Di, and sent to nobody yet; with 1.1 approved as well. */
let first: string;
let second: string;
let root: string;

beforeAll(async () => {
  first = openTestWorkspace({
    "distribution.yaml": JSON.stringify({
      site: { baseUrl: "https://briefs.example.org" },
      mail: {
        relay: { host: "127.0.0.1", security: "none" },
        from: { address: "desk@example.org" },
      },
      briefs: { "libya-weekly": { release: { formats: ["mail"] } } },
    }),
  });
  root = first;
  await generateIn(root);
  await clear([ada, bo, cy, di]);
  second = openTestWorkspace();
  cpSync(first, second, { recursive: true });
  root = second;
  const notes = join(root, "corpus/desk/libya-weekly");
  mkdirSync(notes, { recursive: true });
  writeFileSync(join(notes, "2021-W18.yaml"), "corrections: [The meeting was on 4 May.]\n");
  await generateIn(root, { isReissue: true });
  // Bo may see less by now, and Di is on no list any more.
  await clear([ada, { ...bo, markings: [] }, cy]);
});

beforeEach(() => begin(second));

function begin(from: string): void {
  root = openTestWorkspace();
  cpSync(from, root, { recursive: true });
}

async function clear(recipients: readonly Recipient[]): Promise<void> {
  const about = { words: NAME, folder: root, note: null };
  await reviewIssue(nodeHost, { ...about, who: { by: "A. B.", at: NOW } });
  const { approved, diagnostics } = await approveIssue(nodeHost, {
    ...about,
    ...{ who: { by: "C. D.", at: NOW }, lists: ["desk"], embargo: null, sendBy: null },
    loadRecipients: async () => ({ value: recipients, diagnostics: [] }),
  });
  if (approved === null) throw new Error(JSON.stringify(diagnostics));
}

const ledgerFile = () => join(root, "corpus/record/deliveries.sqlite");

/** What the ledger has of a version. */
async function delivered(states: Record<string, DeliveryState>, version = "1.0"): Promise<void> {
  const ledger = await openLedger(ledgerFile());
  for (const [recipient, state] of Object.entries(states)) {
    const [brief = "", issue = ""] = NAME;
    const key = { brief, issue, version, occasion: "issue", channel: "mail", recipient } as const;
    const messageId = `<${recipient}.${version}@example.org>`;
    await ledger.begin(key, { address: "a@example.org", messageId, copy: null, at: NOW });
    if (state !== "sending") await ledger.settle(key, { state, response: "said", at: NOW });
  }
  await ledger.close();
}

async function send(request: Partial<SendRequest>) {
  const relay = memoryRelay();
  const lines: SendLine[] = [];
  const end = await sendIssue(
    {
      host: nodeHost,
      clock: manualClock(Date.parse(NOW)),
      openRelay: () => relay,
      ...{ openLedger, readLedger },
      secret: () => undefined,
      random: (count) => new Uint8Array(count),
      stop: new AbortController().signal,
      onLine: (line) => lines.push(line),
    },
    {
      ...{ folder: root, words: NAME, by: "C. D.", lists: [], to: undefined, limit: undefined },
      ...{ isDryRun: false, again: false, ...request },
    },
  );
  const plan = lines.findLast((line) => line.kind === "plan");
  const verdicts = Object.fromEntries(
    plan?.recipients.map(({ recipient, verdict }) => [recipient, verdict]) ?? [],
  );
  const mails = relay.taken.map(({ raw }) => new TextDecoder().decode(raw));
  const words = mails.map((mail) => mail.replaceAll(/(?<!\?)=\r\n/g, "").replaceAll("=3D", "="));
  return {
    end,
    verdicts,
    to: relay.taken.map(({ envelope }) => envelope.to),
    words,
    codes: end.diagnostics.map(({ code }) => code),
  };
}

const withdraw = () =>
  withdrawIssue(nodeHost, {
    ...{ words: NAME, folder: root, who: { by: "C. D.", at: NOW }, readLedger },
    reason: "The figures were wrong.",
  });

describe("a correction", () => {
  test("goes to exactly those who have the earlier version, and says what changed", async () => {
    await delivered({ [ada.id]: "sent", [cy.id]: "failed", [di.id]: "sent" });
    const { to, words, end, codes } = await send({ occasion: "correction" });
    expect([end.end, codes, to]).toEqual(["done", [], [ada.address, di.address]]);
    expect(words[0]).toContain("The meeting was on 4 May.");
    expect(words[0]).toContain(`href="${PERMALINK}/v1.0/"`);
    expect(words[0]).toContain(`${PERMALINK}/v1.1/`);
    expect(words[0]).toContain(`In-Reply-To: <${ada.id}.1.0@example.org>`);
  });

  test("goes to nobody twice, and to none who may no longer see it or wants no more", async () => {
    await delivered({ [ada.id]: "sent", [bo.id]: "sent", [cy.id]: "sent" });
    const ledger = await openLedger(ledgerFile());
    const reason = "unsubscribed" as const;
    await ledger.suppress({ recipient: cy.id, brief: null, reason, at: NOW, note: null });
    await ledger.close();
    const once = await send({ occasion: "correction" });
    expect(once.verdicts).toEqual({ [ada.id]: "due", [bo.id]: "marking", [cy.id]: "suppressed" });
    const twice = await send({ occasion: "correction" });
    expect([twice.to, twice.verdicts[ada.id]]).toEqual([[], "sent"]);
  });

  test("waits to be asked where it is not known whether they have the earlier version", async () => {
    await delivered({ [ada.id]: "unknown", [cy.id]: "sending" });
    expect((await send({ occasion: "correction" })).verdicts).toEqual({
      [ada.id]: "unknown",
      [cy.id]: "unknown",
    });
    const { to } = await send({ occasion: "correction", again: true });
    expect(to).toEqual([ada.address, cy.address]);
  });

  test("leaves the issue itself to those who have no version of it", async () => {
    await delivered({ [ada.id]: "sent" });
    expect((await send({})).to).toEqual([cy.address]);
    expect((await send({ occasion: "correction" })).to).toEqual([ada.address]);
    expect((await send({ occasion: "correction" })).codes).toEqual([]);
  });

  test("is none of a first version, nor where nobody has an earlier one", async () => {
    expect(await send({ occasion: "correction" })).toMatchObject({
      codes: ["nobody-to-tell"],
      to: [],
    });
    begin(first);
    expect((await send({ occasion: "correction" })).codes).toEqual(["nothing-to-correct"]);
  });
});

describe("a withdrawal", () => {
  beforeEach(() => begin(first));

  test("is told to whom the version reached, with the reason and without the issue", async () => {
    await send({ lists: ["desk"], limit: 2 });
    expect((await withdraw()).reached).toEqual({ have: 2, unknown: 0 });
    expect((await send({})).codes).toEqual(["issue-withdrawn"]);
    const { to, words, codes } = await send({ occasion: "withdrawal" });
    expect([to, codes]).toEqual([[ada.address, bo.address], []]);
    expect(words[0]).toContain("The figures were wrong.");
    const { subject } = await PostalMime.parse(words[0] ?? "");
    expect(subject).toMatch(/^\[TLP:GREEN\] Withdrawn · /);
    expect(words[0]).not.toContain("foreign forces");
    expect((await send({ occasion: "withdrawal" })).to).toEqual([]);
  });

  test("is refused where nothing was withdrawn", async () => {
    expect((await send({ occasion: "withdrawal" })).codes).toEqual(["not-withdrawn"]);
  });

  test("is refused where the record knows of readers and the ledger of none", async () => {
    await send({ limit: 1 });
    await withdraw();
    for (const end of ["", "-wal", "-shm"]) rmSync(`${ledgerFile()}${end}`, { force: true });
    expect((await send({ occasion: "withdrawal" })).codes).toEqual(["ledger-lost"]);
  });
});
