/** A workspace whose issue was reviewed and approved for a list, its copies made. */
import { loadRecipients } from "../../src/config/recipient-lists.js";
import { nodeHost } from "../../src/host/node.js";
import { approveIssue } from "../../src/release/approve-issue.js";
import { reviewIssue } from "../../src/release/review-issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

export const APPROVED = { brief: "libya-weekly", issue: "2021-W18" } as const;

/** @param changes `distribution.yaml` among them, with the lists of the brief */
export async function openApprovedWorkspace(
  changes: Record<string, string>,
  lists: readonly string[] = [],
): Promise<string> {
  const root = openTestWorkspace(changes);
  await generateIn(root, { formats: new Set(["json"]) });
  const words = [APPROVED.brief, APPROVED.issue];
  const at = "2021-05-10T06:00:00.000Z";
  const request = { words, folder: root, note: null };
  const reviewed = await reviewIssue(nodeHost, { ...request, who: { by: "A. B.", at } });
  const approved = await approveIssue(nodeHost, {
    ...request,
    who: { by: "C. D.", at },
    lists,
    embargo: null,
    sendBy: null,
    loadRecipients,
  });
  if (reviewed.reviewed === null || approved.approved === null) {
    throw new Error(JSON.stringify([reviewed.diagnostics, approved.diagnostics]));
  }
  return root;
}
