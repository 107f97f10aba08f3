/** `brief withdraw`: a version that went out, taken back in the release log. */
import process from "node:process";
import type { Argv } from "yargs";
import { type CommandState, type GlobalOptions, ISSUE_NAME } from "./command.js";
import { openHost } from "./open-host.js";
import { clearanceLines, reachedWords } from "./release-words.js";
import { JSON_OPTION } from "./review.js";
import { printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";
import { BY_OPTION, whoDoesIt } from "./who.js";

export function withdrawCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "withdraw <issue..>",
    "Take an approved or released version back, with the reason",
    (command) =>
      command
        .positional("issue", ISSUE_NAME)
        .option("reason", {
          type: "string",
          requiresArg: true,
          demandOption: "brief withdraw needs --reason: readers are told why",
          description: "Why, in the words that readers are told",
        })
        .option("issue-version", {
          type: "string",
          requiresArg: true,
          description: "Which version, e.g. 1.0; the latest by default",
        })
        .option("by", BY_OPTION)
        .option("json", JSON_OPTION),
    async ({ issue, reason, issueVersion, by, json, workspace }) => {
      const why = reason.trim();
      if (why === "") throw new UsageError("--reason says nothing", "readers are told why");
      const [{ withdrawIssue }, host, { ledgersOf }] = await Promise.all([
        import("../release/withdraw-issue.js"),
        openHost(workspace),
        import("../ledger/index.js"),
      ]);
      const result = await withdrawIssue(host, {
        words: issue,
        folder: workspace ?? process.cwd(),
        version: issueVersion,
        who: whoDoesIt(by),
        reason: why,
        readLedger: ledgersOf(host).readLedger,
      });
      if (result.withdrawn === null) state.exitCode = 1;
      if (json) printJson(result);
      else {
        printDiagnostics(result.diagnostics);
        if (result.withdrawn !== null) {
          clearanceLines(result.withdrawn);
          printNote(reachedWords(result.withdrawn, result.reached));
        }
      }
    },
  ) as Argv<GlobalOptions>;
}
