/** `brief check`: every citation, number, quotation and marking of a finished brief. */
import process from "node:process";
import type { Argv } from "yargs";
import type { CheckResult } from "../check/check-issue-file.js";
import { verdictOf } from "../check/verdict.js";
import { hasErrors } from "../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";
import { operandMissing } from "./usage-words.js";

export function checkCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "check [brief..]",
    "Check every citation, number, quotation and marking of a brief against its sources",
    (command) =>
      command
        .positional("brief", {
          type: "string",
          array: true,
          default: [],
          defaultDescription: "",
          description:
            "An issue.json or its folder, a brief.pdf, a brief.html, or the archive of an issue",
        })
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
      if (argv.brief.length === 0) throw operandMissing("check");
      const [{ checkFile }, host] = await Promise.all([
        import("../check/check-file.js"),
        openHost(argv.workspace ?? argv.brief[0]),
      ]);
      for (const file of argv.brief) {
        const result = await checkFile(host, file, argv.workspace);
        if (verdictOf(result.diagnostics) !== "holds") state.exitCode = 1;
        await printResult(file, result, argv.json);
      }
    },
  ) as Argv<GlobalOptions>;
}

async function printResult(
  file: string,
  { diagnostics: faults, ...counts }: CheckResult,
  json: boolean,
): Promise<void> {
  const verdict = verdictOf(faults);
  if (json) {
    printJson({ issue: file, holds: verdict === "holds", verdict, ...counts, diagnostics: faults });
    return;
  }
  const words = await import("./fault-words.js");
  const { columns, isTTY } = process.stdout;
  if (isTTY === true && faults.length > 0) {
    printData(`${words.faultTable(faults, columns ?? 80)}\n`);
  } else for (const line of words.faultLines(faults)) printData(line);
  printData(`${file}: ${words.verdict(verdict, faults, counts)}`);
}

async function checkAll(
  { workspace, json }: GlobalOptions & { readonly json: boolean },
  state: CommandState,
): Promise<void> {
  const [{ checkRecord }, host, { recordLines }, { readingProgress }] = await Promise.all([
    import("../check/check-record.js"),
    openHost(workspace),
    import("./record-words.js"),
    import("./reading-progress.js"),
  ]);
  const result = await checkRecord(host, workspace ?? process.cwd(), readingProgress());
  if (result.touched.length > 0 || hasErrors(result.diagnostics)) state.exitCode = 1;
  if (json) return printJson(result);
  printDiagnostics(result.diagnostics);
  printData(recordLines(result).join("\n"));
}
