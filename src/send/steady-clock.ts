/** A clock in, one out that never goes back: what waits by it waits no longer where the other is set back. */
import type { Clock } from "../host/clock.js";

export function steadyClock(clock: Clock): Clock {
  let last = clock.now();
  let lag = 0;
  return {
    now() {
      const now = clock.now();
      lag += Math.max(0, last - now);
      last = now;
      return now + lag;
    },
    wait: (ms, signal) => clock.wait(ms, signal),
  };
}
