/** `brief run`: what a desk does every week, by itself; one line of JSON for whoever watches over it. */
import { randomBytes } from "node:crypto";
import process from "node:process";
import type { Argv } from "yargs";
import type { RunResult } from "../model/run-result.js";
import type { SendDraft } from "../unattended/run-briefs.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { parseInstant } from "./instant.js";
import { openHost } from "./open-host.js";
import { outliveReader, printDiagnostics, printJson, printNote } from "./terminal.js";

export function unattendedCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "run [what]",
    "Fetch, make and check the briefs that are due, and send drafts to reviewers",
    (command) =>
      command
        .positional("what", {
          type: "string",
          default: "weekly",
          description: "A cadence, or the id of a brief",
        })
        .option("at", {
          type: "string",
          requiresArg: true,
          description: "Instant that counts as now, e.g. 2021-05-10T06:00Z",
        })
        .option("dry-run", {
          type: "boolean",
          default: false,
          description: "Only say which issues are due",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print nothing but the line of JSON",
        }),
    (argv) => runUnattended(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly what: string;
  readonly at: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** Another run is at work: neither done nor failed. */
const LOCKED = 3;

async function runUnattended(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  const [{ runBriefs }, { openCollector }] = await Promise.all([
    import("../unattended/run-briefs.js"),
    import("./collector.js"),
  ]);
  const collector = openCollector(state.version, await openHost(flags.workspace));
  const stop = new AbortController();
  const request = {
    folder: flags.workspace ?? process.cwd(),
    what: flags.what,
    at: flags.at === undefined ? undefined : parseInstant("at", flags.at),
    isRehearsal: flags.dryRun,
    sendDraft: draftSender(stop.signal),
  };
  const result = await runBriefs(collector, request).finally(() => collector.close());
  if (!flags.json) tell(result);
  printJson(result);
  if (result.outcome === "failed") state.exitCode = 1;
  if (result.outcome === "locked") state.exitCode = LOCKED;
}

/** Sends where a brief names those who review it; nothing is loaded for it before. */
function draftSender(stop: AbortSignal): SendDraft {
  return async (workspace, file, list) => {
    const [{ sendDraft }, host, { nodeClock }, { nodeRelay }, ledgers] = await Promise.all([
      import("../send/send-draft.js"),
      openHost(workspace.root),
      import("../host/clock.js"),
      import("../host/node-relay.js"),
      import("../ledger/index.js"),
    ]);
    const { openLedger, readLedger } = ledgers.ledgersOf(host);
    const outside = {
      ...{ host, clock: nodeClock, openRelay: nodeRelay, openLedger, readLedger },
      secret: (name: string) => process.env[name],
      random: randomBytes,
      stop,
      onLine: () => undefined,
    };
    const { end, states, diagnostics } = await sendDraft(outside, workspace, file, list);
    const all = Object.values(states ?? {}).reduce((sum, count) => sum + count, 0);
    const sent = states?.sent ?? 0;
    const isOpen = end !== "done" || (states?.deferred ?? 0) > 0;
    return { review: { list, sent, notSent: all - sent }, isOpen, diagnostics };
  };
}

const OUTCOMES: Readonly<Record<RunResult["outcome"], string>> = {
  done: "done",
  "nothing-due": "nothing is due",
  failed: "failed",
  locked: "another run is at work here: nothing was done",
};

function tell({ outcome, fetched, issues, missed, diagnostics }: RunResult): void {
  printDiagnostics(diagnostics);
  if (fetched !== null) {
    const failed = fetched.failed.length === 0 ? "" : `, ${fetched.failed.length} failed`;
    printNote(`fetched ${fetched.new} new from ${fetched.feeds} feeds${failed}`);
  }
  for (const { brief, issue } of missed) {
    printNote(
      `${brief} ${issue}: missed long ago; brief generate --brief ${brief} --week ${issue}`,
    );
  }
  for (const { brief, issue, folder, diagnostics: said, review, ...one } of issues) {
    printDiagnostics(said);
    printNote(`${brief} ${issue}: ${one.outcome}${folder === null ? "" : `, ${folder}`}`);
    if (review !== null) {
      const rest = review.notSent === 0 ? "" : `, not to ${review.notSent}`;
      printNote(`  draft sent to ${review.sent} of ${review.list}${rest}`);
    }
  }
  printNote(OUTCOMES[outcome]);
}
