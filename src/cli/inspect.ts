/** `brief inspect`: what one stage sees, one line per item; a reading as it was cleaned. */
import process from "node:process";
import type { Argv } from "yargs";
import { STAGES, type Stage } from "../inspect-stages.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";

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
          description:
            "Files, articles in them (feed.xml#2) or folders; the workspace's articles by default",
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
        .option("html", {
          type: "string",
          description: "Write readings as a page to this file; to standard output without a name",
        })
        .epilogue(STAGE_NAMES.map((name) => `${name}: ${STAGES[name]}`).join("\n")),
    async (argv) => {
      const { parseDayOption } = await import("./period-options.js");
      const { stage, json, html } = argv;
      if (html !== undefined) checkPageOptions(stage, json);
      const request = {
        paths: argv.path,
        folder: argv.workspace ?? process.cwd(),
        asOf: parseDayOption("as-of", argv.asOf) ?? "9999-12-31",
      };
      if (stage === "reading") {
        const { showReading } = await import("./reading-view/show-reading.js");
        await showReading(request, { json, page: html });
      } else await showStage(stage, request, json);
    },
  ) as Argv<GlobalOptions>;
}

interface Request {
  readonly paths: readonly string[];
  readonly folder: string;
  readonly asOf: string;
}

async function showStage(stage: Stage, request: Request, json: boolean): Promise<void> {
  const [{ inspectCorpus }, { nodeHost }, { describeLine }] = await Promise.all([
    import("../inspect-corpus.js"),
    import("../host/node.js"),
    import("./describe-line.js"),
  ]);
  const { lines, diagnostics } = await inspectCorpus(nodeHost, { stage, ...request });
  printDiagnostics(diagnostics);
  for (const line of lines) {
    if (json) printJson(line);
    else printData(describeLine(stage, line));
  }
}

/** @throws {UsageError} where a page was asked for that there is not */
function checkPageOptions(stage: Stage, json: boolean): void {
  if (stage !== "reading") {
    throw new UsageError(
      `there is no page of the stage “${stage}”`,
      "brief inspect reading --html page.html",
    );
  }
  if (json) throw new UsageError("--html and --json exclude each other", "choose one of the two");
}
