/** The thread of a read pool: files come in, what reading gave goes out, its long parts packed. */
import { parentPort } from "node:worker_threads";
import { readArticles } from "../readers/index.js";
import { packParts } from "./pack-article.js";
import type { ReadAnswer, ReadJob } from "./read-thread.js";

parentPort?.on("message", async ({ id, source, options }: ReadJob) => {
  const { articles, diagnostics } = await readArticles(source, options);
  const answer: ReadAnswer = { id, articles: articles.map(packParts), diagnostics };
  parentPort?.postMessage(answer);
});
