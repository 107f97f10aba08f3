/** `brief template upgrade`: what changed in a template's parent since it was made. */
import type { Argv } from "yargs";
import type { TemplateChange, TemplateUpgrade } from "../../model/template-upgrade.js";
import type { CommandState, GlobalOptions } from "../command.js";
import { openHost } from "../open-host.js";
import { escapeControls, printData, printDiagnostics, printJson, printNote } from "../terminal.js";
import { UsageError } from "../usage.js";

export function upgradeAction(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "upgrade <name>",
    "Show what changed in the parent of a template since it was made",
    (action) =>
      action
        .positional("name", { type: "string", demandOption: true, description: "The template" })
        .option("apply", {
          type: "boolean",
          default: false,
          description: "Take over what fits into the files of the template",
        })
        .option("done", {
          type: "boolean",
          default: false,
          description: "Count changes from now on: what there was is seen to",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async ({ workspace: folder, name, apply, done, json }) => {
      if (apply && done) throw new UsageError("--apply and --done are two ways", "choose one");
      const [{ upgradeTemplate }, { workspaceOf }, host] = await Promise.all([
        import("../../workshop/upgrade-template.js"),
        import("./workspace.js"),
        openHost(folder),
      ]);
      const mode = apply ? "apply" : done ? "done" : "show";
      const workspace = await workspaceOf(folder);
      const { value, diagnostics } = await upgradeTemplate(host, workspace, name, mode);
      if (value === null) state.exitCode = 1;
      if (json) return printJson({ ...(value ?? { template: name }), diagnostics });
      printDiagnostics(diagnostics);
      if (value !== null) tell(value);
    },
  ) as Argv<GlobalOptions>;
}

function tell({ template, from, madeWith, program, changes }: TemplateUpgrade): void {
  for (const change of changes) {
    printData(escapeControls(`${change.file}: ${WORDS[change.standing]}\n${change.diff}`));
  }
  const versions =
    madeWith === program ? `, both of ${program}` : ` of ${madeWith}, now ${program}`;
  const count = changes.length === 0 ? "nothing" : `${changes.length} files`;
  printNote(`${template}, made from ${from}${versions}: ${count} changed since`);
}

const WORDS: Readonly<Record<TemplateChange["standing"], string>> = {
  arrives: "changed, and arrives by itself",
  applies: "changed; your own file stands in its place: --apply takes the change over",
  applied: "changed, and taken over into your own file",
  conflicts:
    "changed; your own file stands in its place and differs there: do it by hand, then --done",
};
