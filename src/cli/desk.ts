/** `brief desk`: the desk's notes on an issue, begun from the issue as it stands, and checked. */
import process from "node:process";
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "./command.js";
import { openHost } from "./open-host.js";
import { printData, printDiagnostics, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";

const ISSUE = {
  type: "string",
  description: "A week, e.g. 2021-W18, or two days; the latest week that has articles by default",
} as const;

const JSON_OPTION = { type: "boolean", default: false, description: "Print it as JSON" } as const;

export function deskCommand(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "desk <action>",
    "Begin and check the desk's notes on an issue",
    (command) =>
      command
        .command(
          "new [issue]",
          "Write notes to begin with: all commented out, with the statements of the issue",
          (action) =>
            action
              .positional("issue", ISSUE)
              .option("brief", PERIOD_OPTIONS.brief)
              .option("json", JSON_OPTION),
          (argv) => writeNotes(argv, state),
        )
        .command(
          "check [issue]",
          "Say what in the notes does not hold, with line and hint",
          (action) =>
            action
              .positional("issue", ISSUE)
              .option("brief", PERIOD_OPTIONS.brief)
              .option("json", JSON_OPTION),
          (argv) => checkNotes(argv, state),
        )
        .demandCommand(1, "brief desk needs new or check"),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly issue: string | undefined;
  readonly brief: string | undefined;
  readonly json: boolean;
}

async function writeNotes(flags: Flags, state: CommandState): Promise<void> {
  const { newDeskNotes, host, request } = await load(flags);
  const { file, diagnostics } = await newDeskNotes(host, request);
  if (file === null) state.exitCode = 1;
  if (flags.json) return printJson({ file, diagnostics });
  printDiagnostics(diagnostics);
  if (file !== null) printData(file);
}

async function checkNotes(flags: Flags, state: CommandState): Promise<void> {
  const { checkDeskNotes, host, request } = await load(flags);
  const checked = await checkDeskNotes(host, request);
  const { file, lines, targets, diagnostics } = checked;
  if (file === null || hasErrors(diagnostics)) state.exitCode = 1;
  if (flags.json) return printJson(checked);
  printDiagnostics(diagnostics);
  if (file === null) return;
  const told = `${lines} ${lines === 1 ? "line" : "lines"} of the desk, ${targets} ${targets === 1 ? "target" : "targets"}`;
  const faults = diagnostics.length === 0 ? "holds" : `${diagnostics.length} to look at`;
  printData(`${file}: ${faults} (${told})`);
}

async function load({ workspace, issue, brief }: Flags) {
  const [notes, host, { periodOfIssue }] = await Promise.all([
    import("../desk-notes-file.js"),
    openHost(workspace),
    import("../preview/period-of-issue.js"),
  ]);
  const period = issue === undefined ? null : periodOfIssue(issue);
  if (issue !== undefined && period === null) {
    throw new UsageError(
      `there is no issue “${issue}”`,
      "write an ISO week, e.g. 2021-W18, or two days, e.g. 2021-05-03--2021-05-09",
    );
  }
  return { ...notes, host, request: { folder: workspace ?? process.cwd(), brief, period } };
}
