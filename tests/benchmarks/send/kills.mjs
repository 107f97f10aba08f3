/**
 * `brief send --yes` killed a hundred times at random moments while it sends to 400 recipients, and run
 * again each time: who got the message how often, by the server's own count, against what the ledger says.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { randomFrom } from "../seeded-random.mjs";
import { approvedWorkspace, readers, writeSettings } from "./post/approved-workspace.mjs";
import { openPostOffice } from "./post/post-office.mjs";
import { send, startSend, statusOf } from "./post/run-brief.mjs";

export async function evaluate(load, { built, quick, seed, verbose }) {
  const [kills, count] = quick ? [15, 60] : [100, 400];
  const random = randomFrom(Number(seed));
  const recipients = readers(count);
  const watch = { onTaken: () => undefined };
  const post = await openPostOffice({
    pause: () => random() * 12,
    onTaken: (address) => watch.onTaken(address),
  });
  const root = await approvedWorkspace(load, { built, recipients });
  writeSettings(root, { port: post.port, relay: { connections: 2 } });
  try {
    const started = performance.now();
    const { done, lost } = await killMany({ built, root, kills, count, random, watch, verbose });
    const last = await send(built, root);
    const seconds = (performance.now() - started) / 1000;
    const rows = judge(recipients, await statusOf(built, root), {
      post,
      lost,
      done,
      seconds,
      last,
    });
    return [...rows, await again(built, root, post, recipients)];
  } finally {
    await post.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** @returns how many were killed, and the addresses that were sending when it happened */
async function killMany({ built, root, kills, count, random, watch, verbose }) {
  const lost = new Set();
  let done = 0;
  let empty = 0;
  // Every run has its share of what is left, so that the last kill still finds something to interrupt.
  while (done < kills && empty < 3) {
    const { child, ended } = startSend(built, root, "--yes");
    const kill = () => setTimeout(() => child.kill("SIGKILL"), random() * 15);
    // Most while messages travel, some at any moment of the start.
    if (random() < 0.25) setTimeout(() => child.kill("SIGKILL"), random() * 600).unref();
    const after = Math.floor(random() * ((1.4 * count) / kills));
    let taken = 0;
    watch.onTaken = () => {
      taken += 1;
      if (taken === after + 1) kill();
    };
    const { signal, told, status } = await ended;
    if (signal !== "SIGKILL") {
      if (verbose) console.error(`ended with ${status}: ${told.slice(0, 300)}`);
      empty += 1;
      continue;
    }
    done += 1;
    for (const address of sendingIn(root)) lost.add(address);
  }
  watch.onTaken = () => undefined;
  return { done, lost };
}

/** As the disk has it, journal and all: what a next run finds. */
function sendingIn(root) {
  const ledger = join(root, "corpus/record/deliveries.sqlite");
  if (!existsSync(ledger)) return [];
  const folder = mkdtempSync(join(tmpdir(), "briefwright-ledger-"));
  try {
    const copy = join(folder, "copy.sqlite");
    copyFileSync(ledger, copy);
    if (existsSync(`${ledger}-journal`)) copyFileSync(`${ledger}-journal`, `${copy}-journal`);
    const database = new DatabaseSync(copy);
    const rows = database.prepare("SELECT address FROM delivery WHERE state = 'sending'").all();
    database.close();
    return rows.map(({ address }) => address);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function judge(recipients, { by }, { post, lost, done, seconds, last }) {
  const addresses = recipients.map(({ address }) => address);
  const stateOf = (address) => by.get(address)?.state ?? "nothing";
  const timesOf = (address) => post.taken.get(address) ?? 0;
  const twice = addresses.filter((address) => timesOf(address) > 1);
  const unknown = addresses.filter((address) => stateOf(address) === "unknown");
  const silent = addresses.filter((address) =>
    stateOf(address) === "sent" ? timesOf(address) !== 1 : stateOf(address) !== "unknown",
  );
  const listed = new Set(last.end?.unknown ?? []);
  const wrong = [
    ...unknown.filter((address) => !lost.has(address) || !listed.has(address)),
    ...[...lost].filter((address) => stateOf(address) !== "unknown"),
  ];
  const arrived = unknown.filter((address) => timesOf(address) === 1).length;
  const on = `${done} kill -9 over ${addresses.length} recipients`;
  const sent = addresses.filter((address) => stateOf(address) === "sent").length;
  return [
    {
      on: `${on}: sent twice`,
      measured: String(twice.length),
      asked: "0",
      holds: twice.length === 0 && done > 0,
      detail: `${sent} sent, ${seconds.toFixed(0)} s`,
    },
    {
      on: `${on}: silently lost`,
      measured: String(silent.length),
      asked: "0",
      holds: silent.length === 0,
      detail: "neither taken by the server as the ledger says, nor listed as unknown",
    },
    {
      on: `${on}: unknown, and listed as such`,
      measured: `${unknown.length}, ${wrong.length} wrong`,
      asked: "exactly those in hand",
      holds: wrong.length === 0,
      detail: `${arrived} of them had been taken by the server`,
    },
  ];
}

/** What a desk may ask for: then some get it twice, and nobody is without it. */
async function again(built, root, post, recipients) {
  await send(built, root, "--retry-unknown");
  const { states } = await statusOf(built, root);
  const without = recipients.filter(({ address }) => !post.taken.has(address)).length;
  return {
    on: "the same with --retry-unknown: without the message",
    measured: String(without),
    asked: "0",
    holds: without === 0 && states.sent === recipients.length,
    detail: `${states.sent} sent`,
  };
}
