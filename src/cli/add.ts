/** `brief add`: files, folders, pages and texts into the corpus, byte for byte. */
import process from "node:process";
import type { Argv } from "yargs";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { printData, printDiagnostics, printJson, printNote } from "./terminal.js";

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
  readonly storeOnly: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

async function runAdd(flags: Flags, state: CommandState): Promise<void> {
  const [{ addArticles }, { openCollector }, { readInputs }, words] = await Promise.all([
    import("../collect-articles.js"),
    import("./collector.js"),
    import("./add-inputs.js"),
    import("./added-words.js"),
  ]);
  const { inputs, diagnostics } = await readInputs(flags.input, flags.as);
  const collector = openCollector(state.version);
  const all = [];
  try {
    const { folder, results } = await addArticles(collector, {
      folder: flags.workspace ?? process.cwd(),
      inputs,
      isRehearsal: flags.dryRun,
      isStoreOnly: flags.storeOnly,
    });
    printDiagnostics(diagnostics);
    for await (const added of results) {
      if (flags.json) printJson(added);
      else printData(words.addedLine(added, folder));
      printDiagnostics(worthSaying(added));
      // What is kept of each is what the sum needs.
      all.push({ ...added, diagnostics: [] });
    }
  } finally {
    await collector.close();
  }
  const counts = words.countAdded(all);
  const verb = flags.storeOnly ? "imported" : "added";
  if (!flags.json) printNote(words.countWords(counts, flags.dryRun ? `would have ${verb}` : verb));
  const isDone = counts.failed + diagnostics.length === 0 && counts.added + counts.known > 0;
  if (!isDone) state.exitCode = 1;
}

/** What was skipped has its line, and what is merely to know stands in the JSON. */
function worthSaying({ status, diagnostics }: Added): Diagnostic[] {
  if (status === "skipped") return [];
  return diagnostics.filter(({ severity }) => severity !== "info");
}
