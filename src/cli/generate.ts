/** `brief generate`: the brief of a period, into the folder for what is made. */
import { relative, resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import { type ExportFormat, ExportFormatSchema } from "../model/export-format.js";
import { FormatSchema } from "../model/format.js";
import type { Timing } from "../stopwatch.js";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "./command.js";
import { openHost } from "./open-host.js";
import { QUEUE_OPTIONS, type QueueFlags, refuseQueueFlags } from "./queue-options.js";
import { outliveReader, printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

export function generateCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "generate",
    "Make the brief of a period: HTML, PDF, JSON, Word, Markdown, plain text",
    (command) =>
      command
        .options(PERIOD_OPTIONS)
        .option("template", { type: "string", description: "Template; the brief's own by default" })
        .option("language", { type: "string", description: "Languages, e.g. tr or en,tr,ar" })
        .option("format", {
          type: "string",
          default: "html,pdf,json",
          description: `What to write, separated by commas: ${FormatSchema.options.join(", ")}`,
        })
        .option("export", {
          type: "string",
          requiresArg: true,
          description: `The sources for reference managers too: ${ExportFormatSchema.options.join(", ")}`,
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
        .options(QUEUE_OPTIONS)
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

interface Flags extends GlobalOptions, QueueFlags {
  readonly brief: string | undefined;
  readonly week: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly asOf: string | undefined;
  readonly template: string | undefined;
  readonly language: string | undefined;
  readonly format: string;
  readonly export: string | undefined;
  readonly out: string | undefined;
  readonly reissue: boolean;
  readonly offline: boolean;
  readonly timings: boolean;
}

async function runGenerate(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  refuseQueueFlags(flags);
  if (flags.queue) return queue(flags, state);
  const [{ generate }, host, { summarise }, options, { readingProgress }, { openRewriting }] =
    await Promise.all([
      import("../pipeline.js"),
      openHost(flags.workspace),
      import("./summary.js"),
      import("./period-options.js"),
      import("./reading-progress.js"),
      import("./rewriting.js"),
    ]);
  const { brief, template, out } = flags;
  if (out === "") throw new UsageError("--out names no folder", "write a path behind it");
  const request = {
    folder: flags.workspace ?? process.cwd(),
    brief,
    period: options.parsePeriod(flags),
    asOf: options.parseDayOption("as-of", flags.asOf),
    template,
    formats: options.parseFormats(flags.format, FormatSchema.options),
    exports: exportsOf(flags.export, options.parseFormats),
    isReissue: flags.reissue,
    rewriting: openRewriting(flags.offline, state.version),
    out: out === undefined ? undefined : resolve(out),
    onProgress: readingProgress(),
  };
  const languages = options.parseLanguages(flags.language);
  for (const language of languages) {
    const { made, diagnostics, timings } = await generate(host, { ...request, language });
    printDiagnostics(diagnostics);
    if (flags.timings) printTimings(timings);
    if (made === null) {
      state.exitCode = 1;
      continue;
    }
    const { text, json } = summarise(made);
    if (flags.json) printJson(json);
    else {
      printNote(text);
      printData(inShort(made.files).join("\n"));
    }
  }
}

/** Into the outputs of the workers, for each brief that is named: all of the settings by default. */
async function queue(flags: Flags, state: CommandState): Promise<void> {
  const { brief, out, template, reissue, offline } = flags;
  if (out !== undefined) {
    throw new UsageError(
      "--out is not for workers",
      "outputs: in engines.yaml says where they write",
    );
  }
  const [{ queueGenerate }, options] = await Promise.all([
    import("./queue-generate.js"),
    import("./period-options.js"),
  ]);
  await queueGenerate(flags, state, {
    briefs: brief === undefined ? [] : brief.split(",").map((id) => id.trim()),
    period: options.parsePeriod(flags),
    asOf: options.parseDayOption("as-of", flags.asOf),
    ...{ template, reissue, offline },
    languages: options.parseLanguages(flags.language),
    formats: options.parseFormats(flags.format, FormatSchema.options),
    exports: exportsOf(flags.export, options.parseFormats),
  });
}

/** None where none is asked for. */
function exportsOf(
  list: string | undefined,
  parse: typeof import("./period-options.js").parseFormats,
): ReadonlySet<ExportFormat> {
  return list === undefined ? new Set() : parse(list, ExportFormatSchema.options);
}

function printTimings(timings: readonly Timing[]): void {
  for (const { stage, ms } of timings) printNote(`${stage}: ${ms.toFixed(0)} ms`);
}

/** The evidence of an issue is one folder to those who look for the brief; `--json` has each file. */
function inShort(files: readonly string[]): string[] {
  const paths = files.map((file) => relative(process.cwd(), file));
  return [...new Set(paths.map((path) => path.replace(EVIDENCE_FILE, "$1")))];
}

const EVIDENCE_FILE = /([\\/]evidence[\\/]).*$/;
