/** `brief explain`: why an article or a statement is in the brief, or why not. */
import process from "node:process";
import type { Argv } from "yargs";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "./command.js";
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
        .options(PERIOD_OPTIONS)
        .option("json", { type: "boolean", default: false, description: "Print it as JSON" }),
    async (argv) => {
      const [
        { studyBrief },
        { explain },
        { nodeHost },
        { parseDayOption, parsePeriod },
        words,
        { readingProgress },
      ] = await Promise.all([
        import("../pipeline.js"),
        import("../explain.js"),
        import("../host/node.js"),
        import("./period-options.js"),
        import("./explanation-words.js"),
        import("./reading-progress.js"),
      ]);
      const { study, diagnostics } = await studyBrief(nodeHost, {
        folder: argv.workspace ?? process.cwd(),
        brief: argv.brief,
        period: parsePeriod(argv),
        asOf: parseDayOption("as-of", argv.asOf),
        onProgress: readingProgress(),
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
