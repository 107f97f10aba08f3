/** Wall-clock milliseconds by stage, for `--timings`; never a part of any output. */

import { telemetry } from "./host/telemetry.js";

export interface Timing {
  readonly stage: string;
  readonly ms: number;
}

export class Stopwatch {
  readonly timings: Timing[] = [];

  /** @param onStage told when a stage begins */
  constructor(private readonly onStage: (stage: string) => void = () => undefined) {}

  /** Runs one stage and keeps how long it took, waiting included. */
  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    this.onStage(stage);
    const start = performance.now();
    try {
      return await telemetry().span(stage, {}, async () => work());
    } finally {
      this.timings.push({ stage, ms: performance.now() - start });
    }
  }
}
