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

function timeIn(timeZone: string, now: Date): string {
  const parts = { dateStyle: "short", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat("sv", parts).format(now);
}
