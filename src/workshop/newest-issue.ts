/** A workspace in, the issue that was made last out: data to show a template with. */
import { join, resolve } from "node:path";
import type { Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Outcome } from "../model/diagnostic.js";
import { ISSUE } from "../records.js";

/** @returns the absolute path of its `issue.json` */
export async function newestIssue(
  host: Host,
  { root, settings }: Workspace,
): Promise<Outcome<string>> {
  const out = resolve(root, settings.out);
  const files = (await host.exists(out)) ? await host.listFiles(out) : [];
  const [newest] = files
    .filter(({ path, kind }) => kind === "file" && path.split("/").at(-1) === ISSUE)
    .toSorted((a, b) => (b.modified ?? 0) - (a.modified ?? 0));
  if (newest !== undefined) return { value: join(out, newest.path), diagnostics: [] };
  return {
    value: null,
    diagnostics: [
      {
        code: "no-issue-made",
        severity: "error",
        message: "no issue was made yet that a template could be shown with",
        place: { file: settings.out },
        hint: "run brief generate, or name an issue.json with --issue",
      },
    ],
  };
}
