/** `brief doctor`: whether all that a workspace stands on is there, readable and in order. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { styleText } from "node:util";
import type { Argv } from "yargs";
import type { ProgramFacts } from "../doctor/index.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { CheckFinding, CheckState, DoctorResult } from "../model/doctor.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, printData, printJson, printNote } from "./terminal.js";

export function doctorCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "doctor",
    "Look whether all that the workspace stands on is in order; changes nothing",
    (command) =>
      command
        .option("network", {
          type: "boolean",
          default: false,
          description: "Ask the relay of mail too whether it answers",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        })
        .epilogue("Exit status 1 where something does not hold; warnings leave it at 0."),
    (argv) => runDoctor(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly network: boolean;
  readonly json: boolean;
}

async function runDoctor({ workspace, network, json }: Flags, state: CommandState): Promise<void> {
  const [{ examine }, { nodeMachine }, { nodeHost }, { host, faults }] = await Promise.all([
    import("../doctor/index.js"),
    import("../host/node-machine.js"),
    import("../host/node.js"),
    hostOrFaults(workspace),
  ]);
  const result = await examine({
    host,
    own: nodeHost,
    machine: nodeMachine,
    folder: workspace ?? process.cwd(),
    faults,
    program: programFacts(state.version),
    secret: (name) => process.env[name],
    asksNetwork: network,
  });
  if (result.findings.some((one) => one.state === "error")) state.exitCode = 1;
  if (json) return printJson(result);
  printData(result.findings.map(inWords).join("\n"));
  printNote(sumOf(result));
}

/** Engines that are named wrongly are something to tell, and no reason to look at nothing else. */
async function hostOrFaults(
  folder: string | undefined,
): Promise<{ readonly host: Host; readonly faults: readonly Diagnostic[] }> {
  try {
    return { host: await openHost(folder), faults: [] };
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    const { nodeHost } = await import("../host/node.js");
    return { host: nodeHost, faults: error.diagnostics };
  }
}

function programFacts(version: string): ProgramFacts {
  const manifest = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  ) as {
    readonly engines: { readonly node: string };
    readonly dependencies: Readonly<Record<string, string>>;
    readonly peerDependencies: Readonly<Record<string, string>>;
  };
  const { engines, dependencies, peerDependencies } = manifest;
  return { version, node: engines.node, packages: dependencies, optional: peerDependencies };
}

const COLOURS: Readonly<Record<CheckState, Parameters<typeof styleText>[0]>> = {
  ok: "green",
  warning: "yellow",
  error: "red",
  skipped: "dim",
};
const STATE_LETTERS = 8;
const NAME_LETTERS = 11;

/** `warning  ledger      of 3 nobody knows whether they arrived`, the hint below it. */
function inWords({ check, state, found, place, hint }: CheckFinding): string {
  const word = styleText(COLOURS[state], state.padEnd(STATE_LETTERS), { stream: process.stdout });
  const at = place === undefined ? "" : `${placeInWords(place)}: `;
  const line = `${word} ${check.padEnd(NAME_LETTERS)} ${oneLine(`${at}${found}`)}`;
  if (hint === undefined) return line;
  return `${line}\n${" ".repeat(STATE_LETTERS + NAME_LETTERS + 2)}hint: ${oneLine(hint)}`;
}

function placeInWords({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

function sumOf({ findings }: DoctorResult): string {
  const count = (state: CheckState) => findings.filter((one) => one.state === state).length;
  const [errors, warnings] = [count("error"), count("warning")];
  if (errors + warnings === 0) return "all is in order";
  const words = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? "thing does" : "things do"} not hold`] : []),
    ...(warnings > 0 ? [`${warnings} to look at`] : []),
  ];
  return words.join(", ");
}
