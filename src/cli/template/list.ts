/** `brief template list`: every template that a brief can name. */
import type { Argv } from "yargs";
import type { ListedTemplate } from "../../workshop/list-templates.js";
import type { CommandState, GlobalOptions } from "../command.js";
import { openHost } from "../open-host.js";
import { oneLine, printData, printDiagnostics, printJson } from "../terminal.js";

export function listAction(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "list",
    "Show the templates of the workspace and those that come with the program",
    (action) =>
      action.option("json", {
        type: "boolean",
        default: false,
        description: "Print them as JSON, with their parameters",
      }),
    async ({ workspace: folder, json }) => {
      const [{ listTemplates }, { workspaceIfAny }, host] = await Promise.all([
        import("../../workshop/list-templates.js"),
        import("./workspace.js"),
        openHost(folder),
      ]);
      const listed = await listTemplates(host, await workspaceIfAny(folder));
      if (listed.diagnostics.some(({ severity }) => severity === "error")) state.exitCode = 1;
      if (json) return printJson(listed);
      printDiagnostics(listed.diagnostics);
      printData(listed.templates.map(wordsOf).join("\n\n"));
    },
  ) as Argv<GlobalOptions>;
}

function wordsOf({
  name,
  origin,
  folder,
  description,
  slots,
  ...template
}: ListedTemplate): string {
  const parents = template.extends.length === 0 ? "" : `, extends ${template.extends.join(" > ")}`;
  const parameters = template.parameters.map(
    (parameter) => `${parameter.name} (${parameter.type})`,
  );
  const facts = [
    ["in", folder],
    ["languages", template.languages.join(", ")],
    ["prints", slots.join(", ")],
    ["lets be set", parameters.join(", ")],
  ].filter(([, words]) => words !== "");
  return [
    `${oneLine(name)}  (${origin}${oneLine(parents)})`,
    `  ${oneLine(description)}`,
    ...facts.map(([name = "", words = ""]) => `  ${name.padEnd(12)}${oneLine(words)}`),
  ].join("\n");
}
