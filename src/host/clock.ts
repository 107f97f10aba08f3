/** The time outside the program, behind one interface. */

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  wait(ms: number): Promise<void>;
}

export const nodeClock: Clock = {
  now: () => Date.now(),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

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
