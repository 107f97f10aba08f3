/** `brief copy`: the copy that one reader got, made again. */
import { resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import { type CommandState, type GlobalOptions, ISSUE_NAME } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, printBytes, printData, printDiagnostics, printNote } from "./terminal.js";

export function copyCommand(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "copy <issue..>",
    "Make the copy of one reader again, with their number and name on every page",
    (command) =>
      command
        .positional("issue", ISSUE_NAME)
        .option("to", {
          type: "string",
          requiresArg: true,
          demandOption: "brief copy needs --to: an address, a name or a number",
          description: "Address, name or number of a recipient",
        })
        .option("out", {
          alias: "o",
          type: "string",
          requiresArg: true,
          description: "File to write, - for standard output; here by default",
        }),
    async ({ issue, to, out, workspace }) => {
      const [{ readerCopy }, host] = await Promise.all([
        import("../send/reader-copy.js"),
        openHost(workspace),
      ]);
      const folder = workspace ?? process.cwd();
      const { copy, diagnostics } = await readerCopy(host, { folder, words: issue, to });
      printDiagnostics(diagnostics);
      if (copy === null) {
        state.exitCode = 1;
        return;
      }
      const { bytes, fileName, recipient } = copy;
      printNote(oneLine(`№ ${recipient.number}, ${recipient.name}, ${recipient.address}`));
      if (out === "-") await printBytes(bytes);
      else {
        await host.writeFile(resolve(out ?? fileName), bytes);
        printData(out ?? fileName);
      }
    },
  ) as Argv<GlobalOptions>;
}
