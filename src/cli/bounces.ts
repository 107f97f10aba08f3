/** `brief bounces`: what came back of messages, from files, folders and mailboxes into the ledger. */
import process from "node:process";
import type { Argv } from "yargs";
import type { InboundLine } from "../model/inbound.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, outliveReader, printDiagnostics, printJson, printNote } from "./terminal.js";

export function bouncesCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "bounces <mailbox..>",
    "Read what came back of messages into the ledger: bounces, complaints",
    (command) =>
      command
        .positional("mailbox", {
          type: "string",
          array: true,
          demandOption: true,
          description: "Messages (.eml), mailboxes (mbox), folders of them (maildir)",
        })
        .option("dry-run", {
          type: "boolean",
          default: false,
          description: "Only say what would be written",
        })
        .option("accept-unsigned", {
          type: "boolean",
          default: false,
          description: "Believe what anybody could have written, where no secret signs messages",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print one JSON object per message",
        }),
    (argv) => runBounces(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly mailbox: readonly string[];
  readonly dryRun: boolean;
  readonly acceptUnsigned: boolean;
  readonly json: boolean;
}

async function runBounces(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  const [{ readBounces }, host, { nodeClock }] = await Promise.all([
    import("../inbound/read-bounces.js"),
    openHost(flags.workspace),
    import("../host/clock.js"),
  ]);
  const counts = new Map<string, number>();
  const means = {
    host,
    clock: nodeClock,
    secret: (name: string) => process.env[name],
  };
  const lines = readBounces(means, {
    folder: flags.workspace ?? process.cwd(),
    paths: flags.mailbox,
    isRehearsal: flags.dryRun,
    believesUnsigned: flags.acceptUnsigned,
  });
  for await (const line of lines) {
    const count = (counts.get(line.kind) ?? 0) + 1;
    counts.set(line.kind, count);
    if (flags.json) printJson(line);
    else if (line.delivery !== null || count <= TOLD) tell(line);
    if (line.diagnostics.some(({ severity }) => severity === "error")) state.exitCode = 1;
  }
  if (!flags.json) printNote(sumOf(counts, flags.dryRun));
}

/** Of messages that are about nothing of ours so many are told one by one; JSON holds all. */
const TOLD = 20;

/** Of what is of no consequence the sum is enough. */
function tell({
  source,
  kind,
  delivery,
  reason,
  effect,
  suppressed,
  diagnostics,
}: InboundLine): void {
  printDiagnostics(diagnostics);
  if (delivery === null) {
    if (kind === "not-understood")
      printNote(`${oneLine(source)}: not understood; read it yourself`);
    return;
  }
  const { recipient, brief, issue } = delivery;
  const why = reason === null ? "" : ` (${oneLine(reason).slice(0, 120)})`;
  const what = suppressed ? "gets no more" : EFFECTS[effect];
  printNote(`${oneLine(source)}: ${kind}, ${recipient} of ${brief} ${issue}${why}: ${what}`);
}

const EFFECTS: Readonly<Record<InboundLine["effect"], string>> = {
  written: "written",
  known: "known already",
  unsigned: "not believed: nothing signs it (--accept-unsigned does)",
  nothing: "nothing to do",
};

function sumOf(counts: ReadonlyMap<string, number>, isRehearsal: boolean): string {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].map(([kind, count]) => `${count} ${kind}`).join(", ");
  const rehearsed = isRehearsal ? "; nothing was written" : "";
  return `${all} ${all === 1 ? "message" : "messages"}${all === 0 ? "" : `: ${each}`}${rehearsed}`;
}
