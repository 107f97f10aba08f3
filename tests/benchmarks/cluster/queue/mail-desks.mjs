/**
 * The second half of the kills: the issues of all desks approved and sent to their readers by workers that
 * die, over a database that crashes, to a real SMTP server that counts what it takes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { readers, writeSettings } from "../../send/post/approved-workspace.mjs";
import { openPostOffice } from "../../send/post/post-office.mjs";
import { ISSUE } from "./desks.mjs";
import { crash, openFleet } from "./fleet.mjs";
import { brief, jobsOf } from "./run-brief.mjs";

export async function mailDesks(bench) {
  const { root, desks, built, sizes, random } = bench;
  const watch = { onTaken: () => undefined };
  const post = await openPostOffice({
    pause: () => 100 + random() * 200,
    onTaken: () => watch.onTaken(),
  });
  writeSettings(root, { port: post.port, relay: { connections: 2 } });
  try {
    for (const desk of desks) await approve(bench, desk);
    for (const desk of desks) {
      await brief(built, root, "send", desk, ISSUE, "--queue", "--yes", "--by", "E. F.");
    }
    const all = desks.length * sizes.readers;
    const done = await killMany(bench, { all, watch });
    return judge(bench, { post, done });
  } finally {
    await post.close();
  }
}

const addressOf = (desk, index) => `reader-${index}@${desk}.example.net`;

function readersOf(desk, count) {
  return readers(count).map((reader, index) => ({ ...reader, address: addressOf(desk, index) }));
}

/** Its issue stands in `out/`, as an undisturbed run made it. */
async function approve({ load, built, root, sizes }, desk) {
  await brief(built, root, "review", desk, ISSUE, "--by", "A. B.");
  const [{ approveIssue }, { openHost }] = await Promise.all([
    load("release/approve-issue.js"),
    load("cli/open-host.js"),
  ]);
  const { approved, diagnostics } = await approveIssue(await openHost(root), {
    words: [desk, ISSUE],
    folder: root,
    who: { by: "C. D.", at: new Date().toISOString() },
    note: null,
    lists: ["desk"],
    embargo: null,
    sendBy: null,
    loadRecipients: async () => ({ value: readersOf(desk, sizes.readers), diagnostics: [] }),
  });
  if (approved === null) throw new Error(JSON.stringify(diagnostics));
}

/** Each run has its share of what is left, so that the last kill still finds something to interrupt. */
async function killMany(bench, { all, watch }) {
  const { root, built, sizes, random, postgres } = bench;
  const done = { kills: 0, crashes: 0, lost: new Set(), perhaps: new Set(), ends: [] };
  const began = performance.now();
  const fleet = openFleet(built, root, ["--kinds", "send"], {
    onEnd: (end) => done.ends.push(end),
  });
  const share = Math.max(1, Math.floor((0.7 * all) / sizes.sending));
  try {
    while (done.kills + done.crashes < sizes.sending) {
      if (!(await messagesPass(watch, 1 + Math.floor(random() * share), bench))) break;
      await sleep(random() * 120);
      if ((done.kills + done.crashes) % 5 === 4) {
        await crash(postgres, random() * 1500);
        for (const address of await sendingOf(bench)) done.perhaps.add(address);
        done.crashes += 1;
      } else {
        const desks = await fleet.kill(random(), (pid) => desksInHand(bench, pid));
        for (const address of await sendingOf(bench, desks)) done.lost.add(address);
        done.kills += 1;
      }
    }
    while ((await openSends(bench)) > 0) await sleep(500);
  } finally {
    await fleet.close();
  }
  return { ...done, seconds: (performance.now() - began) / 1000 };
}

/** @returns false where nothing is left to send */
async function messagesPass(watch, count, bench) {
  let left = count;
  const passed = new Promise((resolve) => {
    watch.onTaken = () => {
      left -= 1;
      if (left <= 0) resolve();
    };
  });
  for (;;) {
    const isOver = await Promise.race([passed.then(() => false), sleep(2000).then(() => true)]);
    if (!isOver) return true;
    if ((await openSends(bench)) === 0) return false;
  }
}

async function openSends({ built, root }) {
  const { backlog } = await jobsOf(built, root);
  const { waiting, again, running } = backlog.find(({ kind }) => kind === "send");
  return waiting + again + running;
}

async function ask({ postgres }, text, values = []) {
  const client = new pg.Client({ connectionString: postgres.address });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function desksInHand(bench, pid) {
  const rows = await ask(bench, "SELECT doing FROM briefwright.worker WHERE pid = $1", [pid]);
  return rows.flatMap(({ doing }) => doing.map(({ about }) => about.split("/")[0]));
}

/** @param desks all where none is named */
async function sendingOf(bench, desks = bench.desks) {
  const rows = await ask(
    bench,
    "SELECT address FROM briefwright.delivery WHERE state = 'sending' AND brief = ANY($1)",
    [desks],
  );
  return rows.map(({ address }) => address);
}

async function judge(bench, { post, done }) {
  const { root, desks, built, sizes, verbose } = bench;
  const rows = await ask(bench, "SELECT address, state, brief FROM briefwright.delivery");
  const stateOf = new Map(rows.map(({ address, state }) => [address, state]));
  const addresses = desks.flatMap((desk) =>
    Array.from({ length: sizes.readers }, (_, index) => addressOf(desk, index)),
  );
  const timesOf = (address) => post.taken.get(address) ?? 0;
  const twice = addresses.filter((address) => timesOf(address) > 1);
  const unknown = addresses.filter((address) => stateOf.get(address) === "unknown");
  const silent = addresses.filter((address) =>
    stateOf.get(address) === "sent" ? timesOf(address) !== 1 : stateOf.get(address) !== "unknown",
  );
  const { jobs } = await jobsOf(built, root);
  const sends = jobs.filter(({ kind }) => kind === "send");
  const listed = new Set(sends.flatMap(({ result }) => result?.unknown ?? []));
  const wrong = [
    ...unknown.filter((address) => !listed.has(address)),
    ...[...listed].filter((address) => stateOf.get(address) !== "unknown"),
    ...unknown.filter((address) => !done.lost.has(address) && !done.perhaps.has(address)),
    ...[...done.lost].filter((address) => stateOf.get(address) !== "unknown"),
  ];
  const open = sends.filter(({ state }) => state !== "done" && state !== "failed");
  if (verbose) {
    console.error({ twice, silent, wrong, open });
    for (const { signal, told } of done.ends) if (signal === null) console.error(told);
  }
  return rowsOf({ bench, done, addresses, twice, unknown, silent, wrong, open, timesOf, sends });
}

function rowsOf({ bench, done, addresses, twice, unknown, silent, wrong, open, timesOf, sends }) {
  const on = `${done.kills} kill -9 of workers and ${done.crashes} crashes of PostgreSQL while ${bench.desks.length} desks send to ${addresses.length}`;
  const arrived = unknown.filter((address) => timesOf(address) === 1).length;
  const most = Math.max(...sends.map(({ attempts }) => attempts));
  return [
    {
      on: `${on}: sent twice`,
      measured: String(twice.length),
      asked: "0",
      holds: twice.length === 0 && done.kills > 0,
      detail: `${done.seconds.toFixed(0)} s, at most ${most} attempts at one mailing`,
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
    {
      on: `${on}: mailings that were not brought to their end`,
      measured: String(open.length),
      asked: "0",
      holds: open.length === 0,
      detail: open.map(({ about, state }) => `${about} ${state}`).join(", "),
    },
  ];
}
