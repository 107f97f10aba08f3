/**
 * Messages per minute to the moments at which each may go: a token bucket in its virtual-scheduling form
 * (Generic Cell Rate Algorithm, ITU-T I.371), which holds as much as a second gives.
 */
import type { Clock } from "../host/clock.js";

/** Waits for the next message's turn. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** @param perMinute messages; undefined for no limit @param clock that never goes back */
export function paceOf(perMinute: number | undefined, clock: Clock): Pace {
  if (perMinute === undefined) return async () => undefined;
  const interval = 60_000 / perMinute;
  const tolerance = Math.max(0, 1000 - interval);
  let turn = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const now = clock.now();
    const mine = Math.max(turn, now - tolerance);
    turn = mine + interval;
    if (mine > now) await clock.wait(mine - now, signal);
  };
}
