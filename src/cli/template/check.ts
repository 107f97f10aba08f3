/** `brief template check`: everything that is wrong with a template, before anything is printed. */
import type { Argv } from "yargs";
import { hasErrors } from "../../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "../command.js";
import { openHost } from "../open-host.js";
import { printData, printDiagnostics, printJson, printNote } from "../terminal.js";

export function checkAction(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "check [names..]",
    "Check templates in all of their languages; those of the workspace by default",
    (action) =>
      action
        .positional("names", { type: "string", array: true, default: [] as string[] })
        .option("fix", {
          type: "boolean",
          default: false,
          description: "Mend what can be without changing what a template means",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async ({ workspace: folder, names, fix, json }) => {
      const [{ checkTemplates }, { workspaceIfAny }, host] = await Promise.all([
        import("../../workshop/check-templates.js"),
        import("./workspace.js"),
        openHost(folder),
      ]);
      const workspace = await workspaceIfAny(folder);
      const checked = await checkTemplates(host, workspace, names, fix);
      if (checked.some(({ diagnostics }) => hasErrors(diagnostics))) state.exitCode = 1;
      if (json) return printJson({ templates: checked });
      for (const { name, diagnostics, fixed = [] } of checked) {
        for (const { file, line, column, from, to } of fixed) {
          printNote(`fixed: ${file}:${line}:${column} ${from} is now ${to}`);
        }
        printDiagnostics(diagnostics);
        printData(`${name}: ${verdictOf(diagnostics.map(({ severity }) => severity))}`);
      }
    },
  ) as Argv<GlobalOptions>;
}

/** `sound`, or `2 errors, 1 warning`. */
function verdictOf(severities: readonly string[]): string {
  const counts = ["error", "warning"].flatMap((severity) => {
    const count = severities.filter((each) => each === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return counts.length === 0 ? "sound" : counts.join(", ");
}
