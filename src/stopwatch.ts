/** Wall-clock milliseconds by stage, for `--timings`; never a part of any output. */

export interface Timing {
  readonly stage: string;
  readonly ms: number;
}

export class Stopwatch {
  readonly timings: Timing[] = [];

  /** Runs one stage and keeps how long it took, waiting included. */
  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await work();
    } finally {
      this.timings.push({ stage, ms: performance.now() - start });
    }
  }
}
