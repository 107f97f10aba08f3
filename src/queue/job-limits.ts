/** How long a job of each kind may take, and how often one is tried. */
import type { JobKind } from "../model/job.js";

export interface JobLimits {
  /** Seconds until a job that does not end is given to another worker. */
  readonly expire: number;
  /** Attempts after the first one. */
  readonly retries: number;
  /** Seconds before the second attempt; each next one waits twice as long. */
  readonly delay: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A mailing keeps to the pace of its relay, and reading goes through a whole archive. */
export const LIMITS: Readonly<Record<JobKind, JobLimits>> = {
  send: { expire: 6 * HOUR, retries: 8, delay: 10 },
  render: { expire: 15 * MINUTE, retries: 5, delay: 2 },
  generate: { expire: 30 * MINUTE, retries: 5, delay: 2 },
  fetch: { expire: HOUR, retries: 3, delay: 30 },
  read: { expire: 6 * HOUR, retries: 3, delay: 10 },
};

/** Seconds; no job waits longer for its next attempt. */
export const LONGEST_DELAY = 5 * MINUTE;

/** Seconds without a word of its worker after which a job is taken for abandoned. */
export const SILENCE = 2 * MINUTE;

/** Seconds that a job is kept once it has ended, so that somebody can look what came of it. */
export const KEPT = 30 * 24 * HOUR;

/** A job that nobody takes in this time is no news any more, seconds. */
export const WAITS = 14 * 24 * HOUR;
