/** The thread of a read pool: files come in, what reading gave goes out. */
import { parentPort } from "node:worker_threads";
import { readArticles } from "../readers/index.js";
import type { ReadAnswer, ReadJob } from "./read-thread.js";

parentPort?.on("message", async ({ id, source, options }: ReadJob) => {
  const result = await readArticles(source, options);
  parentPort?.postMessage({ id, result } satisfies ReadAnswer);
});
