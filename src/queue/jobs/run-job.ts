/** What is asked of a worker in, the same library function called that the command calls. */
import type { JobOrder } from "../../model/job.js";
import type { JobEnd } from "../job-end.js";
import { fetchJob } from "./fetch-job.js";
import { generateJob } from "./generate-job.js";
import type { JobMeans } from "./job-means.js";
import { readJob } from "./read-job.js";
import { renderJob } from "./render-job.js";
import { sendJob } from "./send-job.js";

export async function runJob(order: JobOrder, means: JobMeans): Promise<JobEnd> {
  switch (order.kind) {
    case "generate":
      return generateJob(order, means);
    case "render":
      return renderJob(order, means);
    case "send":
      return sendJob(order, means);
    case "fetch":
      return fetchJob(order, means);
    case "read":
      return readJob(means);
  }
}
