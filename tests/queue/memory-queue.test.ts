/** The queue in memory keeps the promises of every queue, so that tests may stand on it. */
import { describe } from "vitest";
import { manualClock } from "../../src/host/clock.js";
import { jobQueueContract } from "../contracts/job-queue.js";
import { memoryQueue } from "./memory-queue.js";

describe("the queue in memory", () => {
  jobQueueContract(async () => {
    const clock = manualClock(Date.UTC(2021, 4, 10));
    return { queue: memoryQueue(clock), later: () => clock.wait(600_000) };
  });
});
