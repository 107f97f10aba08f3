/** `brief check`: every citation, number, quotation and marking of a finished brief. */
import process from "node:process";
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";
import { operandMissing } from "./usage-words.js";

export function checkCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "check [issue]",
    "Check every citation, number, quotation and marking of an issue against its sources",
    (command) =>
      command
        .positional("issue", { type: "string", description: "An issue.json" })
        .option("all", {
          type: "boolean",
          default: false,
          description: "Find released issues whose articles changed, went or were withdrawn",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async (argv) => {
      if (argv.all) return checkAll(argv, state);
      if (argv.issue === undefined) throw operandMissing("check");
      const [{ checkFile }, { nodeHost }, words] = await Promise.all([
        import("../check/check-file.js"),
        import("../host/node.js"),
        import("./fault-words.js"),
      ]);
      const { diagnostics: faults, ...counts } = await checkFile(
        nodeHost,
        argv.issue,
        argv.workspace,
      );
      const holds = !hasErrors(faults);
      if (!holds) state.exitCode = 1;
      if (argv.json) {
        printJson({ issue: argv.issue, holds, ...counts, diagnostics: faults });
        return;
      }
      const { columns, isTTY } = process.stdout;
      if (isTTY === true && faults.length > 0) {
        printData(`${words.faultTable(faults, columns ?? 80)}\n`);
      } else for (const line of words.faultLines(faults)) printData(line);
      printData(`${argv.issue}: ${words.verdict(holds, faults, counts)}`);
    },
  ) as Argv<GlobalOptions>;
}

async function checkAll(
  { workspace, json }: GlobalOptions & { readonly json: boolean },
  state: CommandState,
): Promise<void> {
  const [{ checkRecord }, { nodeHost }, { recordLines }, { readingProgress }] = await Promise.all([
    import("../check/check-record.js"),
    import("../host/node.js"),
    import("./record-words.js"),
    import("./reading-progress.js"),
  ]);
  const result = await checkRecord(nodeHost, workspace ?? process.cwd(), readingProgress());
  if (result.touched.length > 0 || hasErrors(result.diagnostics)) state.exitCode = 1;
  if (json) return printJson(result);
  printDiagnostics(result.diagnostics);
  printData(recordLines(result).join("\n"));
}
