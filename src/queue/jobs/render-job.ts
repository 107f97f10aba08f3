/** A finished issue in, its page and its other forms among the outputs: what `brief render` does. */
import { dirname, join } from "node:path";
import { diagnose } from "../../failed-run.js";
import type { OrderOf } from "../../model/job.js";
import { renderIssueFile } from "../../render-issue-file.js";
import { done, failed, type JobEnd } from "../job-end.js";
import type { JobMeans } from "./job-means.js";
import { madeFiles } from "./made-files.js";

export async function renderJob(order: OrderOf<"render">, means: JobMeans): Promise<JobEnd> {
  const { host, root, outputs } = means;
  const issue = `${order.brief}/${order.issue}`;
  try {
    const rendered = await renderIssueFile(host, {
      file: join(root, order.file),
      folder: root,
      template: order.template ?? undefined,
      formats: new Set(order.formats),
    });
    if (rendered.files === null) return failed({ issue, diagnostics: rendered.diagnostics });
    const folder = join(outputs, dirname(order.file).replace(/^out\//, ""));
    const paths: string[] = [];
    for (const [name, bytes] of rendered.files) {
      paths.push(join(folder, name));
      await host.writeFile(join(folder, name), bytes);
    }
    const files = await madeFiles(means, paths);
    return done({ issue, files, diagnostics: rendered.diagnostics });
  } catch (error) {
    return failed({ issue, diagnostics: diagnose(error) });
  }
}
