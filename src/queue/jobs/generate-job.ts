/** A brief and a period in, its issue among the outputs: what `brief generate` does. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { JobFile, OrderOf } from "../../model/job.js";
import { generate } from "../../pipeline.js";
import { done, failed, type JobEnd } from "../job-end.js";
import type { JobMeans } from "./job-means.js";
import { madeFiles } from "./made-files.js";

export async function generateJob(order: OrderOf<"generate">, means: JobMeans): Promise<JobEnd> {
  const diagnostics: Diagnostic[] = [];
  const files: JobFile[] = [];
  let issue: string | null = null;
  const counts = { articles: 0 };
  for (const language of order.languages.length === 0 ? [undefined] : order.languages) {
    if (means.stop.aborted) return { kind: "stopped" };
    const { made, ...said } = await generate(means.host, {
      folder: means.root,
      brief: order.brief,
      period: order.period,
      asOf: order.asOf ?? undefined,
      template: order.template ?? undefined,
      language,
      formats: new Set(order.formats),
      exports: new Set(order.exports),
      isReissue: order.reissue,
      rewriting: means.openRewriting(order.offline),
      out: means.outputs,
    });
    diagnostics.push(...said.diagnostics);
    if (made === null) return failed({ issue, files, diagnostics });
    issue = `${made.issue.brief.id}/${made.issue.id}`;
    counts.articles = made.issue.method.read;
    files.push(...(await madeFiles(means, made.files)));
  }
  return done({ issue, files, counts, diagnostics });
}
