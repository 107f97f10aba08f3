/** `brief inspect`: what one stage sees, one line per item. */
import process from "node:process";
import type { Argv } from "yargs";
import { STAGES, type Stage } from "../inspect-stages.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";

const STAGE_NAMES = Object.keys(STAGES) as Stage[];

export function inspectCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "inspect <stage> [path..]",
    `Show what one stage sees: ${STAGE_NAMES.join(", ")}`,
    (command) =>
      command
        .positional("stage", {
          choices: STAGE_NAMES,
          demandOption: true,
          description: "Which stage",
        })
        .positional("path", {
          type: "string",
          array: true,
          default: [],
          description: "Files or folders; the workspace's articles by default",
        })
        .option("as-of", {
          type: "string",
          description: "Infer dates from what was published by this day",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print one JSON object per line",
        })
        .epilogue(STAGE_NAMES.map((name) => `${name}: ${STAGES[name]}`).join("\n")),
    async (argv) => {
      const [{ inspectCorpus }, { nodeHost }, { parseDayOption }, { describeLine }] =
        await Promise.all([
          import("../inspect-corpus.js"),
          import("../host/node.js"),
          import("./period-options.js"),
          import("./describe-line.js"),
        ]);
      const { lines, diagnostics } = await inspectCorpus(nodeHost, {
        stage: argv.stage,
        paths: argv.path,
        folder: argv.workspace ?? process.cwd(),
        asOf: parseDayOption("as-of", argv.asOf) ?? "9999-12-31",
      });
      printDiagnostics(diagnostics);
      for (const line of lines) {
        if (argv.json) printJson(line);
        else printData(describeLine(argv.stage, line));
      }
    },
  ) as Argv<GlobalOptions>;
}
