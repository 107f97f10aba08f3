/**
 * `brief send --yes` to a real SMTP server for each way in which one misbehaves: what became of every
 * recipient against the table of src/send/README.md, and whether anybody got the message twice.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approvedWorkspace, readers, writeSettings } from "./post/approved-workspace.mjs";
import { openPostOffice } from "./post/post-office.mjs";
import { send, statusOf } from "./post/run-brief.mjs";

const COUNT = 12;
/** Every third reader meets the server's mood; the first is none of them, so that the run goes on. */
const isTroubled = (address) => Number(/\d+/.exec(address)?.[0]) % 3 === 1;
const troubled = (verdict) => (address, times) => (isTroubled(address) ? verdict(times) : null);

const TEMPORARY = { code: 450, text: "4.2.1 try again later" };
const PERMANENT = { code: 550, text: "5.1.1 no such mailbox" };
const LATER = { code: 421, text: "4.3.2 shutting down" };

/** `states` of the troubled; `taken`: how often the server had the message of each of them. */
const CASES = [
  {
    on: "greylisting: 450 to the first RCPT",
    behaviour: { onRcpt: troubled((times) => (times === 1 ? TEMPORARY : null)) },
    states: "sent",
    taken: 1,
  },
  {
    on: "450 to every RCPT",
    behaviour: { onRcpt: troubled(() => TEMPORARY) },
    states: "failed",
    taken: 0,
  },
  {
    on: "550 to RCPT",
    behaviour: { onRcpt: troubled(() => PERMANENT) },
    states: "failed",
    taken: 0,
  },
  {
    on: "450 to the first message",
    behaviour: { onData: troubled((times) => (times === 1 ? TEMPORARY : null)) },
    states: "sent",
    taken: 1,
  },
  {
    on: "554 to the message",
    behaviour: { onData: troubled(() => ({ code: 554, text: "5.7.1 not wanted" })) },
    states: "failed",
    taken: 0,
  },
  {
    on: "drops in DATA, the message not taken",
    behaviour: { onData: troubled(() => "drop-early") },
    states: "unknown",
    taken: 0,
  },
  {
    on: "drops after DATA, the message taken",
    behaviour: { onData: troubled(() => "drop") },
    states: "unknown",
    taken: 1,
  },
  {
    on: "never answers the message",
    behaviour: { onData: troubled(() => "hang") },
    relay: { timeoutMs: 400 },
    states: "unknown",
    taken: 1,
  },
  {
    on: "421 to every connection",
    behaviour: { onConnect: () => LATER },
    states: "deferred",
    taken: 0,
    isWhole: true,
  },
  {
    on: "refuses TLS, which is required",
    relay: { security: "starttls" },
    states: "deferred",
    taken: 0,
    isWhole: true,
  },
  {
    on: "never answers the greeting",
    behaviour: { onConnect: () => "hang" },
    relay: { timeoutMs: 400 },
    states: "deferred",
    taken: 0,
    isWhole: true,
  },
];

export async function evaluate(load, { built, verbose }) {
  const recipients = readers(COUNT);
  const approved = await approvedWorkspace(load, { built, recipients });
  try {
    const rows = [];
    for (const one of CASES) rows.push(await meet(one, { approved, built, recipients, verbose }));
    return rows;
  } finally {
    rmSync(approved, { recursive: true, force: true });
  }
}

async function meet({ on, behaviour = {}, relay, states, taken, isWhole = false }, given) {
  const { approved, built, recipients, verbose } = given;
  const post = await openPostOffice(behaviour);
  const root = mkdtempSync(join(tmpdir(), "briefwright-server-"));
  cpSync(approved, root, { recursive: true });
  writeSettings(root, {
    port: post.port,
    relay: { connections: 1, ...relay },
    retryMs: 50,
    attempts: 3,
  });
  try {
    const run = await send(built, root);
    // What is put off by the clock of the ledger goes with a later run.
    await send(built, root);
    const { by } = await statusOf(built, root);
    const wrong = recipients.filter(({ address }) => {
      const expected =
        isWhole || isTroubled(address) ? { states, taken } : { states: "sent", taken: 1 };
      return !isAs(expected, by.get(address), post.taken.get(address) ?? 0);
    });
    if (verbose && wrong.length > 0) console.error(on, run.end, [...by.values()]);
    const twice = recipients.filter(({ address }) => (post.taken.get(address) ?? 0) > 1).length;
    return {
      on,
      measured: `${COUNT - wrong.length} of ${COUNT} as documented, ${twice} twice`,
      asked: "all, nobody twice",
      holds: wrong.length === 0 && twice === 0,
      detail: `${states}; the run ended with “${run.end?.end}”`,
    };
  } finally {
    await post.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** A run that stops before somebody's turn leaves no trace of them. */
function isAs({ states, taken }, delivery, times) {
  const isUntouched = states === "deferred" && delivery === undefined;
  return (isUntouched || delivery?.state === states) && times === taken;
}
