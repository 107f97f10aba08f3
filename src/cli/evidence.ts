/** `brief evidence`: what is kept of the sources of an issue, and all of it as one archive. */
import type { Argv } from "yargs";
import type { KeptSource } from "../pack-evidence.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, outliveReader, printData, printJson, printNote } from "./terminal.js";
import { operandMissing } from "./usage-words.js";

export function evidenceCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "evidence [issue]",
    "Show what is kept of the sources of an issue, or pack all of it",
    (command) =>
      command
        .positional("issue", {
          type: "string",
          description: "An issue.json, or its folder",
        })
        .option("zip", {
          type: "string",
          description: "Pack the whole issue; a file may be named",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    async (argv) => {
      const [{ packEvidence }, host] = await Promise.all([
        import("../pack-evidence.js"),
        openHost(argv.workspace ?? argv.issue),
      ]);
      const { path, zip: to } = operandsOf(argv);
      if (to !== undefined) outliveReader();
      const request = { path, zip: to !== undefined, to: to === "" ? undefined : to };
      const packed = await packEvidence(host, request);
      if (argv.json) printJson(packed);
      else if (packed.zip === null) for (const source of packed.sources) tell(source);
      else {
        const { file, files, bytes } = packed.zip;
        printNote(`${packed.issue}: ${files} files, ${bytes} bytes`);
        printData(file);
      }
    },
  ) as Argv<GlobalOptions>;
}

/** `--zip issue.json` names the issue, where no other is named: nobody packs into an issue. */
function operandsOf({ issue, zip }: { readonly issue?: string; readonly zip?: string }) {
  if (issue !== undefined) return { path: issue, zip };
  if (zip === undefined || zip === "" || zip.endsWith(".zip")) throw operandMissing("evidence");
  return { path: zip, zip: "" };
}

function tell({ number, article, title, keeps, passages }: KeptSource): void {
  const kept = keeps.length === 0 ? "nothing" : keeps.join(", ");
  printData(oneLine(`[${number}] ${article}  ${passages} passages  keeps ${kept}  ${title}`));
}
