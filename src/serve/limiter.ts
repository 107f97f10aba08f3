/** How many clicks that hold the server takes a second, whoever makes them: a token bucket that holds a burst of ten seconds. */
import type { Clock } from "../host/clock.js";

const PER_SECOND = 50;
const BURST = 500;

/** @returns whether one more may be taken */
export function limiter(clock: Clock): () => boolean {
  let tokens = BURST;
  let last = clock.now();
  return () => {
    const now = clock.now();
    tokens = Math.min(BURST, tokens + (Math.max(0, now - last) / 1000) * PER_SECOND);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
