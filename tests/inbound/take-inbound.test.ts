import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { manualClock } from "../../src/host/clock.js";
import { memoryHost } from "../../src/host/memory.js";
import { type TakeMeans, takeInbound } from "../../src/inbound/take-inbound.js";
import { type Ledger, memoryLedger } from "../../src/ledger/index.js";
import { messageIdOf, verpAddress } from "../../src/mail/index.js";
import type { DeliveryKey } from "../../src/model/delivery.js";
import { type InboundLine, InboundLineSchema } from "../../src/model/inbound.js";

const CASES = join(import.meta.dirname, "../cases/bounces");
const BOUNCES = "bounces@example.org";
const SECRET = "0123456789abcdef0123456789abcdef";
const AT = "2021-05-10T06:00:00.000Z";

const keyOf = (issue: string, recipient: string): DeliveryKey => ({
  brief: "weekly",
  issue,
  version: "1.0",
  occasion: "issue",
  channel: "mail",
  recipient,
});
const ADA = keyOf("2021-W18", "r-0123456789ab");
const ADDRESS = "ada@readers.example";

/** A ledger in which Ada got two issues and Bo one. */
async function sentLedger(secret = SECRET): Promise<Ledger> {
  const ledger = memoryLedger();
  const all: [DeliveryKey, string][] = [
    [ADA, ADDRESS],
    [{ ...ADA, issue: "2021-W17" }, ADDRESS],
    [keyOf("2021-W18", "r-ffffffffffff"), "bo@readers.example"],
  ];
  for (const [key, address] of all) {
    const messageId = messageIdOf(key, "example.org", secret);
    await ledger.begin(key, { address, messageId, copy: null, at: AT });
    await ledger.settle(key, { state: "sent", response: "250 ok", at: AT });
  }
  return ledger;
}

function filled(text: string, secret = SECRET): string {
  return text
    .replaceAll("{VERP}", verpAddress(BOUNCES, ADA, secret))
    .replaceAll("{FORGED-VERP}", verpAddress(BOUNCES, ADA, "guessed"))
    .replaceAll("{MESSAGE-ID}", messageIdOf(ADA, "example.org", secret))
    .replaceAll(/\r?\n/g, "\r\n");
}

const fileOf = (name: string) => readFileSync(join(CASES, name), "utf8");

async function take(
  files: Record<string, string>,
  more: Partial<TakeMeans> = {},
  paths = ["/mail"],
): Promise<{ lines: InboundLine[]; ledger: Ledger }> {
  const ledger = more.ledger ?? (await sentLedger());
  const host = memoryHost(
    new Map(Object.entries(files).map(([name, text]) => [`/mail/${name}`, Buffer.from(text)])),
  );
  const lines: InboundLine[] = [];
  const means: TakeMeans = {
    host,
    clock: manualClock(Date.parse(AT)),
    secret: SECRET,
    bounces: BOUNCES,
    bouncesAllowed: 0,
    isRehearsal: false,
    believesUnsigned: false,
    ...more,
    ledger,
  };
  for await (const line of takeInbound(paths, means)) lines.push(InboundLineSchema.parse(line));
  return { lines, ledger };
}

const inShort = ({ kind, effect, suppressed }: InboundLine) =>
  `${kind}, ${effect}${suppressed ? ", suppressed" : ""}`;

