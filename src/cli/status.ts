/** `brief status`: what became of an issue, by its release log. */
import process from "node:process";
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import { type CommandState, type GlobalOptions, ISSUE_NAME } from "./command.js";
import { openHost } from "./open-host.js";
import { statusLines } from "./release-words.js";
import { JSON_OPTION } from "./review.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";

export function statusCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "status <issue..>",
    "Tell who reviewed, approved, sent or withdrew an issue, and whether its approval stands",
    (command) => command.positional("issue", ISSUE_NAME).option("json", JSON_OPTION),
    async ({ issue, json, workspace }) => {
      const [{ issueStatus }, host] = await Promise.all([
        import("../release/issue-status.js"),
        openHost(workspace),
      ]);
      const result = await issueStatus(host, issue, workspace ?? process.cwd());
      if (hasErrors(result.diagnostics)) state.exitCode = 1;
      if (json) return printJson(result);
      printDiagnostics(result.diagnostics);
      if (result.status !== null) printData(statusLines(result.status).join("\n"));
    },
  ) as Argv<GlobalOptions>;
}
