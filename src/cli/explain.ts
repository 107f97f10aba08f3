/** `brief explain`: why an article or a statement is in the brief, or why not. */
import process from "node:process";
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";

export function explainCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "explain <name>",
    "Say why an article or a statement is in the brief, or why not",
    (command) =>
      command
        .positional("name", {
          type: "string",
          demandOption: true,
          description: "An article's id or file, or a statement's id",
        })
        .option("brief", { type: "string", description: "Which brief; the first of the settings" })
        .option("week", { type: "string", description: "ISO week, e.g. 2021-W18" })
        .option("from", { type: "string", description: "First day of the period" })
        .option("to", { type: "string", description: "Last day of the period" })
        .option("as-of", { type: "string", description: "See only what was published by this day" })
        .option("json", { type: "boolean", default: false, description: "Print it as JSON" })
        .conflicts("week", ["from", "to"])
        .implies("from", "to")
        .implies("to", "from"),
    async (argv) => {
      const [{ studyBrief }, { explain }, { nodeHost }, { parseDayOption, parsePeriod }, words] =
        await Promise.all([
          import("../pipeline.js"),
          import("../explain.js"),
          import("../host/node.js"),
          import("./period-options.js"),
          import("./explanation-words.js"),
        ]);
      const { study, diagnostics } = await studyBrief(nodeHost, {
        folder: argv.workspace ?? process.cwd(),
        brief: argv.brief,
        period: parsePeriod(argv),
        asOf: parseDayOption("as-of", argv.asOf),
      });
      const explanation = study === null ? null : explain(argv.name, study);
      if (explanation === null) {
        state.exitCode = 1;
        printDiagnostics(study === null ? diagnostics : [words.nothingNamed(argv.name)]);
      } else if (argv.json) printJson(explanation);
      else printData(words.explanationWords(explanation));
    },
  ) as Argv<GlobalOptions>;
}