describe("what comes back", () => {
  const expected: Record<string, string> = parse(fileOf("expected.yaml"));

  test("is expected of every sample", () => {
    const samples = readdirSync(CASES).filter((name) => name.endsWith(".eml"));
    expect(Object.keys(expected).sort()).toEqual(samples.sort());
  });

  test.each(Object.entries(expected))("%s: %s", async (name, outcome) => {
    const [, short = "", reason = ""] = /^(.*?)(?: \((.*)\))?$/.exec(outcome) ?? [];
    const { lines, ledger } = await take({ [name]: filled(fileOf(name)) });
    expect(lines.map(inShort)).toEqual([short]);
    expect(lines[0]?.reason ?? "").toContain(reason);
    const isBounced = await ledger.deliveries({ state: "bounced" });
    expect(isBounced.map(({ issue, recipient }) => `${issue} ${recipient}`)).toEqual(
      /^(?:hard|soft), written/.test(short) ? ["2021-W18 r-0123456789ab"] : [],
    );
    expect((await ledger.suppressions()).map(({ recipient }) => recipient)).toEqual(
      short.endsWith("suppressed") ? ["r-0123456789ab"] : [],
    );
  });

  test("changes nothing a second time", async () => {
    const files = {
      "a.eml": filled(fileOf("postfix-no-such-user.eml")),
      "b.eml": filled(fileOf("complaint.eml")),
    };
    const { ledger } = await take(files);
    const before = [await ledger.deliveries({}), await ledger.suppressions()];
    const { lines } = await take(files, { ledger });
    expect(lines.map(({ effect }) => effect)).toEqual(["known", "known"]);
    expect([await ledger.deliveries({}), await ledger.suppressions()]).toEqual(before);
  });

  test("takes nobody off again for what was counted before the desk took them back", async () => {
    const files = { "a.eml": filled(fileOf("postfix-no-such-user.eml")) };
    const { ledger } = await take(files);
    await ledger.restore(ADA.recipient, null);
    const { lines } = await take(files, { ledger });
    expect(lines.map(inShort)).toEqual(["hard, known"]);
    expect(await ledger.suppressions()).toEqual([]);
  });

  test("says once that somebody gets no more, in a rehearsal too", async () => {
    const complaint = filled(fileOf("complaint.eml"));
    const files = { "a.eml": complaint, "b.eml": complaint };
    const { lines } = await take(files, { isRehearsal: true });
    expect(lines.map(inShort)).toEqual(["complaint, written, suppressed", "complaint, known"]);
  });

  test("writes nothing in a rehearsal, and says what it would write", async () => {
    const { lines, ledger } = await take(
      { "a.eml": filled(fileOf("postfix-no-such-user.eml")) },
      { isRehearsal: true },
    );
    expect(lines.map(inShort)).toEqual(["hard, written, suppressed"]);
    expect(await ledger.deliveries({ state: "bounced" })).toEqual([]);
    expect(await ledger.suppressions()).toEqual([]);
  });

  test("lets as many hard bounces of one recipient pass as the settings say", async () => {
    const files = { "a.eml": filled(fileOf("postfix-no-such-user.eml")) };
    const { lines, ledger } = await take(files, { bouncesAllowed: 1 });
    expect(lines.map(inShort)).toEqual(["hard, written"]);
    const earlier = { ...ADA, issue: "2021-W17" };
    const again = fileOf("exchange-by-message-id.eml").replaceAll(
      "{MESSAGE-ID}",
      messageIdOf(earlier, "example.org", SECRET),
    );
    const second = await take({ "b.eml": again }, { bouncesAllowed: 1, ledger });
    expect(second.lines.map(inShort)).toEqual(["hard, written, suppressed"]);
  });

  test("is not believed where nothing signs it, unless somebody says so", async () => {
    const files = { "a.eml": filled(fileOf("postfix-no-such-user.eml"), "") };
    const unsigned = { secret: "", ledger: await sentLedger("") };
    const { lines, ledger } = await take(files, unsigned);
    expect(lines.map(inShort)).toEqual(["hard, unsigned"]);
    expect(await ledger.suppressions()).toEqual([]);
    const believed = await take(files, { ...unsigned, believesUnsigned: true });
    expect(believed.lines.map(inShort)).toEqual(["hard, written, suppressed"]);
  });
});

