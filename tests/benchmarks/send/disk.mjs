/**
 * `brief send --yes` where the machine does not do as it is told: a disk that fills up, a ledger that
 * cannot be written, a clock that jumps. Whatever was taken by the server has to be in the ledger.
 */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { approvedWorkspace, readers, writeSettings } from "./post/approved-workspace.mjs";
import { openPostOffice } from "./post/post-office.mjs";
import { send, statusOf } from "./post/run-brief.mjs";

const COUNT = 300;

export async function evaluate(load, { built, quick }) {
  const recipients = readers(quick ? 60 : COUNT);
  const given = { load, built, recipients };
  return [await fullDisk(given), await readOnly(given), ...(await clocks(given))];
}

async function opened({ load, built, recipients }, more = {}) {
  const post = await openPostOffice();
  const root = await approvedWorkspace(load, { built, recipients, ...more });
  writeSettings(root, { port: post.port, relay: { connections: 2 } });
  return { post, root };
}

async function closed({ post, root }) {
  await post.close();
  rmSync(root, { recursive: true, force: true });
}

/** In the ledger is whoever the server has the message of. */
function strays(recipients, post, by) {
  return recipients.filter(
    ({ address }) =>
      (post.taken.get(address) ?? 0) > 0 &&
      !["sent", "unknown", "sending"].includes(by.get(address)?.state),
  ).length;
}

/** The record lies on a disk of its own that has room for some deliveries and no more. */
async function fullDisk(given) {
  const { recipients, built } = given;
  const desk = await opened(given);
  const { post, root } = desk;
  const disk = mkdtempSync(join(tmpdir(), "briefwright-disk-"));
  const record = join(root, "corpus/record");
  try {
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", disk]);
    if (mounted.status !== 0) {
      return {
        on: "full disk",
        measured: "not measured",
        detail: "needs the right to mount a tmpfs",
      };
    }
    cpSync(record, join(disk, "record"), { recursive: true });
    renameSync(record, `${record}-before`);
    symlinkSync(join(disk, "record"), record);
    // The ledger is there before the room goes.
    await send(built, root, "--limit", "1");
    fill(join(disk, "filler"), 64 * 1024);
    const run = await send(built, root);
    rmSync(join(disk, "filler"));
    const first = post.taken.size;
    await send(built, root);
    const { by } = await statusOf(built, root);
    const twice = recipients.filter(({ address }) => (post.taken.get(address) ?? 0) > 1).length;
    const stray = strays(recipients, post, by);
    const states = Object.groupBy([...by.values()], ({ state }) => state);
    return {
      on: "full disk",
      measured: `${stray} not in the ledger, ${twice} twice`,
      asked: "0, 0, stops cleanly",
      holds: stray === 0 && twice === 0 && run.end?.end === "ledger" && run.status === 1,
      detail: `ended with “${run.end?.end}” after ${first} of ${recipients.length}; with room again ${states.sent?.length ?? 0} sent, ${states.unknown?.length ?? 0} unknown`,
    };
  } finally {
    spawnSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
    await closed(desk);
  }
}

/** Until no more than so many bytes are left. */
function fill(path, left) {
  for (let size = 4 * 1024 * 1024; size >= left; size -= left) {
    try {
      writeFileSync(path, Buffer.alloc(size));
      return;
    } catch {
      rmSync(path, { force: true });
    }
  }
}

/** The whole record on a disk that cannot be written; where nothing may be mounted, the file alone. */
async function readOnly(given) {
  const { built } = given;
  const desk = await opened(given);
  const { post, root } = desk;
  const record = join(root, "corpus/record");
  const mount = (...words) => spawnSync("mount", words).status === 0;
  let [isBound, isMounted] = [false, false];
  try {
    await send(built, root, "--limit", "1");
    isBound = mount("--bind", record, record);
    isMounted = isBound && mount("-o", "remount,ro,bind", record);
    // Root may write whatever the mode says.
    if (!isMounted && process.getuid?.() === 0) {
      return {
        on: "read-only ledger",
        measured: "not measured",
        detail: "needs the right to mount",
      };
    }
    if (!isMounted) chmodSync(join(record, "deliveries.sqlite"), 0o444);
    const before = post.taken.size;
    const run = await send(built, root);
    const sent = post.taken.size - before;
    const { states } = await statusOf(built, root);
    const code = run.end?.diagnostics.at(-1)?.code ?? "";
    return {
      on: "read-only ledger",
      measured: `${sent} sent`,
      asked: "0, stops cleanly",
      holds: sent === 0 && run.status === 1 && code === "ledger-read-only" && states.sent === 1,
      detail: `${code}; --status still reads it`,
    };
  } finally {
    if (isBound) spawnSync("umount", [record]);
    await closed(desk);
  }
}

/** The clock of the machine stays: that of the command is set by a module that is loaded before it. */
async function clocks(given) {
  const rows = [];
  for (const [on, shift] of [
    ["clock an hour back in the middle", -3_600_000],
    ["clock an hour forth in the middle", 3_600_000],
  ]) {
    const desk = await opened(given);
    const { post, root } = desk;
    const module = join(root, "jump.mjs");
    writeFileSync(
      module,
      `const now = Date.now; let asked = 0; Date.now = () => now() + ((asked += 1) > 60 ? ${shift} : 0);\n`,
    );
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = `--import=${module}`;
    try {
      await send(given.built, root);
      const { by } = await statusOf(given.built, root);
      const without = given.recipients.filter(({ address }) => !post.taken.has(address)).length;
      const twice = [...post.taken.values()].filter((times) => times > 1).length;
      const stray = strays(given.recipients, post, by);
      rows.push({
        on,
        measured: `${stray} not in the ledger, ${twice} twice, ${without} without`,
        asked: "0, 0, 0",
        holds: stray === 0 && twice === 0 && without === 0,
        detail: `${by.size} in the ledger`,
      });
    } finally {
      if (before === undefined) delete process.env.NODE_OPTIONS;
      else process.env.NODE_OPTIONS = before;
      await closed(desk);
    }
  }
  return rows;
}
