/** The archive in, its index brought up to date out, so that no brief has to wait for it. */
import { openWorkspace } from "../../config/workspace.js";
import { diagnose, settle } from "../../failed-run.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { withCorpus } from "../../workspace-corpus.js";
import { done, failed, type JobEnd } from "../job-end.js";
import type { JobMeans } from "./job-means.js";

export async function readJob({ host, root }: JobMeans): Promise<JobEnd> {
  const diagnostics: Diagnostic[] = [];
  try {
    const workspace = settle(await openWorkspace(host, root), diagnostics);
    const { diagnostics: said } = await withCorpus(host, workspace, async () => null);
    return done({ diagnostics: [...diagnostics, ...said] });
  } catch (error) {
    return failed({ diagnostics: [...diagnostics, ...diagnose(error)] });
  }
}
