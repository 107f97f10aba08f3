/** `brief inspect`: what one stage sees, one line per item; a reading as it was cleaned. */
import process from "node:process";
import type { Argv } from "yargs";
import type { InspectRequest } from "../inspect/inspect-corpus.js";
import { STAGES, type Stage } from "../inspect/stages.js";
import type { SummaryMethod } from "../model/settings.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { readStandardLines, STANDARD_INPUT } from "./standard-input.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";

/** As the settings name them; the schema itself would be loaded for help alone. */
const SUMMARY_METHODS: readonly SummaryMethod[] = ["lead", "lexrank", "centroid"];
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
            "Files, articles in them (feed.xml#2), folders, or - for JSON Lines of {id, text}; the workspace's articles by default",
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
        .option("themes", {
          type: "string",
          description: "A file of themes in the place of the lexicon's",
        })
        .option("words", {
          type: "number",
          description: "summary: how long it may be, in words (100 by default)",
        })
        .option("method", {
          choices: SUMMARY_METHODS,
          description: "summary: how statements are chosen",
        })
        .epilogue(STAGE_NAMES.map((name) => `${name}: ${STAGES[name]}`).join("\n")),
    async (argv) => {
      const { parseDayOption } = await import("./period-options.js");
      const { stage, json, html } = argv;
      if (html !== undefined) checkPageOptions(stage, json);
      checkStageOptions(stage, argv);
      if (argv.words !== undefined && !(argv.words > 0)) {
        throw new UsageError("--words is a number above zero", "brief inspect summary --words 100");
      }
      const paths: readonly string[] = argv.path;
      const request: InspectRequest = {
        stage,
        paths: paths.filter((path) => path !== STANDARD_INPUT),
        given: paths.includes(STANDARD_INPUT) ? readStandardLines() : undefined,
        themes: argv.themes,
        words: argv.words,
        method: argv.method,
        folder: argv.workspace ?? process.cwd(),
        asOf: parseDayOption("as-of", argv.asOf) ?? "9999-12-31",
      };
      if (stage === "reading") {
        if (request.given !== undefined) refuseGiven();
        const { showReading } = await import("./reading-view/show-reading.js");
        await showReading(request, { json, page: html });
      } else await showStage(request, json);
    },
  ) as Argv<GlobalOptions>;
}

async function showStage(request: InspectRequest, json: boolean): Promise<void> {
  const [{ inspectCorpus }, host, { describeLine }] = await Promise.all([
    import("../inspect/inspect-corpus.js"),
    openHost(request.folder),
    import("./describe-line.js"),
  ]);
  const { lines, diagnostics, articles } = await inspectCorpus(host, request);
  printDiagnostics(diagnostics);
  for (const line of lines) {
    if (json) printJson(line);
    else printData(describeLine(request.stage, line, articles));
  }
}

/** @throws {UsageError} since what is given as an article is not read */
function refuseGiven(): never {
  throw new UsageError(
    "“-” gives articles as they are, and reading changes nothing of them",
    "name a file or a folder, or look at another stage: brief inspect sentences -",
  );
}

/** @throws {UsageError} for an option that would change nothing of what the stage prints */
function checkStageOptions(
  stage: Stage,
  { words, method, themes }: { words?: unknown; method?: unknown; themes?: unknown },
): void {
  if (stage !== "summary" && words !== undefined) throw onlyForSummary("--words", "100");
  if (stage !== "summary" && method !== undefined) throw onlyForSummary("--method", "lexrank");
  if (stage === "reading" && themes !== undefined) {
    throw new UsageError(
      "--themes changes nothing of a reading",
      "brief inspect themes --themes themes.yaml",
    );
  }
}

function onlyForSummary(flag: string, value: string): UsageError {
  return new UsageError(
    `${flag} is for the stage “summary” alone`,
    `brief inspect summary ${flag} ${value}`,
  );
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
