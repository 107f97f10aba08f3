/** `brief review`: says in the release log who looked at a finished issue, once it holds. */
import process from "node:process";
import type { Argv } from "yargs";
import { type CommandState, type GlobalOptions, ISSUE_NAME } from "./command.js";
import { openHost } from "./open-host.js";
import { clearanceLines } from "./release-words.js";
import { printDiagnostics, printJson } from "./terminal.js";
import { BY_OPTION, whoDoesIt } from "./who.js";

export function reviewCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "review <issue..>",
    "Say that somebody looked at a finished issue, once it holds",
    (command) =>
      command
        .positional("issue", ISSUE_NAME)
        .option("by", BY_OPTION)
        .option("note", NOTE_OPTION)
        .option("json", JSON_OPTION),
    async ({ issue, by, note, json, workspace }) => {
      const [{ reviewIssue }, host] = await Promise.all([
        import("../release/review-issue.js"),
        openHost(workspace),
      ]);
      const result = await reviewIssue(host, {
        words: issue,
        folder: workspace ?? process.cwd(),
        who: whoDoesIt(by),
        note: note ?? null,
      });
      if (result.reviewed === null) state.exitCode = 1;
      if (json) printJson(result);
      else {
        printDiagnostics(result.diagnostics);
        if (result.reviewed !== null) clearanceLines(result.reviewed);
      }
    },
  ) as Argv<GlobalOptions>;
}

export const NOTE_OPTION = {
  type: "string",
  requiresArg: true,
  description: "Words for the release log",
} as const;

export const JSON_OPTION = {
  type: "boolean",
  default: false,
  description: "Print the result as JSON",
} as const;
