/** `brief publish`: what was approved, as a site for those who may see it. */
import type { Argv } from "yargs";
import { hasErrors } from "../model/diagnostic.js";
import type { PublishResult } from "../model/site.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { oneLine, printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

export function publishCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "publish",
    "Make the archive: a static site of what was approved, for those who may see it",
    (command) =>
      command
        .option("marking", {
          type: "string",
          requiresArg: true,
          description: "What its readers may see, separated by commas; what is public by default",
        })
        .option("brief", {
          type: "string",
          requiresArg: true,
          description: "Which briefs, separated by commas; all by default",
        })
        .option("out", {
          alias: "o",
          type: "string",
          requiresArg: true,
          description: "Folder of the site; out/site/public or one of the marking by default",
        })
        .option("dry-run", {
          type: "boolean",
          default: false,
          description: "Only tell what would be written and removed",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    (argv) => runPublish(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly marking: string | undefined;
  readonly brief: string | undefined;
  readonly out: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
}

async function runPublish(flags: Flags, state: CommandState): Promise<void> {
  const [{ publishSite }, host, { nodeClock }] = await Promise.all([
    import("../publish-site.js"),
    openHost(flags.workspace),
    import("../host/clock.js"),
  ]);
  const { out, dryRun, json } = flags;
  if (out === "") throw new UsageError("--out names no folder", "write a path behind it");
  const result = await publishSite(host, nodeClock, {
    folder: flags.workspace ?? ".",
    markings: listOf("marking", flags.marking),
    briefs: listOf("brief", flags.brief),
    out,
    dryRun,
  });
  if (hasErrors(result.diagnostics)) state.exitCode = 1;
  if (json) printJson(result);
  else tell(result);
}

function listOf(flag: string, value: string | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const names = value.split(",").map((name) => name.trim());
  if (names.includes("")) throw new UsageError(`--${flag} has an empty name`, "name each one");
  return names;
}

/** Lines of a change that a terminal shows. */
const MOST = 12;

function tell(result: PublishResult): void {
  const { folder, scope, dryRun, issues, files, written, removed, unchanged } = result;
  printDiagnostics(result.diagnostics);
  if (folder === null) return;
  const of = scope.briefs === null ? "" : `, ${scope.briefs.join(", ")}`;
  const count = `${issues} ${issues === 1 ? "issue" : "issues"}, ${files} files`;
  const verb = dryRun ? "would publish" : "published";
  printNote(`${verb} for ${scope.markings.join(", ")}${of}: ${count}`);
  printNote(`  ${written.length} written, ${removed.length} removed, ${unchanged} unchanged`);
  if (dryRun) {
    list("+", written);
    list("-", removed);
  }
  tellWithheld(result.withheld);
  if (issues === 0) printNote("  there is nothing to read in it yet");
  printData(folder);
}

function tellWithheld(withheld: PublishResult["withheld"]): void {
  const of = (wanted: "marking" | "embargo", words: string) => {
    const names = withheld
      .filter(({ why }) => why === wanted)
      .map(({ brief, issue, version }) => oneLine(`${brief} ${issue} v${version}`));
    const more = names.length > MOST ? `, and ${names.length - MOST} more` : "";
    if (names.length > 0) printNote(`  ${words}: ${names.slice(0, MOST).join(", ")}${more}`);
  };
  of("marking", "not for these readers, by their marking");
  of("embargo", "not before their embargo is over");
}

function list(sign: string, paths: readonly string[]): void {
  for (const path of paths.slice(0, MOST)) printNote(`  ${sign} ${oneLine(path)}`);
  if (paths.length > MOST) printNote(`  ${sign} … ${paths.length - MOST} more`);
}
