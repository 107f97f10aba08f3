/** `brief recipients`: what is wrong with the lists of those who get briefs, and who gets what. */
import process from "node:process";
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import type { RecipientsResult } from "../model/recipients-result.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { namesOfLists } from "./list-names.js";
import { recipientsSum, recipientsTable } from "./recipients-words.js";
import { JSON_OPTION } from "./review.js";
import { printData, printDiagnostics, printJson, printNote } from "./terminal.js";

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
        .demandCommand(1, "check or list"),
  ) as Argv<GlobalOptions>;
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
  const [{ listRecipients }, { nodeHost }, { readLedger }] = await Promise.all([
    import("../list-recipients.js"),
    import("../host/node.js"),
    import("../ledger/index.js"),
  ]);
  const secret = (name: string) => process.env[name];
  const names = list.length === 0 ? [] : namesOfLists(list.join(","));
  return listRecipients({ host: nodeHost, readLedger, secret }, workspace ?? process.cwd(), names);
}
