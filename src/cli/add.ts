/** `brief add`: files, folders, pages and texts into the corpus, byte for byte. */
import process from "node:process";
import type { Argv } from "yargs";
import type { AddInput } from "../collect/index.js";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { awaitInterruption, type Interruption } from "./interruption.js";
import { openHost } from "./open-host.js";
import { outliveReader, printData, printDiagnostics, printJson, printNote } from "./terminal.js";

export function addCommand(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "add <input..>",
    "Add files, folders, pages or standard input to the corpus",
    (command) =>
      command
        .positional("input", {
          type: "string",
          array: true,
          demandOption: true,
          description: "Files, folders, globs, addresses of pages, or - for standard input",
        })
        .option("as", {
          type: "string",
          requiresArg: true,
          description: "Name in the corpus, for one file, page or text",
        })
        .option("again", {
          type: "boolean",
          default: false,
          description: "Ask again for pages that are in the corpus; keep those that changed",
        })
        .option("store-only", {
          type: "boolean",
          default: false,
          description: "Keep the bytes in .briefwright/ alone, for large imports",
        })
        .option("dry-run", {
          type: "boolean",
          default: false,
          description: "Say what would be added, and write nothing",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print one JSON object per input",
        }),
    (argv) => runAdd(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly input: readonly string[];
  readonly as: string | undefined;
  readonly again: boolean;
  readonly storeOnly: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

async function runAdd(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  const { readInputs } = await import("./add-inputs.js");
  const { countAdded, countWords } = await import("./added-words.js");
  const { inputs: given, diagnostics } = await readInputs(flags.input, flags.as);
  const inputs = given.map((one) => (one.kind === "url" ? { ...one, isAgain: flags.again } : one));
  const interruption = awaitInterruption();
  const all = await addAll(inputs, flags, state, interruption);
  printDiagnostics(diagnostics);
  const counts = countAdded(all);
  const verb = flags.storeOnly ? "imported" : "added";
  if (!flags.json) printNote(countWords(counts, flags.dryRun ? `would have ${verb}` : verb));
  if (interruption.isAsked) printNote("stopped: run the command again, and it goes on from here");
  const isWhole = !interruption.isAsked && counts.failed + diagnostics.length === 0;
  if (!isWhole || counts.added + counts.known === 0) state.exitCode = 1;
}

/** Tells of each as it happens. */
async function addAll(
  inputs: readonly AddInput[],
  flags: Flags,
  { version }: CommandState,
  interruption: Interruption,
): Promise<readonly Added[]> {
  const { addArticles } = await import("../collect-articles.js");
  const { openCollector } = await import("./collector.js");
  const { addedLine } = await import("./added-words.js");
  const collector = openCollector(version, await openHost(flags.workspace));
  const all: Added[] = [];
  try {
    const { placeOf, results } = await addArticles(collector, {
      folder: flags.workspace ?? process.cwd(),
      inputs,
      isRehearsal: flags.dryRun,
      isStoreOnly: flags.storeOnly,
    });
    for await (const added of results) {
      if (flags.json) printJson(added);
      else printData(addedLine(added, added.file && (await placeOf(added.file))));
      printDiagnostics(worthSaying(added));
      // The sum needs no more of each.
      all.push({ ...added, diagnostics: [] });
      if (interruption.isAsked) break;
    }
  } finally {
    interruption.end();
    await collector.close();
  }
  return all;
}

/** What was skipped has its line, and what is merely to know stands in the JSON. */
function worthSaying({ status, diagnostics }: Added): Diagnostic[] {
  if (status === "skipped") return [];
  return diagnostics.filter(({ severity }) => severity !== "info");
}
