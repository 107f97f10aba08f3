/** `brief send`: an approved issue to those it was approved for, each at most once; a look first. */
import { randomBytes } from "node:crypto";
import process from "node:process";
import type { Argv } from "yargs";
import type { SendEnd, SendLine } from "../model/send-result.js";
import { type CommandState, type GlobalOptions, ISSUE_NAME } from "./command.js";
import { awaitInterruption } from "./interruption.js";
import { namesOfLists } from "./list-names.js";
import { openHost } from "./open-host.js";
import { QUEUE_OPTIONS, type QueueFlags, refuseQueueFlags } from "./queue-options.js";
import { JSON_OPTION } from "./review.js";
import { sendTeller } from "./send-teller.js";
import { statusTable } from "./send-words.js";
import { outliveReader, printData, printDiagnostics, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";
import { BY_OPTION, whoDoesIt } from "./who.js";

export function sendCommand(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "send <issue..>",
    "Send an approved issue to its recipients, each at most once; on a terminal it looks first",
    (command) =>
      command
        .positional("issue", ISSUE_NAME)
        .option("list", {
          type: "string",
          requiresArg: true,
          description: "Lists of those it was approved for, e.g. desk,partners; all by default",
        })
        .option("channel", {
          type: "string",
          requiresArg: true,
          description: "Channels of distribution.yaml in the place of recipients, e.g. newsroom",
        })
        .option("correction", {
          type: "boolean",
          default: false,
          description: "To exactly those who have an earlier version: what changed",
        })
        .option("withdrawal", {
          type: "boolean",
          default: false,
          description: "To exactly those who have what was withdrawn: that it was, and why",
        })
        .option("yes", { type: "boolean", default: false, description: "Send, without a look" })
        .option("dry-run", {
          type: "boolean",
          default: false,
          description: "Only say what would go to whom; the default on a terminal",
        })
        .option("status", {
          type: "boolean",
          default: false,
          description: "What became of it so far, by the ledger; sends nothing",
        })
        .option("retry-unknown", {
          type: "boolean",
          default: false,
          description: "Send again where it is not known whether it arrived: some may get it twice",
        })
        .option("limit", {
          type: "number",
          requiresArg: true,
          description: "At most so many messages in this run",
        })
        .option("to", {
          type: "string",
          requiresArg: true,
          description: "A test to one address of the desk, in the place of everybody",
        })
        .options(QUEUE_OPTIONS)
        .option("by", BY_OPTION)
        .option("json", JSON_OPTION),
    (argv) => runSend(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions, QueueFlags {
  readonly issue: readonly string[];
  readonly list: string | undefined;
  readonly channel: string | undefined;
  readonly correction: boolean;
  readonly withdrawal: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly status: boolean;
  readonly retryUnknown: boolean;
  readonly limit: number | undefined;
  readonly to: string | undefined;
  readonly by: string | undefined;
}

async function runSend(flags: Flags, state: CommandState): Promise<void> {
  if (flags.status) return tellStatus(flags, state);
  refuseQueueFlags(flags);
  if (flags.queue) return queue(flags, state);
  const isDryRun = mustOnlyLook(flags);
  // What is begun is brought to its end, whoever reads along.
  outliveReader();
  const interruption = awaitInterruption(
    ["SIGINT", "SIGTERM"],
    "stopping once the messages in hand are done; once more ends at once",
  );
  try {
    const run = flags.channel === undefined ? send : announce;
    const ends = await run(flags, isDryRun, { stop: interruption.signal, version: state.version });
    if (!ends.every(isWhole)) state.exitCode = 1;
  } finally {
    interruption.end();
  }
}

/** For workers, who send without a look. @throws {UsageError} */
async function queue(flags: Flags, state: CommandState): Promise<void> {
  const { to, channel, limit, dryRun, yes, list, correction, withdrawal } = flags;
  if (!yes || dryRun) throw new UsageError("workers send without a look", "say --queue --yes");
  if (to !== undefined || channel !== undefined || limit !== undefined) {
    throw new UsageError("--to, --channel and --limit are not for workers", "leave --queue out");
  }
  if (correction && withdrawal) {
    throw new UsageError("--correction and --withdrawal are two messages", "say one of them");
  }
  const { queueSend } = await import("./queue-send.js");
  await queueSend(flags, state, {
    words: flags.issue,
    lists: list === undefined ? [] : namesOfLists(list),
    occasion: correction ? "correction" : withdrawal ? "withdrawal" : "issue",
    by: whoDoesIt(flags.by).by,
    again: flags.retryUnknown,
  });
}

/**
 * A schedule that only looked, and ended well, would be taken for one that sent: without a terminal it
 * has to be said which.
 * @throws {UsageError}
 */
function mustOnlyLook(flags: Flags): boolean {
  const { yes, dryRun, to, limit, json, list, channel, correction, withdrawal } = flags;
  if (correction && withdrawal) {
    throw new UsageError("--correction and --withdrawal are two messages", "say one of them");
  }
  if (channel !== undefined && (correction || withdrawal)) {
    throw new UsageError("--channel tells of an issue alone", "leave --channel out");
  }
  if (channel !== undefined && (list !== undefined || to !== undefined)) {
    throw new UsageError("--channel goes to no recipients", "leave --list and --to out");
  }
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1)) {
    throw new UsageError("--limit is no number of messages", "write e.g. --limit 50");
  }
  if (yes && dryRun) throw new UsageError("--yes sends, and --dry-run only looks: say one of them");
  if (yes || dryRun || to !== undefined) return dryRun;
  if (process.stdout.isTTY === true && !json) return true;
  throw new UsageError(
    "a schedule has to say what it wants",
    "--yes sends the issue, --dry-run says what would go to whom",
  );
}

interface Given {
  readonly stop: AbortSignal;
  /** Of this program. */
  readonly version: string;
}

async function send(flags: Flags, isDryRun: boolean, { stop }: Given): Promise<readonly SendEnd[]> {
  const [{ sendIssue }, host, { nodeClock }, { nodeRelay }, ledgers] = await Promise.all([
    import("../send/send-issue.js"),
    openHost(flags.workspace),
    import("../host/clock.js"),
    import("../host/node-relay.js"),
    import("../ledger/index.js"),
  ]);
  const teller = flags.json ? { onLine: printJson, end: () => undefined } : sendTeller(flags);
  const { openLedger, readLedger } = ledgers.ledgersOf(host);
  const secret = (name: string) => process.env[name];
  const outside = {
    host,
    clock: nodeClock,
    openRelay: nodeRelay,
    openLedger,
    readLedger,
  };
  const onLine = (line: SendLine) => teller.onLine(line);
  try {
    const end = await sendIssue(
      { ...outside, secret, random: randomBytes, stop, onLine },
      {
        folder: flags.workspace ?? process.cwd(),
        words: flags.issue,
        lists: flags.list === undefined ? [] : namesOfLists(flags.list),
        isDryRun,
        again: flags.retryUnknown,
        limit: flags.limit,
        to: flags.to,
        occasion: flags.correction ? "correction" : flags.withdrawal ? "withdrawal" : "issue",
        by: whoDoesIt(flags.by).by,
      },
    );
    return [end];
  } finally {
    teller.end();
  }
}

/** To rooms and programs, in the place of recipients. */
async function announce(
  flags: Flags,
  isDryRun: boolean,
  { stop, version }: Given,
): Promise<readonly SendEnd[]> {
  const [{ sendToChannels }, host, { nodeClock }, { nodeNetwork }, ledgers] = await Promise.all([
    import("../send/send-channels.js"),
    openHost(flags.workspace),
    import("../host/clock.js"),
    import("../host/node-network.js"),
    import("../ledger/index.js"),
  ]);
  const teller = flags.json ? { onLine: printJson, end: () => undefined } : sendTeller(flags);
  const { openLedger, readLedger } = ledgers.ledgersOf(host);
  const userAgent = `briefwright/${version}`;
  try {
    return await sendToChannels(
      {
        ...{ host, clock: nodeClock, openLedger, readLedger, stop },
        secret: (name) => process.env[name],
        onLine: (line: SendLine) => teller.onLine(line),
        openPoster: (allow) => nodeNetwork({ userAgent, allow }),
      },
      {
        folder: flags.workspace ?? process.cwd(),
        words: flags.issue,
        channels: namesOfLists(flags.channel ?? ""),
        isDryRun,
        again: flags.retryUnknown,
        limit: undefined,
      },
    );
  } finally {
    teller.end();
  }
}

/** Whether everybody who was to get it has it: what is not known, or may come later, is not done. */
function isWhole({ end, states, diagnostics }: SendEnd): boolean {
  if (diagnostics.some(({ severity }) => severity === "error")) return false;
  if (end === "dry-run") return true;
  const open = states === null ? 0 : states.failed + states.unknown + states.deferred;
  return end === "done" && open === 0;
}

async function tellStatus(flags: Flags, state: CommandState): Promise<void> {
  const [{ statusOfIssue }, host, { readLedger }] = await Promise.all([
    import("../send/send-issue.js"),
    openHost(flags.workspace),
    import("../ledger/index.js"),
  ]);
  const folder = flags.workspace ?? process.cwd();
  const outside = { host, readLedger };
  const { status, diagnostics } = await statusOfIssue(outside, { folder, words: flags.issue });
  if (status === null) state.exitCode = 1;
  else if (flags.json) printJson(status);
  else printData(statusTable(status));
  printDiagnostics(diagnostics);
}
