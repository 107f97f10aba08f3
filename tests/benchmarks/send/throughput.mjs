/**
 * The seeds' brief, the same PDF for all, to a real SMTP server in a process of its own over STARTTLS:
 * messages a second through ledger, signature and relay, and the most memory by growing numbers of
 * recipients.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeBrief, sendTo } from "./throughput/measure-sending.mjs";

const COUNTS = [1250, 2500, 5000];
const QUICK_COUNTS = [250, 500, 1000];
const ASKED_RATE = 100;
/**
 * Times the memory of the least number of recipients that four times as many may take. A message that stays
 * would make it 4, one trust store that stays for each connection made it 1.6; the runtime's own heaps 1.3.
 */
const ASKED_GROWTH = 1.5;

export async function evaluate(load, { quick, built }) {
  const root = mkdtempSync(join(tmpdir(), "briefwright-throughput-"));
  try {
    const folder = await makeBrief(load, root);
    const runs = [];
    for (const count of quick ? QUICK_COUNTS : COUNTS)
      runs.push(await sendTo({ count, folder, built: resolve(built) }));
    return [rateRow(runs.at(-1)), memoryRow(runs, quick), signatureRow(runs), onceRow(runs)];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function rateRow({ count, seconds, bytes, cpu, end, recipients }) {
  const rate = count / seconds;
  return {
    on: `${count} recipients, same PDF`,
    measured: `${Math.round(rate)} messages/s`,
    asked: `>= ${ASKED_RATE}`,
    holds: rate >= ASKED_RATE && end === "done" && recipients === count,
    detail: `${seconds.toFixed(1)} s, ${Math.round(bytes / 1000)} kB each, STARTTLS, DKIM, ledger on disk; the sender computes ${cpu.toFixed(1)} ms each`,
  };
}

/** So few messages are over before the runtime is warm: then it is told, and not judged. */
function memoryRow(runs, quick) {
  const [first] = runs;
  const growth = runs.at(-1).peak / first.peak;
  return {
    on: "most memory of the sender",
    measured: runs.map(({ count, peak }) => `${count}: ${Math.round(peak / 1e6)} MB`).join(", "),
    asked: `flat: x <= ${ASKED_GROWTH}`,
    holds: quick ? null : growth <= ASKED_GROWTH,
    detail: `x ${growth.toFixed(2)} from the least to the most recipients`,
  };
}

function signatureRow(runs) {
  const kept = runs.reduce((sum, run) => sum + run.kept.length, 0);
  const signed = runs.reduce((sum, run) => sum + run.signed, 0);
  return {
    on: "messages as they arrived, DKIM by mailauth",
    measured: `${signed} of ${kept}`,
    asked: "all",
    holds: kept > 0 && signed === kept,
  };
}

function onceRow(runs) {
  const twice = runs.reduce((sum, run) => sum + run.twice, 0);
  const missing = runs.reduce((sum, { count, recipients }) => sum + count - recipients, 0);
  return {
    on: "recipients with two messages, with none",
    measured: `${twice}, ${missing}`,
    asked: "0, 0",
    holds: twice === 0 && missing === 0,
  };
}
