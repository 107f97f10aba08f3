/** From arguments to an exit code: 0 done, 1 the work failed or a check did not hold, 2 wrong usage. */
import process from "node:process";
import yargs, { type Argv } from "yargs";
import { z } from "zod";
import { diagnose } from "../failed-run.js";
import { telemetry } from "../host/telemetry.js";
import { addCommand } from "./add.js";
import { approveCommand } from "./approve.js";
import { bouncesCommand } from "./bounces.js";
import { checkCommand } from "./check.js";
import type { GlobalOptions } from "./command.js";
import { copyCommand } from "./copy.js";
import { corpusCommand } from "./corpus.js";
import { deskCommand } from "./desk.js";
import { doctorCommand } from "./doctor.js";
import { evidenceCommand } from "./evidence.js";
import { explainCommand } from "./explain.js";
import { exportCommand } from "./export.js";
import { fetchCommand } from "./fetch.js";
import { generateCommand } from "./generate.js";
import { initCommand } from "./init.js";
import { inspectCommand } from "./inspect.js";
import { jobsCommand } from "./jobs.js";
import { commandIn, LOG_FORMATS, logAskedFor, type RunLog, runLog, useLog } from "./log.js";
import { END_OF_OPTIONS, markOperands, unmark, unmarkOperands } from "./operands.js";
import { previewCommand } from "./preview.js";
import { publishCommand } from "./publish.js";
import { recipientsCommand } from "./recipients.js";
import { recordCommand } from "./record.js";
import { releaseCommand } from "./release.js";
import { renderCommand } from "./render.js";
import { reproduceCommand } from "./reproduce.js";
import { reviewCommand } from "./review.js";
import { scheduleCommand } from "./schedule.js";
import { searchCommand } from "./search.js";
import { sendCommand } from "./send.js";
import { serveCommand } from "./serve.js";
import { nameStandardInput } from "./standard-input.js";
import { statusCommand } from "./status.js";
import { openTelemetryIfAsked } from "./telemetry.js";
import { templateCommand } from "./template/index.js";
import { endWithReader, printDiagnostics, printNote } from "./terminal.js";
import { themesCommand } from "./themes.js";
import { unattendedCommand } from "./unattended.js";
import { UsageError } from "./usage.js";
import { explainUsage } from "./usage-words.js";
import { withdrawCommand } from "./withdraw.js";
import { workerCommand } from "./worker.js";

// Each schema checks one value or a few: compiling it first would cost more than it saves.
z.config({ jitless: true });

const COMMANDS = [
  initCommand,
  addCommand,
  fetchCommand,
  corpusCommand,
  recordCommand,
  generateCommand,
  deskCommand,
  renderCommand,
  checkCommand,
  releaseCommand,
  reviewCommand,
  approveCommand,
  recipientsCommand,
  sendCommand,
  withdrawCommand,
  statusCommand,
  evidenceCommand,
  exportCommand,
  reproduceCommand,
  inspectCommand,
  explainCommand,
  searchCommand,
  themesCommand,
  templateCommand,
  previewCommand,
  publishCommand,
  copyCommand,
  bouncesCommand,
  serveCommand,
  unattendedCommand,
  scheduleCommand,
  workerCommand,
  jobsCommand,
  doctorCommand,
];

export async function run(argv: readonly string[], version: string): Promise<number> {
  const started = Date.now();
  endWithReader();
  try {
    logTo(logAskedFor(argv, process.env));
  } catch (error) {
    return reportFailure(error);
  }
  const exitCode = await watched(argv, version);
  runLog()?.add({
    level: exitCode === 0 ? "info" : "error",
    code: "run-ended",
    message: `ended with exit status ${exitCode} after ${Date.now() - started} ms`,
  });
  return exitCode;
}

async function watched(argv: readonly string[], version: string): Promise<number> {
  await openTelemetryIfAsked(version);
  return telemetry().span(`brief ${commandIn(argv) ?? ""}`.trim(), {}, async (say) => {
    const exitCode = await runCommand(argv, version);
    say({ "brief.exit_status": exitCode });
    return exitCode;
  });
}

