/** `brief reproduce`: a finished issue made again from its manifest, byte for byte. */
import type { Argv } from "yargs";
import type { InputDifference, OutputDifference, Reproduction } from "../model/reproduction.js";
import { type CommandState, type GlobalOptions, ISSUE_OPERAND } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, printData, printDiagnostics, printJson } from "./terminal.js";

export function reproduceCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "reproduce <issue>",
    "Make a finished issue again from its manifest, and compare every byte",
    (command) =>
      command.positional("issue", ISSUE_OPERAND).option("json", {
        type: "boolean",
        default: false,
        description: "Print the result as JSON",
      }),
    async (argv) => {
      const [{ reproduceIssue }, host] = await Promise.all([
        import("../reproduce/reproduce-issue.js"),
        openHost(argv.workspace),
      ]);
      const request = { file: argv.issue, folder: argv.workspace };
      const result = await reproduceIssue(host, request);
      if (!result.holds) state.exitCode = 1;
      if (argv.json) printJson(result);
      else {
        printDiagnostics(result.diagnostics);
        for (const line of linesOf(result)) printData(oneLine(line));
      }
    },
  ) as Argv<GlobalOptions>;
}

function linesOf({ issue, holds, same, inputs, outputs }: Reproduction): string[] {
  const verdict = holds
    ? `${issue}: the same again, ${same} files byte for byte`
    : `${issue}: not the same again`;
  return [...inputs.flatMap(inputLines), ...outputs.flatMap(outputLines), verdict];
}

function inputLines({ name, expected, actual, keptIn }: InputDifference): string[] {
  const what =
    expected === null
      ? "was not there when the issue was made"
      : actual === null
        ? "is not there any more"
        : "is not as it was";
  return [
    `made from: ${name} ${what}`,
    ...(expected === null ? [] : [`  expected ${expected}`]),
    ...(actual === null ? [] : [`  found    ${actual}`]),
    ...(keptIn === null ? [] : [`  the bytes as they were: ${keptIn}`]),
  ];
}

function outputLines({ path, expected, actual, first }: OutputDifference): string[] {
  if (expected === null) return [`made: ${path} was not among the files`];
  if (actual === null) return [`made: ${path} does not come again`];
  return [`made: ${path} differs`, ...(first === null ? [] : [`  first at ${first}`])];
}
