import { describe, expect, test } from "vitest";
import { memoryRelay } from "../../src/host/relay.js";
import { LedgerError } from "../../src/ledger/index.js";
import { SendStatusSchema } from "../../src/model/send-result.js";
import { lockPath } from "../../src/send/send-edition.js";
import { sendStatus } from "../../src/send/send-status.js";
import { editionWith, meansWith, recipientWith, START, send } from "./edition.js";

const codesOf = ({ end }: Awaited<ReturnType<typeof send>>) =>
  end.diagnostics.map(({ code }) => code);
const takenBy = ({ relay }: Awaited<ReturnType<typeof send>>) =>
  relay.taken.map(({ envelope }) => envelope.to).sort();

test("an edition goes to everybody it is for, and the record gets a line of it", async () => {
  const edition = editionWith();
  const sent = await send(edition);
  expect(sent.end).toMatchObject({ end: "done", states: { sent: 3, failed: 0 }, diagnostics: [] });
  expect(takenBy(sent)).toEqual([1, 2, 3].map((n) => `reader-${n}@example.org`));
  expect(edition.runs).toEqual([{ accepted: 3, of: 3, lists: ["desk"] }]);
  expect(sent.lines.map(({ kind }) => kind)).toEqual([
    "plan",
    "delivery",
    "delivery",
    "delivery",
    "end",
  ]);
});

test("an edition that was sent goes to nobody again, and adds nothing to the record", async () => {
  const [edition, world] = [editionWith(), meansWith()];
  await send(edition, world);
  const again = await send(edition, world);
  expect(again.verdicts).toEqual(["sent", "sent", "sent"]);
  expect(again.relay.taken).toHaveLength(3);
  expect(edition.runs).toHaveLength(1);
});

describe("a dry run", () => {
  test("says what would go to whom, of what size, and sends and writes nothing", async () => {
    const edition = editionWith({
      recipients: [
        recipientWith(1),
        recipientWith(2, { format: "html" }),
        recipientWith(3, { markings: ["TLP:CLEAR"] }),
      ],
    });
    const { plan, previews, relay, ledger, end } = await send(edition, meansWith(), {
      isDryRun: true,
    });
    expect(plan?.recipients.map(({ verdict, bytes }) => [verdict, bytes])).toEqual([
      ["due", 28],
      ["due", 28],
      ["marking", null],
    ]);
    expect(plan?.recipients[2]?.why).toBe("TLP:GREEN is more than they may see: TLP:CLEAR");
    expect(plan).toMatchObject({ bytes: 56, totals: { due: 2, marking: 1 } });
    expect([...previews.keys()]).toEqual(["pdf.eml", "html.eml"]);
    expect([relay.taken, await ledger.deliveries({}), end.end]).toEqual([[], [], "dry-run"]);
    expect(edition.runs).toEqual([]);
  });

  test("measures one message of each kind, however many there are", async () => {
    let made = 0;
    const plain = editionWith();
    const edition = editionWith({
      recipients: Array.from({ length: 500 }, (_, n) => recipientWith(n + 1)),
      make: async (recipient) => {
        made += 1;
        return plain.make(recipient);
      },
    });
    await send(edition, meansWith(), { isDryRun: true });
    expect(made).toBe(1);
  });

  test("tells that an embargo is not over, and looks all the same", async () => {
    const edition = editionWith({ embargo: "2021-05-10T08:00:00Z" });
    const tried = await send(edition, meansWith(), { isDryRun: true });
    expect([codesOf(tried), tried.end.end]).toEqual([["embargo"], "dry-run"]);
  });

  test("names whose message cannot be made", async () => {
    const edition = editionWith({
      make: async () => [{ code: "no-key", severity: "error", message: "no key" }],
    });
    const tried = await send(edition, meansWith(), { isDryRun: true });
    expect([tried.verdicts, codesOf(tried)]).toEqual([["unmade", "unmade", "unmade"], ["no-key"]]);
  });

  test("looks where there is no ledger yet", async () => {
    const world = meansWith({ readLedger: async () => null });
    expect((await send(editionWith(), world, { isDryRun: true })).verdicts).toEqual([
      "due",
      "due",
      "due",
    ]);
  });
});

