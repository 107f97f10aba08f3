/** The time outside the program, behind one interface. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** @param signal ends the waiting early; it never rejects */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const nodeClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(ms, LONGEST_WAIT));
      signal?.addEventListener("abort", end);
    }),
};

/** Milliseconds; a longer one would be none at all to the system's timers. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** A clock that stands still but while somebody waits: waiting takes no time, and moves it on. */
export function manualClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    async wait(ms) {
      now += ms;
    },
  };
}
