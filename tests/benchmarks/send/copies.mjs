/**
 * Copies of one's own of the seeds' brief: how fast they are marked and locked by themselves, and how many
 * messages a second go out with a marked copy each, in how much memory.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeBrief, sendTo } from "./throughput/measure-sending.mjs";

const COUNTS = [1250, 2500, 5000];
const QUICK_COUNTS = [125, 250, 500];
const ASKED_RATE = 40;
/** As for messages with the same PDF. */
const ASKED_GROWTH = 1.5;

export async function evaluate(load, { quick, built }) {
  const root = mkdtempSync(join(tmpdir(), "briefwright-copies-"));
  try {
    const folder = await makeBrief(load, root);
    const pdf = readFileSync(join(folder, "brief.pdf"));
    const rows = [
      await markRow(load, pdf, quick ? 100 : 500),
      await lockRow(load, pdf, quick ? 20 : 100),
    ];
    const runs = [];
    for (const count of quick ? QUICK_COUNTS : COUNTS) {
      runs.push(await sendTo({ count, folder, built: resolve(built), watermark: true }));
    }
    return [...rows, rateRow(runs.at(-1)), memoryRow(runs, quick)];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function markRow(load, pdf, count) {
  const { openStamper, readMark } = await load("copies/index.js");
  const stamper = openStamper(pdf);
  await stamper.stamp({ name: "warm", number: 0 });
  const began = performance.now();
  let last = pdf;
  for (let number = 1; number <= count; number += 1) {
    last = await stamper.stamp({ name: `Reader Çağrı ${number}`, number });
  }
  const ms = (performance.now() - began) / count;
  const read = await readMark(last);
  return {
    on: "marking a PDF of four pages",
    measured: `${ms.toFixed(1)} ms`,
    holds: read?.mark.number === count,
    detail: `${last.length - pdf.length} bytes more; whose it is, is read back`,
  };
}

async function lockRow(load, pdf, count) {
  const { encryptPdf } = await load("copies/index.js");
  const began = performance.now();
  for (let at = 0; at < count; at += 1) {
    encryptPdf(pdf, { user: "reader", owner: `desk ${at}` }, randomBytes);
  }
  const ms = (performance.now() - began) / count;
  return { on: "locking it (AES-256, revision 6)", measured: `${ms.toFixed(1)} ms` };
}

function rateRow({ count, seconds, bytes, cpu, end, recipients }) {
  const rate = count / seconds;
  return {
    on: `${count} recipients, each a PDF of their own`,
    measured: `${Math.round(rate)} messages/s`,
    asked: `>= ${ASKED_RATE}`,
    holds: rate >= ASKED_RATE && end === "done" && recipients === count,
    detail: `${seconds.toFixed(1)} s, ${Math.round(bytes / 1000)} kB each; the sender computes ${cpu.toFixed(1)} ms each`,
  };
}

/** So few messages are over before the runtime is warm: then it is told, and not judged. */
function memoryRow(runs, quick) {
  const growth = runs.at(-1).peak / runs[0].peak;
  return {
    on: "most memory of the sender, copies of their own",
    measured: runs.map(({ count, peak }) => `${count}: ${Math.round(peak / 1e6)} MB`).join(", "),
    asked: `flat: x <= ${ASKED_GROWTH}`,
    holds: quick ? null : growth <= ASKED_GROWTH,
    detail: `x ${growth.toFixed(2)} from the least to the most recipients`,
  };
}
