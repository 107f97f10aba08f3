/** From a flag to an instant: day, time and zone, as ISO 8601 in UTC. */
import { UsageError } from "./usage.js";

/** @returns ISO 8601, UTC @throws {UsageError} where it is none, or lacks its zone */
export function parseInstant(flag: string, text: string): string {
  const isInstant =
    /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
  const ms = isInstant.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  throw new UsageError(
    `--${flag}: “${text}” is no instant`,
    "write the day, the time and the zone, e.g. 2021-05-10T06:00Z",
  );
}
