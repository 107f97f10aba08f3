/** `brief approve`: a reviewed issue frozen in the record, signed, with its clean copies. */
import process from "node:process";
import type { Argv } from "yargs";
import type { ApproveResult } from "../release/approve-issue.js";
import { type CommandState, type GlobalOptions, ISSUE_NAME } from "./command.js";
import { parseInstant } from "./instant.js";
import { namesOfLists } from "./list-names.js";
import { openHost } from "./open-host.js";
import { approvalLines } from "./release-words.js";
import { JSON_OPTION, NOTE_OPTION } from "./review.js";
import { outliveReader, printDiagnostics, printJson } from "./terminal.js";
import { BY_OPTION, whoDoesIt } from "./who.js";

export function approveCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "approve <issue..>",
    "Freeze a reviewed issue in the record, sign it, and make its clean copies",
    (command) =>
      command
        .positional("issue", ISSUE_NAME)
        .option("list", {
          type: "string",
          requiresArg: true,
          description:
            "Lists whose recipients are frozen, e.g. desk,partners; those of the settings by default",
        })
        .option("embargo", {
          type: "string",
          requiresArg: true,
          description: "Instant before which nothing is sent, e.g. 2021-05-10T06:00Z",
        })
        .option("send-by", {
          type: "string",
          requiresArg: true,
          description: "Instant after which nothing is sent",
        })
        .option("by", BY_OPTION)
        .option("note", NOTE_OPTION)
        .option("json", JSON_OPTION),
    (argv) => runApprove(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly issue: readonly string[];
  readonly list: string | undefined;
  readonly embargo: string | undefined;
  readonly sendBy: string | undefined;
  readonly by: string | undefined;
  readonly note: string | undefined;
  readonly json: boolean;
}

async function runApprove(flags: Flags, state: CommandState): Promise<void> {
  const result = await approve(flags);
  if (result.approved === null) state.exitCode = 1;
  if (flags.json) return printJson(result);
  printDiagnostics(result.diagnostics);
  if (result.approved !== null) approvalLines(result.approved);
}

async function approve(flags: Flags): Promise<ApproveResult> {
  const [{ approveIssue }, { loadRecipients }, host] = await Promise.all([
    import("../release/approve-issue.js"),
    import("../config/recipient-lists.js"),
    openHost(flags.workspace),
  ]);
  const { embargo, sendBy } = flags;
  // What is begun is brought to its end, whoever reads along.
  outliveReader();
  return approveIssue(host, {
    words: flags.issue,
    folder: flags.workspace ?? process.cwd(),
    who: whoDoesIt(flags.by),
    note: flags.note ?? null,
    lists: flags.list === undefined ? null : namesOfLists(flags.list),
    embargo: embargo === undefined ? null : parseInstant("embargo", embargo),
    sendBy: sendBy === undefined ? null : parseInstant("send-by", sendBy),
    loadRecipients,
  });
}