/** What Node warns of would otherwise stand between the lines of the log. */
function logTo(log: RunLog | null): void {
  useLog(log);
  if (log === null) return;
  process.removeAllListeners("warning").on("warning", ({ name, message }) => {
    log.add({ level: "warning", code: "node-warning", message: `${name}: ${message}` });
  });
}

async function runCommand(argv: readonly string[], version: string): Promise<number> {
  const state = { exitCode: 0, version };
  let parser: Argv<GlobalOptions> = yargs(nameStandardInput(markOperands(argv)))
    .scriptName("brief")
    .usage(
      "$0 <command> [options]\n\nTurns a folder of news articles into a dated policy brief in which every\nsentence can be traced to the exact words of a source.",
    )
    .parserConfiguration({ "boolean-negation": true, "camel-case-expansion": true })
    .locale("en")
    .version(version)
    .help()
    .alias("help", "h")
    .option("workspace", {
      alias: "C",
      type: "string",
      description: "Folder with briefwright.yaml; this one or the nearest above it by default",
      global: true,
    })
    .option("log", {
      choices: LOG_FORMATS,
      description: "How standard error reads: text, or one JSON object per line; or BRIEF_LOG",
      global: true,
    })
    .option(END_OF_OPTIONS, { type: "boolean", hidden: true, global: true })
    .middleware(unmarkOperands, true)
    .strict()
    .demandCommand(1, "name a command")
    .wrap(Math.min(100, process.stdout.columns ?? 80))
    .example("$0 init my-desk", "a new workspace that makes a brief at once")
    .example("$0 add dumps/ page.html https://example.org/a", "articles into the corpus")
    .example("$0 generate", "the latest week that has articles, as HTML, PDF and JSON")
    .example("$0 generate --week 2021-W18", "the brief of one ISO week")
    .example("$0 desk new 2021-W18", "a skeleton for the desk's own words")
    .example("$0 template new ours --from weekly", "a template of your own")
    .example("$0 preview", "the brief in a browser, made anew with every save")
    .example("$0 check out/libya-weekly/2021-W18/issue.json", "every quotation against its source")
    .example("$0 render page.html -o page.pdf", "any page in the subset of CSS as PDF")
    .example("$0 inspect reading corpus/articles", "what reading kept and what it took away")
    .example("$0 explain 002_449ef38def325648.txt", "why an article is in the brief, or why not")
    .example('$0 explain "training agreement"', "the same of the passage that holds these words")
    .example(
      '$0 search "foreign forces" --from 2021-05-01',
      "articles that hold these words, best first",
    )
    .epilogue(
      "Data goes to standard output, everything else to standard error.\nExit status: 0 done, 1 the work failed or a check did not hold, 2 wrong usage.",
    )
    .fail((message, error) => {
      // What the parser itself throws is wrong usage as well.
      if (error && error.name !== "YError") throw error;
      throw explainUsage(unmark(message), argv);
    })
    .exitProcess(false);
  for (const command of COMMANDS) parser = command(parser, state);
  try {
    await parser.parseAsync();
  } catch (error) {
    return reportFailure(error);
  }
  return state.exitCode;
}

/** What a person can mend is told as such; anything else is a fault of ours, with its trace. */
function reportFailure(error: unknown): number {
  if (error instanceof UsageError) return reportUsage(error);
  try {
    printDiagnostics(diagnose(error));
  } catch (fault) {
    const log = runLog();
    if (log === null) throw fault;
    const message = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    log.add({ level: "error", code: "fault", message });
  }
  return 1;
}

function reportUsage({ message, hint = WHERE_USAGE_IS }: UsageError): number {
  const log = runLog();
  if (log === null) printNote(`brief: ${message}\n  hint: ${hint}`);
  else log.add({ level: "error", code: "usage", message, hint });
  return 2;
}

const WHERE_USAGE_IS = "brief --help lists the commands, brief <command> --help its options";
