/** The clock of this machine and the time zones of the briefs. */
import { type Check, type Examined, type Found, found } from "./check.js";

export const clockCheck: Check = { name: "clock", look };

/** No earlier than this program: cut-offs and approvals are instants of this clock. */
const EARLIEST = Date.UTC(2026, 0, 1);

async function look({ machine, workspace }: Examined): Promise<readonly Found[]> {
  const now = new Date(machine.now());
  const briefs = Object.entries(workspace?.settings.briefs ?? {});
  if (now.getTime() < EARLIEST) {
    const hint = "set the clock, and let the system keep it (NTP)";
    return [found("error", `the clock says ${now.toISOString()}, before this program`, hint)];
  }
  const zones = [...new Set(briefs.map(([, { timeZone }]) => timeZone))];
  const there = zones.map((zone) => `${timeIn(zone, now)} in ${zone}`);
  const here = `${now.toISOString().slice(0, 16)}Z, this machine in ${machine.timeZone}`;
  return [found("ok", [here, ...there].join("; "))];
}

/** Milliseconds from which two machines do not agree on the order of what happens. */
const ASTRAY = 2_000;

/** @param ahead of this machine, milliseconds */
export function clockFound(whose: string, ahead: number): readonly Found[] {
  if (Math.abs(ahead) < ASTRAY) return [];
  const seconds = (Math.abs(ahead) / 1000).toFixed(1);
  const words = `the clock of ${whose} is ${seconds} s ${ahead > 0 ? "ahead of" : "behind"} this one`;
  return [found("warning", words, "let both be kept by NTP: cut-offs and approvals are instants")];
}

function timeIn(timeZone: string, now: Date): string {
  const parts = { dateStyle: "short", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat("sv", parts).format(now);
}
