/** `brief preview`: the brief on a page of this machine's own browser, made anew with every save. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import process from "node:process";
import type { Argv } from "yargs";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "./command.js";
import { untilInterrupted } from "./interruption.js";
import { printData, printDiagnostics, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

const DEFAULT_PORT = 4780;
const MAX_PORT = 65_535;

export function previewCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "preview",
    "Show the brief in a browser, made anew with every save",
    (command) =>
      command
        .option("brief", PERIOD_OPTIONS.brief)
        .option("week", { type: "string", description: "ISO week to open, e.g. 2021-W18" })
        .option("template", { type: "string", description: "Template; the brief's own by default" })
        .option("language", { type: "string", description: "Language of the labels, e.g. en" })
        .option("port", {
          type: "number",
          default: DEFAULT_PORT,
          requiresArg: true,
          description: "Port of 127.0.0.1 to answer on; 0 for any free one",
        })
        .option("open", { type: "boolean", default: false, description: "Open it in the browser" }),
    (argv) => runPreview(argv),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly brief: string | undefined;
  readonly week: string | undefined;
  readonly template: string | undefined;
  readonly language: string | undefined;
  readonly port: number;
  readonly open: boolean;
}

async function runPreview(flags: Flags): Promise<void> {
  const { port } = flags;
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT) {
    throw new UsageError("--port is no port", `write a number from 1 to ${MAX_PORT}, or 0`);
  }
  const [{ parsePeriod }, { openPreview }] = await Promise.all([
    import("./period-options.js"),
    import("./open-preview.js"),
  ]);
  parsePeriod(flags);
  const preview = await openPreview({
    folder: flags.workspace ?? process.cwd(),
    brief: flags.brief,
    port,
    token: randomBytes(16).toString("hex"),
    onDiagnostic: (diagnostic) => printDiagnostics([diagnostic]),
  });
  const address = `${preview.address}${fragmentOf(flags)}`;
  printData(address);
  printNote(
    "the address holds its key: who has it can read the workspace. Ctrl-C ends the preview.",
  );
  if (flags.open) openBrowser(address);
  await untilInterrupted();
  await preview.close();
}

/** What the page opens first. */
function fragmentOf({ brief, week, template, language }: Flags): string {
  const wanted = Object.entries({ brief, issue: week, template, language }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const query = new URLSearchParams(wanted).toString();
  return query === "" ? "" : `#${query}`;
}

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Where none can be opened, the address stands on the terminal. */
function openBrowser(address: string): void {
  const [command = "xdg-open", ...before] = OPENERS[process.platform] ?? [];
  const child = spawn(command, [...before, address], { stdio: "ignore", detached: true });
  child.once("error", () => printNote("no browser could be opened: open the address by hand"));
  child.unref();
}
