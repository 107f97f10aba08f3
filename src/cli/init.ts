/** `brief init`: a new workspace that makes a brief at once, from four questions or from flags. */
import { resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import type { WorkspaceAnswers } from "../init/plan-workspace.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { runLog } from "./log.js";
import { oneLine, printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

export function initCommand(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "init [dir]",
    "Make a workspace that makes a brief at once",
    (command) =>
      command
        .positional("dir", {
          type: "string",
          default: ".",
          description: "The folder, which may be there or not",
        })
        .option("yes", {
          alias: "y",
          type: "boolean",
          default: false,
          description: "Ask nothing: take the flags, and the defaults for the rest",
        })
        .options({
          title: text("Title of the brief"),
          id: text("Its name in the settings and in folders; made from the title by default"),
          desk: text("Who answers for it"),
          language: text("Language of the brief, or several: tr,en"),
          subject: text("Words and phrases that it follows, parted by commas: each gives a theme"),
          articles: text("A folder of articles to begin with, in the place of the example"),
          template: text("The template that its own one extends; weekly by default"),
        })
        .option("json", { type: "boolean", default: false, description: "Print it as JSON" }),
    (argv) => runInit(argv, state),
  ) as Argv<GlobalOptions>;
}

function text(description: string) {
  return { type: "string", requiresArg: true, description } as const;
}

/** What can be asked for, and given as flags. */
export interface InitFlags {
  readonly title: string | undefined;
  readonly id: string | undefined;
  readonly desk: string | undefined;
  readonly language: string | undefined;
  readonly subject: string | undefined;
}

interface Flags extends GlobalOptions, InitFlags {
  readonly dir: string;
  readonly yes: boolean;
  readonly articles: string | undefined;
  readonly template: string | undefined;
  readonly json: boolean;
}

async function runInit(flags: Flags, state: CommandState): Promise<void> {
  const root = resolve(flags.workspace ?? process.cwd(), flags.dir);
  const { answersFrom } = await import("../init/answers.js");
  const { makeWorkspace } = await import("../init/make-workspace.js");
  const { nodeHost: host } = await import("../host/node.js");
  const articles = flags.articles === undefined ? null : resolve(flags.articles);
  if (articles !== null && !(await host.exists(articles))) {
    const hint = "--articles names a folder or a file that is there";
    throw new UsageError(`there is nothing at “${oneLine(articles)}”`, hint);
  }
  const given = flags.yes ? flags : await ask(flags);
  if (given === null) {
    printNote("nothing was written");
    state.exitCode = 1;
    return;
  }
  const { value: answers, diagnostics: told } = answersFrom(given, {
    root,
    template: flags.template ?? "weekly",
    hasArticles: articles !== null,
  });
  const { value, diagnostics } =
    answers === null ? { value: null, diagnostics: [] } : await makeWorkspace(host, answers);
  const all = [...told, ...diagnostics];
  if (value !== null && answers !== null) {
    all.push(...(await bringArticles(root, articles, state)));
    if (value.hasArticles) {
      const { proposeTerms } = await import("../init/propose-terms.js");
      all.push(...(await proposeTerms(host, root, answers.languages[0] ?? "en", value)));
    }
  }
  if (value === null || hasErrors(all)) state.exitCode = 1;
  if (flags.json) {
    const made = value && { brief: answers?.id, template: value.template, files: value.files };
    return printJson({ workspace: made && { folder: root, ...made }, diagnostics: all });
  }
  printDiagnostics(all);
  if (value === null || answers === null) return;
  printData(value.files.map(oneLine).join("\n"));
  printNote(nextWords(flags, answers, value.template));
}

async function ask(flags: Flags): Promise<InitFlags | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY || runLog() !== null) {
    const hint = 'brief init DIR --yes --title "Sahel Weekly" --subject "grain prices, drought"';
    throw new UsageError("brief init asks its questions on a terminal; elsewhere give --yes", hint);
  }
  const { askQuestions } = await import("./init-questions.js");
  return askQuestions(flags);
}

/** As `brief add` does; a copy of what lies in the folder of articles already is not needed. */
async function bringArticles(
  root: string,
  path: string | null,
  { version }: CommandState,
): Promise<readonly Diagnostic[]> {
  if (path === null || path === resolve(root, "corpus/articles")) return [];
  const { addArticles } = await import("../collect-articles.js");
  const { openCollector } = await import("./collector.js");
  const { nodeHost } = await import("../host/node.js");
  const collector = openCollector(version, nodeHost);
  const inputs = [{ kind: "path", path } as const];
  const request = { folder: root, inputs, isRehearsal: false, isStoreOnly: false };
  const found: Diagnostic[] = [];
  try {
    let count = 0;
    for await (const { status, diagnostics } of (await addArticles(collector, request)).results) {
      if (status === "added" || status === "known") count += 1;
      if (status !== "skipped") found.push(...diagnostics.filter((one) => one.severity !== "info"));
    }
    if (count === 0) found.push(noArticles(path));
  } finally {
    await collector.close();
  }
  return found;
}

function noArticles(file: string): Diagnostic {
  const message = "holds nothing that can be read as an article";
  const hint = "brief add tells of every file what became of it";
  return { code: "no-articles", severity: "warning", message, place: { file }, hint };
}

function nextWords({ dir }: Flags, { id }: WorkspaceAnswers, template: string): string {
  const enter = dir === "." ? "" : `  cd ${/^[\w./-]+$/.test(dir) ? dir : JSON.stringify(dir)}\n`;
  return `\nThe brief ${id} is ready. Next:
${enter}  brief generate            writes it to out/${id}/
  brief preview --open      shows it while you write
  brief add FOLDER          brings articles in
Its themes stand in corpus/lexicon/themes.yaml, its look in templates/${template}/.`;
}
