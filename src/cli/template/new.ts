/** `brief template new`: a folder for a template of one's own. */
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "../command.js";
import { openHost } from "../open-host.js";
import { printData, printDiagnostics, printJson, printNote } from "../terminal.js";

export function newAction(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "new <name>",
    "Make a template that extends another one, or a copy of it",
    (action) =>
      action
        .positional("name", {
          type: "string",
          demandOption: true,
          description: "Small letters, digits and hyphens: my-brief",
        })
        .option("from", {
          type: "string",
          default: "weekly",
          description: "The template that it starts from",
        })
        .option("full", {
          type: "boolean",
          default: false,
          description: "Copy all of it, so that mends of the other one do not arrive",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async ({ workspace: folder, name, from, full, json }) => {
      const [{ makeTemplate }, { workspaceOf }, host] = await Promise.all([
        import("../../workshop/new-template.js"),
        import("./workspace.js"),
        openHost(folder),
      ]);
      const workspace = await workspaceOf(folder);
      const { value, diagnostics } = await makeTemplate(host, workspace, { name, from, full });
      if (value === null) state.exitCode = 1;
      if (json) return printJson({ template: value, diagnostics });
      printDiagnostics(diagnostics);
      if (value === null) return;
      printData(value.files.map((file) => `${value.folder}/${file}`).join("\n"));
      printNote(
        `brief generate --template ${name} prints with it; brief template check ${name} looks it over`,
      );
    },
  ) as Argv<GlobalOptions>;
}
