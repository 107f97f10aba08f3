/** Names of feeds in, what is new in them in the shared archive, to be read next: what `brief fetch` does. */
import { fetchArticles } from "../../collect-articles.js";
import { diagnose } from "../../failed-run.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { OrderOf } from "../../model/job.js";
import { done, failed, type JobEnd } from "../job-end.js";
import type { JobMeans } from "./job-means.js";

export async function fetchJob(order: OrderOf<"fetch">, means: JobMeans): Promise<JobEnd> {
  const { host, root, collector } = means;
  const diagnostics: Diagnostic[] = [];
  const counts = { feeds: 0, new: 0, known: 0, failed: 0 };
  try {
    const { results } = await fetchArticles(
      { ...collector, host },
      { folder: root, names: order.feeds },
    );
    for await (const feed of results) {
      counts.feeds += 1;
      counts.new += feed.new;
      counts.known += feed.known;
      if (feed.status === "failed") counts.failed += 1;
      diagnostics.push(...feed.diagnostics);
      if (means.stop.aborted) return { kind: "stopped" };
    }
  } catch (error) {
    return failed({ diagnostics: [...diagnostics, ...diagnose(error)] });
  }
  // What came in is read apart: it takes a processor, as feeds take patience.
  if (counts.new > 0) await means.add({ kind: "read", snapshot: order.snapshot });
  return counts.failed > 0 ? failed({ counts, diagnostics }) : done({ counts, diagnostics });
}
