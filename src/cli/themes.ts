/** `brief themes`: what terms would match in the corpus, and which phrases it offers for a theme. */
import process from "node:process";
import type { Argv } from "yargs";
import type { Article } from "../model/article.js";
import type { SuggestedTermLine, TriedTermLine } from "../model/inspect.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { readStandardLines, STANDARD_INPUT } from "./standard-input.js";
import { oneLine, printData, printDiagnostics, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";

const OPTIONS = {
  in: {
    type: "string",
    array: true,
    default: [] as string[],
    description:
      "Files or folders, or - for JSON Lines of {id, text}; the workspace's articles by default",
  },
  json: { type: "boolean", default: false, description: "Print one JSON object per line" },
} as const;

export function themesCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command("themes <action>", "Try and find terms for the lexicon", (command) =>
    command
      .command(
        "try <terms..>",
        "Show what terms would match: one to an argument, or several parted by ;",
        (action) =>
          action
            .positional("terms", { type: "string", array: true, demandOption: true })
            .options(OPTIONS),
        (argv) => showTried({ ...argv, terms: argv.terms as string[] }),
      )
      .command(
        "suggest <theme>",
        "Show the phrases that set a theme's passages apart from all others",
        (action) =>
          action
            .positional("theme", {
              type: "string",
              demandOption: true,
              description: "Id of a theme of the lexicon",
            })
            .option("themes", {
              type: "string",
              description: "A file of themes in the place of the lexicon's",
            })
            .option("limit", { type: "number", default: 20, description: "Most phrases to show" })
            .options(OPTIONS),
        (argv) => showSuggested(argv),
      )
      .demandCommand(1, "try or suggest"),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly in: readonly string[];
  readonly json: boolean;
}

async function showTried(flags: Flags & { readonly terms: readonly string[] }): Promise<void> {
  const terms = flags.terms
    .flatMap((argument) => argument.split(";"))
    .map((term) => term.trim())
    .filter((term) => term !== "");
  if (terms.length === 0) throw new UsageError("brief themes try needs a term");
  const { tryTermsIn, host } = await load(flags);
  const { lines, diagnostics } = await tryTermsIn(host, { ...requestOf(flags), terms });
  printDiagnostics(diagnostics);
  for (const line of lines) {
    if (flags.json) printJson(line);
    else printData(triedWords(line));
  }
}

async function showSuggested(
  flags: Flags & {
    readonly theme: string;
    readonly themes: string | undefined;
    readonly limit: number;
  },
): Promise<void> {
  const { theme, themes, limit } = flags;
  if (!(limit >= 1)) throw new UsageError("--limit is a number above zero");
  const { suggestTermsFor, host } = await load(flags);
  const request = { ...requestOf(flags), theme, themes, limit };
  const { lines, diagnostics, articles } = await suggestTermsFor(host, request);
  printDiagnostics(diagnostics);
  for (const line of lines) {
    if (flags.json) printJson(line);
    else printData(suggestedWords(line, articles));
  }
}

async function load(flags: GlobalOptions) {
  const [terms, host] = await Promise.all([
    import("../inspect/theme-terms.js"),
    openHost(flags.workspace),
  ]);
  return { ...terms, host };
}

function requestOf(flags: Flags) {
  return {
    paths: flags.in.filter((path) => path !== STANDARD_INPUT),
    given: flags.in.includes(STANDARD_INPUT) ? readStandardLines() : undefined,
    folder: flags.workspace ?? process.cwd(),
    asOf: "9999-12-31",
  };
}

function triedWords({ term, share, articles }: TriedTermLine): string {
  const percent = Math.round(share * 100);
  const head = `${term}: ${articles.length} ${articles.length === 1 ? "article" : "articles"} (${percent} %)`;
  const uses = articles.flatMap(({ file, count, snippets }) => [
    `  ${file}: ${count}`,
    ...snippets.map(({ text }) => `    … ${oneLine(text.replace(/\s+/g, " "))} …`),
  ]);
  return [oneLine(head), ...uses].join("\n");
}

/** Standard deviations: about one in twenty goes further by chance. */
const BEYOND_CHANCE = 2;

function suggestedWords(
  { phrase, score, articles: count, examples }: SuggestedTermLine,
  articles: ReadonlyMap<string, Article>,
): string {
  const [first] = examples;
  const chance = score < BEYOND_CHANCE ? ", may be chance" : "";
  const head = `${oneLine(phrase)}  ${score} in ${count} ${count === 1 ? "article" : "articles"}${chance}`;
  if (first === undefined) return head;
  const file = articles.get(first.article)?.file ?? first.article;
  return `${head}\n    ${file}: … ${oneLine(first.text.replace(/\s+/g, " "))} …`;
}
