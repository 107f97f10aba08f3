export { aboutJob } from "./about-job.js";
export type { Added, Changed, JobFilter, JobQueue, TakenJob } from "./job-queue.js";
export type { JobMeans } from "./jobs/job-means.js";
export { lookAtQueue, type QueueSight } from "./look-at-queue.js";
export { type OpenQueue, openQueue } from "./open-queue.js";
export { openWorker, type WorkerRequest } from "./open-worker.js";
export { queueWorkspace } from "./queue-workspace.js";
export type { WorkDone, WorkNews } from "./work.js";
export { readWorkers, type WorkerNews } from "./worker-registry.js";
