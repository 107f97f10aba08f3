/** `brief check`: every citation, number, quotation and marking of a finished issue. */
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";

export function checkCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "check <issue>",
    "Check every citation, number, quotation and marking of an issue against its sources",
    (command) =>
      command
        .positional("issue", { type: "string", demandOption: true, description: "An issue.json" })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async (argv) => {
      const [{ checkIssueFile }, { nodeHost }] = await Promise.all([
        import("../check-issue.js"),
        import("../host/node.js"),
      ]);
      const result = await checkIssueFile(nodeHost, argv.issue, argv.workspace);
      const holds = result.diagnostics.length === 0;
      if (!holds) state.exitCode = 1;
      if (argv.json) printJson({ issue: argv.issue, holds, ...result });
      else {
        printDiagnostics(result.diagnostics);
        printData(
          holds
            ? `${argv.issue}: holds (${result.statements} statements, ${result.citations} citations, ${result.articles} articles${result.corpus ? "" : "; corpus not at hand"})`
            : `${argv.issue}: does not hold (${result.diagnostics.length} ${result.diagnostics.length === 1 ? "fault" : "faults"})`,
        );
      }
    },
  ) as Argv<GlobalOptions>;
}
