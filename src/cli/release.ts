/** `brief release`: a finished issue into the record, once it holds. */
import type { Argv } from "yargs";
import type { Release } from "../model/release.js";
import { type CommandState, type GlobalOptions, ISSUE_OPERAND } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { BY_OPTION, whoDoesIt } from "./who.js";

export function releaseCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "release <issue>",
    "Put a finished issue into the record as it is, once it holds: counted, never sent",
    (command) =>
      command.positional("issue", ISSUE_OPERAND).option("by", BY_OPTION).option("json", {
        type: "boolean",
        default: false,
        description: "Print the result as JSON",
      }),
    async (argv) => {
      const [{ releaseIssue }, host] = await Promise.all([
        import("../release-issue.js"),
        openHost(argv.workspace),
      ]);
      const result = await releaseIssue(host, argv.issue, argv.workspace, whoDoesIt(argv.by));
      if (result.release === null) state.exitCode = 1;
      if (argv.json) printJson(result);
      else {
        printDiagnostics(result.diagnostics);
        if (result.release !== null) tell(result.release);
      }
    },
  ) as Argv<GlobalOptions>;
}

function tell({ brief, issue, version, supersedes, files, leftOut, folder }: Release): void {
  const instead = supersedes === null ? "" : `, in the place of ${supersedes}`;
  printNote(`released ${brief} ${issue}, version ${version}${instead}: ${files.length} files`);
  if (leftOut.length > 0) {
    printNote(`  left out ${leftOut.map(oneLine).join(", ")}: no part of the issue`);
  }
  printData(folder);
}
