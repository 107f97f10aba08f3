/** `brief generate`: the brief of a period, into the folder for what is made. */
import { relative, resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson, printNote } from "./terminal.js";

const FORMATS = ["html", "pdf", "json"] as const;

export function generateCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "generate",
    "Make the brief of a period: HTML, PDF and JSON",
    (command) =>
      command
        .option("brief", { type: "string", description: "Which brief; the first of the settings" })
        .option("week", { type: "string", description: "ISO week, e.g. 2021-W18" })
        .option("from", { type: "string", description: "First day of the period, e.g. 2021-05-03" })
        .option("to", { type: "string", description: "Last day of the period" })
        .option("as-of", { type: "string", description: "See only what was published by this day" })
        .option("template", { type: "string", description: "Template; the brief's own by default" })
        .option("language", { type: "string", description: "Language of the labels, e.g. en" })
        .option("format", {
          type: "string",
          default: FORMATS.join(","),
          description: "What to write, separated by commas",
        })
        .option("out", { type: "string", description: "Folder to write to; out/ by default" })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        })
        .option("timings", {
          type: "boolean",
          default: false,
          description: "Print a line per stage",
        })
        .conflicts("week", ["from", "to"])
        .implies("from", "to")
        .implies("to", "from"),
    async (argv) => {
      const [{ generate }, { nodeHost }, { summarise }] = await Promise.all([
        import("../pipeline.js"),
        import("../host/node.js"),
        import("./summary.js"),
      ]);
      const { parseFormats, parsePeriod, parseDayOption } = await import("./period-options.js");
      const result = await generate(nodeHost, {
        folder: argv.workspace ?? process.cwd(),
        brief: argv.brief,
        period: parsePeriod(argv),
        asOf: parseDayOption("as-of", argv.asOf),
        template: argv.template,
        language: argv.language,
        formats: parseFormats(argv.format, FORMATS),
        out: argv.out === undefined ? undefined : resolve(argv.out),
      });
      printDiagnostics(result.diagnostics);
      if (argv.timings)
        for (const { stage, ms } of result.timings) printNote(`${stage}: ${ms.toFixed(0)} ms`);
      if (result.made === null) {
        state.exitCode = 1;
        return;
      }
      if (argv.json) printJson(summarise(result.made).json);
      else {
        printNote(summarise(result.made).text);
        printData(result.made.files.map((file) => relative(process.cwd(), file)).join("\n"));
      }
    },
  ) as Argv<GlobalOptions>;
}
