/** Seconds of processor that processes have had so far, as Linux counts them in /proc/<pid>/stat. */
import { readdirSync, readFileSync } from "node:fs";

/** Ticks in a second: the same on every Linux that Node runs on. */
const HERTZ = 100;

/** @param pids of processes; 0 for one that is gone */
export function processorTime(pids) {
  return pids.reduce((sum, pid) => sum + (fieldsOf(pid)?.time ?? 0), 0);
}

/** Of a server and everything that it started, ended children among them. */
export function processorTimeBelow(pid) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((name) => [Number(name), fieldsOf(Number(name))]));
  const isBelow = (one) => {
    for (let at = one; at > 1; at = parents.get(at)?.parent ?? 0) if (at === pid) return true;
    return false;
  };
  const below = [...parents].filter(([one]) => isBelow(one));
  return below.reduce((sum, [, fields]) => sum + (fields?.time ?? 0) + (fields?.ended ?? 0), 0);
}

function fieldsOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((at) =>
      Number(fields[at]),
    );
    return {
      parent,
      time: (user + system) / HERTZ,
      ended: (endedUser + endedSystem) / HERTZ,
    };
  } catch {
    return null;
  }
}
