/** `brief export`: the sources of a finished issue, for a reference manager. */
import { join } from "node:path";
import type { Argv } from "yargs";
import { ExportFormatSchema } from "../model/export-format.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { outliveReader, printBytes, printData, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";

export function exportCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "export <issue>",
    "Write the sources of an issue for Zotero and other reference managers",
    (command) =>
      command
        .positional("issue", {
          type: "string",
          demandOption: true,
          description: "An issue.json, or its folder",
        })
        .option("format", {
          type: "string",
          default: ExportFormatSchema.options.join(","),
          description: "What to write, separated by commas",
        })
        .option("out", {
          alias: "o",
          type: "string",
          requiresArg: true,
          description: "Folder to write to, - for standard output; beside the issue by default",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    (argv) => runExport(argv),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly issue: string;
  readonly format: string;
  readonly out: string | undefined;
  readonly json: boolean;
}

async function runExport({ issue, format, out, json, workspace }: Flags): Promise<void> {
  if (out === "") throw new UsageError("--out names no folder", "write a path behind it");
  const [{ exportIssueFile }, host, { parseFormats }] = await Promise.all([
    import("../export-issue-file.js"),
    openHost(workspace ?? issue),
    import("./period-options.js"),
  ]);
  const formats = parseFormats(format, ExportFormatSchema.options);
  if (out === "-" && (formats.size > 1 || json)) {
    throw new UsageError("standard output takes one file", "name one --format, without --json");
  }
  const { folder, files } = await exportIssueFile(host, { path: issue, formats });
  if (out === "-") {
    for (const bytes of files.values()) await printBytes(bytes);
    return;
  }
  outliveReader();
  const written = [...files].map(([name, bytes]) => ({ file: join(out ?? folder, name), bytes }));
  for (const { file, bytes } of written) await host.writeFile(file, bytes);
  if (json) printJson({ files: written.map(({ file, bytes }) => ({ file, bytes: bytes.length })) });
  else printData(written.map(({ file }) => file).join("\n"));
}
