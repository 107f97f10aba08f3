/** `brief recipients`: what is wrong with the lists of those who get briefs, and who gets what. */
import process from "node:process";
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import type { RecipientsResult } from "../model/recipients-result.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { namesOfLists } from "./list-names.js";
import { openHost } from "./open-host.js";
import { recipientsSum, recipientsTable } from "./recipients-words.js";
import { JSON_OPTION, NOTE_OPTION } from "./review.js";
import { oneLine, printData, printDiagnostics, printJson, printNote } from "./terminal.js";

const LISTS = {
  type: "string",
  array: true,
  default: [] as string[],
  description: "Lists of corpus/recipients/, e.g. desk partners; all by default",
} as const;

export function recipientsCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "recipients <action>",
    "Look over the lists of those who get briefs",
    (command) =>
      command
        .command(
          "check [list..]",
          "Say what is wrong with lists, each fault with its line",
          (action) => action.positional("list", LISTS).option("json", JSON_OPTION),
          (argv) => tell(argv, state, false),
        )
        .command(
          "list [list..]",
          "Say who gets what in which form, and what they may see",
          (action) => action.positional("list", LISTS).option("json", JSON_OPTION),
          (argv) => tell(argv, state, true),
        )
        .command(
          "suppress <address>",
          "Send somebody no more of a brief, or of any",
          suppressOptions,
          (argv) => suppress(argv, state, false),
        )
        .command(
          "restore <address>",
          "Send somebody briefs again who left, or whose messages came back",
          suppressOptions,
          (argv) => suppress(argv, state, true),
        )
        .demandCommand(1, "check, list, suppress or restore"),
  ) as Argv<GlobalOptions>;
}

function suppressOptions(action: Argv<GlobalOptions>) {
  return action
    .positional("address", {
      type: "string",
      demandOption: true,
      description: "As it stands in a list",
    })
    .option("brief", { type: "string", description: "Id of a brief; all by default" })
    .option("note", NOTE_OPTION)
    .option("json", JSON_OPTION);
}

interface SuppressFlags extends GlobalOptions {
  readonly address: string;
  readonly brief: string | undefined;
  readonly note: string | undefined;
  readonly json: boolean;
}

async function suppress(
  { address, brief, note, json, workspace }: SuppressFlags,
  state: CommandState,
  isRestored: boolean,
): Promise<void> {
  const [{ suppressRecipient }, host, { nodeClock }, { ledgersOf }] = await Promise.all([
    import("../suppress-recipient.js"),
    openHost(workspace),
    import("../host/clock.js"),
    import("../ledger/index.js"),
  ]);
  const result = await suppressRecipient(
    { host, clock: nodeClock, openLedger: ledgersOf(host).openLedger },
    { folder: workspace ?? process.cwd(), address, brief, note: note ?? null, isRestored },
  );
  const { suppressions, diagnostics } = result;
  if (suppressions === null) state.exitCode = 1;
  if (json) return printJson(result);
  printDiagnostics(diagnostics);
  if (suppressions === null) return;
  const scopes = suppressions.map((one) => `${one.brief ?? "all briefs"} (${one.reason})`);
  const left = scopes.length === 0 ? "gets briefs" : `gets no more of ${scopes.join(", ")}`;
  printNote(oneLine(`${address} ${left}`));
}

interface Flags extends GlobalOptions {
  readonly list: readonly string[];
  readonly json: boolean;
}

async function tell(flags: Flags, state: CommandState, isListed: boolean): Promise<void> {
  const result = await read(flags);
  if (hasErrors(result.diagnostics)) state.exitCode = 1;
  if (flags.json) return printJson(result);
  printDiagnostics(result.diagnostics);
  if (result.lists.length === 0) return;
  if (isListed && result.recipients.length > 0) printData(recipientsTable(result));
  const sum = recipientsSum(result);
  if (isListed) printNote(sum);
  else printData(sum);
}

async function read({ list, workspace }: Flags): Promise<RecipientsResult> {
  const [{ listRecipients }, host, { ledgersOf }] = await Promise.all([
    import("../list-recipients.js"),
    openHost(workspace),
    import("../ledger/index.js"),
  ]);
  const secret = (name: string) => process.env[name];
  const names = list.length === 0 ? [] : namesOfLists(list.join(","));
  const { readLedger } = ledgersOf(host);
  return listRecipients({ host, readLedger, secret }, workspace ?? process.cwd(), names);
}
