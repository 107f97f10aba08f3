/** A composed issue in, the same with its statements reworded out, where the settings name an endpoint. */
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Stopwatch } from "../stopwatch.js";
import type { BriefRequest, Gathered } from "./gather.js";

/** Nothing of it is even loaded where the settings name no endpoint. */
export async function rewritePeriod(
  host: Host,
  { rewriting }: Pick<BriefRequest, "rewriting">,
  { workspace, lexicon }: Gathered,
  issue: Issue,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<Issue> {
  const { root } = workspace;
  const { rewrite: settings, network, corpus } = workspace.settings;
  if (settings === undefined) return issue;
  const { rewriteIssue } = await import("../rewrite/index.js");
  const rewritten = await watch.time("rewrite", () =>
    rewriteIssue(host, {
      issue,
      settings,
      allow: network.allow,
      lexicon,
      root,
      corpus,
      means: rewriting ?? null,
    }),
  );
  diagnostics.push(...rewritten.diagnostics);
  return rewritten.issue;
}
