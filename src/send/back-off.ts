/** How often it was tried in, how long to wait before the next attempt out: twice as long each time. */

/** Milliseconds: a day. */
const LONGEST = 86_400_000;

/** @param tried attempts so far, from 1 @param first milliseconds before the second attempt */
export function backOff(tried: number, first: number): number {
  return Math.min(LONGEST, first * 2 ** Math.min(30, tried - 1));
}
