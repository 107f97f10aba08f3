/** The sample brief with generated words, as an endpoint that moves attributions gives them. */
import { nodeClock } from "../../src/host/clock.js";
import { nodeNetwork } from "../../src/host/node-network.js";
import type { Issue } from "../../src/model/issue.js";
import { generateIn, openTestWorkspace, readRepository } from "../workspace.js";
import { moveAttribution, openStub, saying } from "./stub-endpoint.js";

/** What stands before generated words. */
export const MARK = "Reworded by a model, not the source's words:";

/** Some of them. */
export const REWORDED =
  "Turkish Foreign Minister Mevlut Cavusoglu said on Saturday that Turkey has not been asked to come";

/** @returns the workspace, and its issue where one could be made */
export async function makeRewrittenBrief(): Promise<{ root: string; issue: Issue | undefined }> {
  const stub = await openStub(saying(moveAttribution));
  const settings = `\nrewrite:\n  endpoint: ${stub.endpoint}\n  model: stub-1\n`;
  const root = openTestWorkspace({
    "briefwright.yaml": readRepository("briefwright.yaml") + settings,
  });
  const rewriting = {
    clock: { now: nodeClock.now, wait: async () => undefined },
    secret: () => undefined,
    openPoster: async (allow: readonly string[]) =>
      nodeNetwork({ userAgent: "briefwright/test", allow }),
  };
  const formats = new Set(["html", "pdf", "json"] as const);
  const { made } = await generateIn(root, { rewriting, formats });
  await stub.close();
  return { root, issue: made?.issue };
}
