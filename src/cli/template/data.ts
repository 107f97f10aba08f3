/** `brief template data`: what a template sees of an issue, all of it or a part, with words for every field. */
import { existsSync } from "node:fs";
import process from "node:process";
import type { Argv } from "yargs";
import type { Diagnostic } from "../../model/diagnostic.js";
import { type CommandState, type GlobalOptions, PERIOD_OPTIONS } from "../command.js";
import { openHost } from "../open-host.js";
import { escapeControls, printData, printDiagnostics, printJson } from "../terminal.js";

export function dataAction(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "data [issue] [path]",
    "Print what a template sees of an issue: all of it, or what stands under a path",
    (command) =>
      command
        .positional("issue", {
          type: "string",
          description: "A week (2021-W18), an issue.json or its folder; the latest week by default",
        })
        .positional("path", { type: "string", description: "Part of the data, e.g. themes.0" })
        .option("brief", PERIOD_OPTIONS.brief)
        .option("language", { type: "string", description: "BCP 47 tag of the page's language" })
        .option("template", { type: "string", description: "Name of the template that sees it" })
        .option("json", { type: "boolean", default: false, description: "Print it as JSON" }),
    async (argv) => {
      const { viewPart, viewYaml } = await import("../../templating/index.js");
      const { file, week, path } = readOperands(argv.issue, argv.path);
      const diagnostics: Diagnostic[] = [];
      const view = await viewOf({ ...argv, file, week }, diagnostics);
      const part = viewPart(view, path);
      if ("missing" in part) {
        state.exitCode = 1;
        diagnostics.push(noSuchPart(part));
      } else if (argv.json) printJson(part.value);
      else printData(escapeControls(viewYaml(part)));
      printDiagnostics(diagnostics);
    },
  ) as Argv<GlobalOptions>;
}

interface Operands {
  readonly file: string | undefined;
  readonly week: string | undefined;
  readonly path: string;
}

/** A path alone is one of the latest week. */
function readOperands(issue: string | undefined, path: string | undefined): Operands {
  if (issue === undefined) return { file: undefined, week: undefined, path: "" };
  if (/^\d{4}-W\d{2}$/i.test(issue)) return { file: undefined, week: issue, path: path ?? "" };
  if (existsSync(issue)) return { file: issue, week: undefined, path: path ?? "" };
  if (path !== undefined || /[/\\]|\.json$/.test(issue)) {
    return { file: issue, week: undefined, path: path ?? "" };
  }
  return { file: undefined, week: undefined, path: issue };
}

interface Flags extends GlobalOptions {
  readonly file: string | undefined;
  readonly week: string | undefined;
  readonly brief: string | undefined;
  readonly language: string | undefined;
  readonly template: string | undefined;
}

async function viewOf(flags: Flags, diagnostics: Diagnostic[]): Promise<unknown> {
  const [{ templateData }, host, { parsePeriod }, { readingProgress }] = await Promise.all([
    import("../../template-data.js"),
    openHost(flags.workspace),
    import("../period-options.js"),
    import("../reading-progress.js"),
  ]);
  const { file, brief, language, template, workspace } = flags;
  const request = {
    folder: workspace ?? process.cwd(),
    period: parsePeriod(flags),
    onProgress: readingProgress(),
    ...{ file, brief, language, template },
  };
  return templateData(host, request, diagnostics);
}

function noSuchPart({ missing, hint }: { missing: string; hint: string }): Diagnostic {
  return {
    code: "no-such-part",
    severity: "error",
    message: `there is no "${missing}" in the data of this issue`,
    hint,
  };
}
