/** `brief explain`: the whole way from bytes to page of an article, a passage, a statement or a finding. */
import process from "node:process";
import type { Argv } from "yargs";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Explanation } from "../model/explanation.js";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "./command.js";
import { openHost } from "./open-host.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";

export function explainCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "explain <name>",
    "Say why an article, a passage or a statement is in the brief, or why not",
    (command) =>
      command
        .positional("name", {
          type: "string",
          demandOption: true,
          description:
            "An article's id, file or number, file:offset, an id of the issue, or quoted words",
        })
        .options(PERIOD_OPTIONS)
        .option("issue", {
          type: "string",
          requiresArg: true,
          description: "A finished issue.json, explained from what lies beside it",
        })
        .option("json", { type: "boolean", default: false, description: "Print it as JSON" }),
    async (argv) => {
      const { explanationWords, nothingNamed } = await import("./explanation/index.js");
      const { explanation, diagnostics } = await find(argv);
      if (explanation === null) {
        state.exitCode = 1;
        printDiagnostics(diagnostics.length > 0 ? diagnostics : [nothingNamed(argv.name)]);
      } else if (argv.json) printJson(explanation);
      else printData(explanationWords(explanation));
    },
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly name: string;
  readonly issue: string | undefined;
  readonly brief: string | undefined;
  readonly week: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly asOf: string | undefined;
}

interface Found {
  readonly explanation: Explanation | null;
  /** Why nothing could be looked at. */
  readonly diagnostics: readonly Diagnostic[];
}

async function find(flags: Flags): Promise<Found> {
  const [{ explainIssueFile, explainStudy }, host] = await Promise.all([
    import("../explain/index.js"),
    openHost(flags.workspace ?? flags.issue),
  ]);
  const { name, issue } = flags;
  if (issue !== undefined) return explainIssueFile(host, name, issue);
  const [{ studyBrief }, { parseDayOption, parsePeriod }, { readingProgress }] = await Promise.all([
    import("../pipeline.js"),
    import("./period-options.js"),
    import("./reading-progress.js"),
  ]);
  const { study, diagnostics } = await studyBrief(host, {
    folder: flags.workspace ?? process.cwd(),
    brief: flags.brief,
    period: parsePeriod(flags),
    asOf: parseDayOption("as-of", flags.asOf),
    onProgress: readingProgress(),
  });
  if (study === null) return { explanation: null, diagnostics };
  return { explanation: await explainStudy(host, name, study), diagnostics: [] };
}
