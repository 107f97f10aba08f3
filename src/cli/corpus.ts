/** `brief corpus`: an archive to shards that can be carried, and such shards into another archive. */
import process from "node:process";
import type { Argv } from "yargs";
import type { TransferResult } from "../model/corpus-export.js";
import { hasErrors } from "../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { readingProgress } from "./reading-progress.js";
import { printDiagnostics, printJson, printNote } from "./terminal.js";

const FOLDER = {
  type: "string",
  demandOption: true,
  description: "Folder of the shards; import takes a folder of articles as well",
} as const;

const JSON_OPTION = { type: "boolean", default: false, description: "Print it as JSON" } as const;

export function corpusCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "corpus <action>",
    "Carry the archive from one store to another",
    (command) =>
      command
        .command(
          "export <folder>",
          "Write all articles as JSON lines in gzip, with a manifest; goes on after an interruption",
          (action) => action.positional("folder", FOLDER).option("json", JSON_OPTION),
          (argv) => runExport(argv, state),
        )
        .command(
          "import <folder>",
          "Take in what brief corpus export wrote, or a folder of articles; what is there stays",
          (action) =>
            action
              .positional("folder", FOLDER)
              .option("reread", {
                type: "boolean",
                default: false,
                description: "Read every file anew, e.g. of shards that somebody else made",
              })
              .option("json", JSON_OPTION),
          (argv) => runImport(argv, state),
        )
        .demandCommand(1, "brief corpus needs export or import"),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly folder: string;
  readonly json: boolean;
}

async function runExport({ folder, workspace, json }: Flags, state: CommandState): Promise<void> {
  const [{ exportCorpus }, host] = await Promise.all([
    import("../transfer/export-corpus.js"),
    openHost(workspace),
  ]);
  const request = {
    folder: workspace ?? process.cwd(),
    shards: folder,
    onProgress: readingProgress(),
  };
  tell(await exportCorpus(host, request), json, state);
}

async function runImport(
  { folder, workspace, json, reread }: Flags & { readonly reread: boolean },
  state: CommandState,
): Promise<void> {
  const [{ importCorpus }, host] = await Promise.all([
    import("../transfer/import-corpus.js"),
    openHost(workspace),
  ]);
  const request = {
    folder: workspace ?? process.cwd(),
    shards: folder,
    rereads: reread,
    onProgress: readingProgress(),
  };
  tell(await importCorpus(host, request), json, state);
}

function tell(result: TransferResult, json: boolean, state: CommandState): void {
  const { action, folder, files, articles, shards, already, diagnostics } = result;
  if (hasErrors(diagnostics)) state.exitCode = 1;
  if (json) {
    printJson(result);
    return;
  }
  printDiagnostics(diagnostics);
  if (hasErrors(diagnostics)) return;
  const before = already === 0 ? "" : `, ${already} of them there already`;
  printNote(
    action === "export"
      ? `${files} files with ${articles} articles in ${shards} shards in ${folder}${before}`
      : `${files} files taken in from ${folder}${before}; the archive holds ${articles} articles`,
  );
}
