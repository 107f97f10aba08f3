/** A network to one that is polite: one request at a time to a host, a pause between two, patience with failures. */
import type { Clock } from "../host/clock.js";
import { type Network, NetworkError, type NetworkResponse } from "../host/network.js";
import { retryAfter } from "./retry-after.js";

export interface Politeness {
  /** Milliseconds between two requests to one host. */
  readonly delayMs: number;
}

/** Milliseconds before the second and the third try; longer waits are left to the next run. */
const BACK_OFF = [1000, 4000];
export const MAX_WAIT_MS = 60_000;

export function politeNetwork(network: Network, clock: Clock, { delayMs }: Politeness): Network {
  const turns = new Map<string, Promise<unknown>>();
  return {
    get(url, request) {
      const host = URL.parse(url)?.host ?? "";
      const before = turns.get(host);
      const turn = (async () => {
        if (before !== undefined) {
          await before;
          await clock.wait(delayMs);
        }
        return askPatiently(() => network.get(url, request), clock);
      })();
      // Not the answer itself: its bytes are not held until the host is asked again.
      turns.set(
        host,
        turn.then(
          () => undefined,
          () => undefined,
        ),
      );
      return turn;
    },
  };
}

/** @throws {NetworkError} of the last try */
async function askPatiently(
  ask: () => Promise<NetworkResponse>,
  clock: Clock,
): Promise<NetworkResponse> {
  for (const pause of BACK_OFF) {
    const answer = await ask().catch((error: unknown) => {
      if (error instanceof NetworkError && error.isPassing) return null;
      throw error;
    });
    const wait = answer === null ? pause : pauseAfter(answer, pause, clock);
    if (answer !== null && (wait === null || wait > MAX_WAIT_MS)) return answer;
    await clock.wait(wait ?? pause);
  }
  return ask();
}

/** Null where the answer stands. */
function pauseAfter(answer: NetworkResponse, pause: number, clock: Clock): number | null {
  if (answer.status < 500 && answer.status !== 429) return null;
  return retryAfter(answer, clock.now()) ?? pause;
}