describe("where messages lie", () => {
  const hard = filled(fileOf("postfix-no-such-user.eml"));
  const letter = filled(fileOf("letter-to-the-desk.eml"));

  test("a maildir gives what was delivered, and not what is still coming", async () => {
    const files = {
      "new/1.M1.host": hard,
      "cur/2.M2.host:2,S": letter,
      "tmp/3.M3.host": hard,
    };
    const { lines } = await take(files);
    expect(lines.map(({ kind }) => kind)).toEqual(["not-understood", "hard"]);
  });

  test("a mailbox gives each of its messages, quoted lines as they were", async () => {
    const quoted = letter.replace("Thank you.", ">From here on: thank you.");
    const mbox = [hard, quoted, hard]
      .map((text) => `From MAILER-DAEMON Mon May 10 06:00:00 2021\n${text}\n`)
      .join("\n");
    const { lines } = await take({ box: mbox }, {}, ["/mail/box"]);
    expect(lines.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
      "/mail/box#1 hard",
      "/mail/box#2 not-understood",
      "/mail/box#3 hard",
    ]);
  });

  test("what cannot be read is named, and the rest is read", async () => {
    const files = { "a.eml": hard, "b.eml": "", "c.bin": "\u0000\u0001" };
    const { lines } = await take(files, {}, ["/mail/missing.eml", "/mail"]);
    expect(lines.map(({ kind }) => kind)).toEqual([
      "unreadable",
      "hard",
      "unreadable",
      "not-understood",
    ]);
    expect(lines[0]?.diagnostics[0]?.place?.file).toBe("/mail/missing.eml");
  });
});

describe("messages that are made to be a burden", () => {
  const hard = filled(fileOf("postfix-no-such-user.eml"));
  const [head = ""] = hard.split("\r\n\r\n", 1);

  test.each([
    ["what comes back whole, in short lines", `${hard}${"x\r\n".repeat(10_000_000)}`, "hard"],
    ["a million bytes of addresses", `${`To: ${"a".repeat(1990)}\r\n`.repeat(500)}${hard}`, "hard"],
    [
      "lines without words",
      `${hard.replace(/--[^-\r]+--\s*$/, "")}${"\n ".repeat(1_000_000)}`,
      "hard",
    ],
    [
      "parts without end",
      `${head}\r\n\r\n${"--x\r\nContent-Type: message/rfc822\r\n\r\n".repeat(200_000)}`,
      "auto-reply",
    ],
  ])("%s: it is read in no time", async (_, text, kind) => {
    const before = performance.now();
    const { lines } = await take({ "a.eml": text });
    expect(lines.map((line) => line.kind)).toEqual([kind]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe("whatever is made of a message", () => {
  const samples = readdirSync(CASES)
    .filter((name) => name.endsWith(".eml"))
    .map(fileOf);

  test("it ends under a name, and takes nobody off whom it does not prove", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(4000), fc.nat(40), fc.string({ maxLength: 12 })), {
          maxLength: 6,
        }),
        async (sample, edits) => {
          // Nothing in it is signed by us.
          let text = filled(sample, "guessed");
          for (const [at, length, words] of edits) {
            text = `${text.slice(0, at)}${words}${text.slice(at + length)}`;
          }
          const { lines, ledger } = await take({ "a.eml": text });
          expect(lines).toHaveLength(1);
          expect(await ledger.suppressions()).toEqual([]);
          expect(await ledger.deliveries({ state: "bounced" })).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("and signed ones, however they are cut and changed, touch nobody else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.nat(4000),
        fc.nat(400),
        fc.string({ unit: "binary", maxLength: 20 }),
        async (sample, at, length, words) => {
          const text = filled(sample);
          const { lines, ledger } = await take({
            "a.eml": `${text.slice(0, at)}${words}${text.slice(at + length)}`,
          });
          expect(lines.length).toBeGreaterThan(0);
          for (const { recipient } of await ledger.suppressions())
            expect(recipient).toBe(ADA.recipient);
        },
      ),
      { numRuns: 300 },
    );
  });
});
