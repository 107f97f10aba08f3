/** `brief search`: the articles that hold some words, best first, with the words around them. */
import process from "node:process";
import { styleText } from "node:util";
import type { Argv } from "yargs";
import type { DayRange } from "../corpus/index.js";
import type { SearchLine } from "../model/search.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { joinQuery } from "./search-words.js";
import { oneLine, printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

export function searchCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "search <query..>",
    "Find the articles that hold some words, best first",
    (command) =>
      command
        .positional("query", {
          type: "string",
          array: true,
          demandOption: true,
          description: 'Words, "a phrase", a beginning*; with -- in front, -not as well',
        })
        .option("theme", { type: "string", description: "Only articles on this theme" })
        .option("outlet", { type: "string", description: "Only articles of this outlet" })
        .option("from", { type: "string", description: "First day, e.g. 2021-05-03" })
        .option("to", { type: "string", description: "Last day" })
        .option("limit", { type: "string", default: "10", description: "Most articles to show" })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print one JSON object per line",
        })
        .epilogue(
          'Every word must stand in the article; an argument of several words is a phrase,\nas in "foreign forces". A beginning has three letters or more; case, accents and\nArabic vowel signs do not matter. Behind --, -word leaves articles out.\nWith --from or --to, articles that state no day are left out.',
        ),
    (argv) => runSearch(argv),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly query: string[];
  readonly theme: string | undefined;
  readonly outlet: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly limit: string;
  readonly json: boolean;
}

async function runSearch(flags: Flags): Promise<void> {
  const [{ searchCorpus }, { parseTextQuery }, host, options, { readingProgress }] =
    await Promise.all([
      import("../search-corpus.js"),
      import("../corpus/index.js"),
      openHost(flags.workspace),
      import("./period-options.js"),
      import("./reading-progress.js"),
    ]);
  const query = parseTextQuery(joinQuery(flags.query));
  if (query === null) {
    throw new UsageError("the query holds no word to look for", "write at least one word");
  }
  const days = daysOf(
    options.parseDayOption("from", flags.from),
    options.parseDayOption("to", flags.to),
  );
  const { lines, diagnostics } = await searchCorpus(host, {
    folder: flags.workspace ?? process.cwd(),
    query,
    theme: flags.theme,
    outlet: flags.outlet,
    days,
    limit: parseLimit(flags.limit),
    onProgress: readingProgress(),
  });
  // What is wrong with articles is told by the commands that read them.
  printDiagnostics(diagnostics.filter(({ code }) => TOLD.has(code)));
  if (lines.length === 0) printNote("no article holds that");
  if (flags.json) for (const line of lines) printJson(line);
  else if (lines.length > 0) printData(lines.map(describeHit).join("\n\n"));
}

/** Open at an end that is not named; undefined where neither is. */
function daysOf(from: string | undefined, to: string | undefined): DayRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(
      `the days end before they start: ${from} to ${to}`,
      "swap --from and --to",
    );
  }
  return { from: from ?? "1000-01-01", to: to ?? "9999-12-31" };
}

const TOLD = new Set(["corpus-empty", "index-unused"]);
const MOST = 10_000;

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new UsageError(`--limit: “${text}” is no number of articles`, `write 1 to ${MOST}`);
}

/** Day and title, the file, and the words around the matches. */
function describeHit({ day, title, outlet, file, snippet }: SearchLine): string {
  const by = outlet === null ? "" : `, ${outlet}`;
  const head = paint("bold", oneLine(title));
  const first = `${day ?? "undated"}  ${head}${oneLine(by)}`;
  return `${first}\n  ${oneLine(file)}\n  ${mark(snippet)}`;
}

function mark({ text, marks, isCut }: SearchLine["snippet"]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push(oneLine(text.slice(from, start)), emphasise(oneLine(text.slice(start, end))));
    from = end;
  }
  const [before, after] = isCut.map((cut) => (cut ? "…" : ""));
  return `${before}${parts.join("")}${oneLine(text.slice(from))}${after}`;
}

/** In colour where there is colour, otherwise between signs that no word has. */
function emphasise(words: string): string {
  const painted = paint(["bold", "yellow"], words);
  return painted === words ? `[${words}]` : painted;
}

function paint(format: Parameters<typeof styleText>[0], words: string): string {
  return styleText(format, words, { stream: process.stdout });
}
