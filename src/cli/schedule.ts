/** `brief schedule`: the files that make a scheduler run the briefs; it installs nothing. */
import { isAbsolute, resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import type { ScheduleFile, Scheduler } from "../unattended/schedule/index.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { printData, printJson, printNote } from "./terminal.js";

/** As in `unattended/schedule`, which is not loaded for a usage. */
const SCHEDULERS: readonly Scheduler[] = ["systemd", "cron", "github-actions"];

export function scheduleCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "schedule [what]",
    "Print the files that make a scheduler run the briefs",
    (command) =>
      command
        .positional("what", {
          type: "string",
          default: "weekly",
          description: "A cadence, or the id of a brief",
        })
        .option("print", {
          choices: SCHEDULERS,
          demandOption: true,
          description: "For which scheduler",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the files as JSON: text by name",
        }),
    (argv) => runSchedule(argv),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly what: string;
  readonly print: Scheduler;
  readonly json: boolean;
}

const INSTALL: Readonly<Record<Scheduler, (names: readonly string[]) => string>> = {
  systemd: (names) =>
    `save each under its name in ~/.config/systemd/user/, then: systemctl --user enable --now ${names.at(-1)}`,
  cron: () => "add it to the crontab of whoever owns the workspace: crontab -e",
  "github-actions": (names) => `save it as ${names.join()} in the repository of the workspace`,
};

async function runSchedule({ what, print, json, workspace }: Flags): Promise<void> {
  const [{ scheduleFiles }, host] = await Promise.all([
    import("../unattended/schedule/index.js"),
    openHost(workspace),
  ]);
  const folder = workspace ?? process.cwd();
  const files = await scheduleFiles(host, { folder, what, scheduler: print, command: self() });
  if (json) printJson(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  else {
    printData(files.map((file) => shown(file, files.length)).join("\n"));
    printNote(INSTALL[print](files.map(({ name }) => name)));
  }
}

/** Schedulers know no PATH of a shell: this program, and the Node that runs it, by their whole paths. */
function self(): readonly string[] {
  const script = process.argv[1] ?? "brief";
  return [process.execPath, isAbsolute(script) ? script : resolve(script)];
}

function shown({ name, text }: ScheduleFile, count: number): string {
  return count === 1 ? text : `# ${name}\n${text}`;
}