describe("nothing leaves", () => {
  const refusedBy = async (...given: Parameters<typeof send>) => {
    const sent = await send(...given);
    expect([sent.end.end, sent.relay.taken]).toEqual(["refused", []]);
    return codesOf(sent);
  };

  test("before the embargo", async () => {
    expect(await refusedBy(editionWith({ embargo: "2021-05-10T08:01:00+02:00" }))).toEqual([
      "embargo",
    ]);
    const over = editionWith({ embargo: "2021-05-10T08:00:00+02:00" });
    expect((await send(over)).end.end).toBe("done");
  });

  test("from the send-by time on", async () => {
    expect(await refusedBy(editionWith({ sendBy: "2021-05-10T06:00:00Z" }))).toEqual([
      "send-by-over",
    ]);
  });

  test("for a list that the edition was not frozen with", async () => {
    const world = meansWith();
    expect(await refusedBy(editionWith(), world, { lists: ["desc"] })).toEqual(["unknown-list"]);
    expect(world.lines.at(-1)).toMatchObject({
      diagnostics: [{ hint: 'did you mean "desk"?' }],
    });
  });

  test("while another run sends", async () => {
    const world = meansWith();
    await world.means.takeLock(lockPath(world.means.ledgerPath));
    expect(await refusedBy(editionWith(), world)).toEqual(["sender-busy"]);
  });

  test("where the ledger lost what the record has", async () => {
    expect(await refusedBy(editionWith({ sentByRecord: 3 }))).toEqual(["ledger-lost"]);
  });

  test.each(["busy", "full", "read-only", "damaged", "unusable"] as const)(
    "where the ledger is %s",
    async (kind) => {
      const openLedger = () => {
        throw new LedgerError(kind, "no");
      };
      expect(await refusedBy(editionWith(), meansWith({ openLedger }))).toEqual([`ledger-${kind}`]);
    },
  );
});

test("the lock is free again after a run, whatever came of it", async () => {
  const world = meansWith();
  await send(editionWith({ sentByRecord: 1 }), world);
  expect((await send(editionWith(), world)).end.end).toBe("done");
});

describe("who gets an edition", () => {
  test("are those of the lists that are asked for, each once", async () => {
    const edition = editionWith({
      recipients: [
        recipientWith(1, { lists: ["desk", "press"] }),
        recipientWith(2, { lists: ["press"] }),
        recipientWith(3, { lists: ["donors"] }),
      ],
    });
    const sent = await send(edition, meansWith(), { lists: ["desk", "press"] });
    expect(takenBy(sent)).toEqual(["reader-1@example.org", "reader-2@example.org"]);
  });

  test("are not those who may not see what it bears", async () => {
    const edition = editionWith({ maySee: ({ number }) => number !== 2 });
    const sent = await send(edition);
    expect(sent.verdicts).toEqual(["due", "marking", "due"]);
    expect(takenBy(sent)).toEqual(["reader-1@example.org", "reader-3@example.org"]);
  });

  test("are not those who get no more of this brief", async () => {
    const world = meansWith();
    await world.ledger.suppress({
      recipient: recipientWith(1).id,
      brief: "weekly",
      reason: "unsubscribed",
      at: "2021-05-01T00:00:00.000Z",
      note: null,
    });
    const sent = await send(editionWith(), world);
    expect(sent.verdicts).toEqual(["suppressed", "due", "due"]);
    expect(sent.plan?.recipients[0]?.why).toBe("unsubscribed from weekly, 2021-05-01");
    expect(sent.relay.taken).toHaveLength(2);
  });

  test("are the first ones up to a limit, and the others next time", async () => {
    const world = meansWith();
    expect((await send(editionWith(), world, { limit: 2 })).verdicts).toEqual([
      "due",
      "due",
      "over-limit",
    ]);
    const next = await send(editionWith(), world, { limit: 2 });
    expect([next.verdicts, next.relay.taken.length]).toEqual([["sent", "sent", "due"], 3]);
  });

  test("are not those who have an earlier version, whom a correction tells what is new", async () => {
    const world = meansWith();
    await send(editionWith({ recipients: [recipientWith(1)] }), world);
    const reissue = editionWith({ version: "1.1" });
    expect((await send(reissue, world)).verdicts).toEqual(["sent", "due", "due"]);
    const correction = editionWith({ version: "1.1", occasion: "correction" });
    expect((await send(correction, world)).verdicts).toEqual(["due", "due", "due"]);
  });
});

