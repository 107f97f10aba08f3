/** `brief template take`: files of the parent into a template, to be changed there. */
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "../command.js";
import { openHost } from "../open-host.js";
import { printData, printDiagnostics, printJson } from "../terminal.js";

export function takeAction(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "take <name> <files..>",
    "Copy files of the parent into a template, to change them there",
    (action) =>
      action
        .positional("name", { type: "string", demandOption: true, description: "The template" })
        .positional("files", {
          type: "string",
          array: true,
          demandOption: true,
          description: "brief.hbs, partials/watch.hbs",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async ({ workspace: folder, name, files, json }) => {
      const [{ takeFiles }, { workspaceOf }, host] = await Promise.all([
        import("../../workshop/take-files.js"),
        import("./workspace.js"),
        openHost(folder),
      ]);
      const workspace = await workspaceOf(folder);
      const { value, diagnostics } = await takeFiles(host, workspace, name, files as string[]);
      if (value === null) state.exitCode = 1;
      if (json) return printJson({ files: value ?? [], diagnostics });
      printDiagnostics(diagnostics);
      if (value !== null) printData(value.join("\n"));
    },
  ) as Argv<GlobalOptions>;
}
