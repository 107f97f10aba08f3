/** `brief generate`: the brief of a period, into the folder for what is made. */
import { relative, resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "./command.js";
import { outliveReader, printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

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
        .options(PERIOD_OPTIONS)
        .option("template", { type: "string", description: "Template; the brief's own by default" })
        .option("language", { type: "string", description: "Language of the labels, e.g. en" })
        .option("format", {
          type: "string",
          default: FORMATS.join(","),
          description: "What to write, separated by commas",
        })
        .option("out", {
          type: "string",
          requiresArg: true,
          description: "Folder to write to; out/ by default",
        })
        .option("reissue", {
          type: "boolean",
          default: false,
          description: "Make the next version of what was released for the period",
        })
        .option("offline", {
          type: "boolean",
          default: false,
          description: "Ask no endpoint for rewordings: take the answers that are kept",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        })
        .option("timings", {
          type: "boolean",
          default: false,
          description: "Print a line per stage",
        }),
    (argv) => runGenerate(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly brief: string | undefined;
  readonly week: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly asOf: string | undefined;
  readonly template: string | undefined;
  readonly language: string | undefined;
  readonly format: string;
  readonly out: string | undefined;
  readonly reissue: boolean;
  readonly offline: boolean;
  readonly json: boolean;
  readonly timings: boolean;
}

async function runGenerate(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  const [
    { generate },
    { nodeHost },
    { summarise },
    options,
    { readingProgress },
    { openRewriting },
  ] = await Promise.all([
    import("../pipeline.js"),
    import("../host/node.js"),
    import("./summary.js"),
    import("./period-options.js"),
    import("./reading-progress.js"),
    import("./rewriting.js"),
  ]);
  const { brief, template, language, out } = flags;
  if (out === "") throw new UsageError("--out names no folder", "write a path behind it");
  const request = {
    folder: flags.workspace ?? process.cwd(),
    brief,
    period: options.parsePeriod(flags),
    asOf: options.parseDayOption("as-of", flags.asOf),
    template,
    language,
    formats: options.parseFormats(flags.format, FORMATS),
    isReissue: flags.reissue,
    rewriting: openRewriting(flags.offline, state.version),
    out: out === undefined ? undefined : resolve(out),
    onProgress: readingProgress(),
  };
  const { made, diagnostics, timings } = await generate(nodeHost, request);
  printDiagnostics(diagnostics);
  if (flags.timings)
    for (const { stage, ms } of timings) printNote(`${stage}: ${ms.toFixed(0)} ms`);
  if (made === null) {
    state.exitCode = 1;
    return;
  }
  const { text, json } = summarise(made);
  if (flags.json) printJson(json);
  else {
    printNote(text);
    printData(inShort(made.files).join("\n"));
  }
}

/** The evidence of an issue is one folder to those who look for the brief; `--json` has each file. */
function inShort(files: readonly string[]): string[] {
  const paths = files.map((file) => relative(process.cwd(), file));
  return [...new Set(paths.map((path) => path.replace(EVIDENCE_FILE, "$1")))];
}

const EVIDENCE_FILE = /([\\/]evidence[\\/]).*$/;