test("what a dead run had in hand is unknown, listed, and goes again only where that is asked for", async () => {
  const [edition, world] = [editionWith(), meansWith()];
  const key = { brief: "weekly", issue: "2021-W18", version: "1.0", occasion: "issue" } as const;
  await world.ledger.begin(
    { ...key, channel: "mail", recipient: recipientWith(2).id },
    {
      address: "reader-2@example.org",
      messageId: null,
      copy: null,
      at: "2021-05-10T05:00:00.000Z",
    },
  );
  const sent = await send(edition, world);
  expect(sent.verdicts).toEqual(["due", "unknown", "due"]);
  expect(sent.end).toMatchObject({
    end: "done",
    states: { sent: 2, unknown: 1 },
    unknown: ["reader-2@example.org"],
    diagnostics: [{ code: "deliveries-unknown", severity: "warning" }],
  });
  const again = await send(edition, world, { again: true });
  expect(again.end).toMatchObject({ states: { sent: 3, unknown: 0 }, unknown: [] });
  expect(takenBy(again)).toEqual([1, 2, 3].map((n) => `reader-${n}@example.org`));
});

test("a later run takes up who was put off, at the moment that the ledger names", async () => {
  const world = meansWith();
  const at = new Date(START - 30_000).toISOString();
  const key = { brief: "weekly", issue: "2021-W18", version: "1.0", occasion: "issue" } as const;
  const one = { ...key, channel: "mail", recipient: recipientWith(1).id } as const;
  await world.ledger.begin(one, { address: "a", messageId: null, copy: null, at });
  const next = new Date(START + 30_000).toISOString();
  await world.ledger.settle(one, { state: "deferred", response: "450 later", at, next });
  const sent = await send(editionWith(), world);
  expect(sent.verdicts).toEqual(["later", "due", "due"]);
  expect(world.means.clock.now()).toBe(START + 30_000);
  expect(sent.end.states?.sent).toBe(3);
});

test("a run that ends early says why, and what there is to do", async () => {
  const relay = memoryRelay(() => ({
    kind: "permanent",
    code: 535,
    response: "535 authentication failed",
    about: "relay",
  }));
  const sent = await send(editionWith(), meansWith({ openRelay: () => relay }));
  expect(sent.end).toMatchObject({
    end: "relay",
    states: { sent: 0 },
    diagnostics: [
      { code: "relay-refuses", message: "the server takes nothing: 535 authentication failed" },
    ],
  });
});

describe("the status of an issue", () => {
  test("has every delivery with its history", async () => {
    const world = meansWith();
    await send(editionWith(), world);
    const status = await sendStatus(world.ledger, { brief: "weekly", issue: "2021-W18" });
    expect(SendStatusSchema.parse(status)).toMatchObject({ states: { sent: 3 }, version: null });
    expect(status.deliveries[0]?.history.map(({ state }) => state)).toEqual(["sending", "sent"]);
  });

  test("is empty where nothing was ever sent", async () => {
    const status = await sendStatus(null, { brief: "weekly", issue: "2021-W18", version: "1.0" });
    expect(SendStatusSchema.parse(status).deliveries).toEqual([]);
  });
});
