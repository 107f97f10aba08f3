/** `brief record`: releases and the ledger from the disk of a workspace into PostgreSQL, and back. */
import process from "node:process";
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import type { RecordMove } from "../model/record-move.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { printDiagnostics, printJson, printNote } from "./terminal.js";

const FOLDER = {
  type: "string",
  description: "Folder of the record on the disk; that of the workspace by default",
} as const;

const JSON_OPTION = { type: "boolean", default: false, description: "Print it as JSON" } as const;

export function recordCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "record <action>",
    "Move what was released, and the ledger, into PostgreSQL or back",
    (command) =>
      command
        .command(
          "import [folder]",
          "Take the record of the disk into the PostgreSQL that engines.yaml names",
          (action) => action.positional("folder", FOLDER).option("json", JSON_OPTION),
          (argv) => run({ ...argv, action: "import" }, state),
        )
        .command(
          "export [folder]",
          "Write the record of PostgreSQL to the disk, as a workspace of its own has it",
          (action) => action.positional("folder", FOLDER).option("json", JSON_OPTION),
          (argv) => run({ ...argv, action: "export" }, state),
        )
        .demandCommand(1, "brief record needs import or export"),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly action: RecordMove["action"];
  readonly folder: string | undefined;
  readonly json: boolean;
}

async function run({ action, folder, workspace, json }: Flags, state: CommandState): Promise<void> {
  const [{ moveRecord }, { nodeHost }, { engines }] = await Promise.all([
    import("../transfer/move-record.js"),
    import("../host/node.js"),
    openHost(workspace),
  ]);
  const request = { action, folder: workspace ?? process.cwd(), files: folder };
  tell(await moveRecord(nodeHost, engines, request), json, state);
}

function tell(moved: RecordMove, json: boolean, state: CommandState): void {
  const { action, folder, files, already, deliveries, suppressions, diagnostics } = moved;
  if (hasErrors(diagnostics)) state.exitCode = 1;
  if (json) {
    printJson(moved);
    return;
  }
  printDiagnostics(diagnostics);
  if (hasErrors(diagnostics)) return;
  const before = already === 0 ? "" : ` (${already} were there already)`;
  const way =
    action === "import" ? `from ${folder} into PostgreSQL` : `from PostgreSQL to ${folder}`;
  const ledger = `${deliveries} deliveries and ${suppressions} suppressions`;
  printNote(`${files} files${before}, ${ledger} ${way}`);
}
