/** `brief template picture`: page 1 as a picture, for the README of a template. */
import { join, relative, resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import type { Workspace } from "../../config/workspace.js";
import { FailedRun } from "../../failed-run.js";
import type { Outcome } from "../../model/diagnostic.js";
import type { CommandState, GlobalOptions } from "../command.js";
import { openHost } from "../open-host.js";
import { printData, printDiagnostics } from "../terminal.js";

export function pictureAction(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "picture <name>",
    "Draw page 1 of an issue as PNG, for the template's README",
    (action) =>
      action
        .positional("name", { type: "string", demandOption: true, description: "The template" })
        .option("issue", {
          type: "string",
          description: "An issue.json; the one that was made last by default",
        })
        .option("out", {
          alias: "o",
          type: "string",
          requiresArg: true,
          description: "File to write; page-1.png in the template's folder by default",
        }),
    async ({ workspace: folder, ...flags }) => {
      const { workspaceOf } = await import("./workspace.js");
      await draw(await workspaceOf(folder), flags, state);
    },
  ) as Argv<GlobalOptions>;
}

interface Flags {
  readonly name: string;
  readonly issue: string | undefined;
  readonly out: string | undefined;
}

async function draw(workspace: Workspace, { name, ...flags }: Flags, state: CommandState) {
  const [{ loadTemplateFiles }, { newestIssue }, { renderIssueFile }, host, picture] =
    await Promise.all([
      import("../../config/workspace.js"),
      import("../../workshop/newest-issue.js"),
      import("../../render-issue-file.js"),
      openHost(workspace.root),
      import("./picture-of-page.js"),
    ]);
  const template = given(await loadTemplateFiles(host, workspace, name));
  const file = flags.issue ?? given(await newestIssue(host, workspace));
  const { root } = workspace;
  const request = { file, folder: root, template: name, formats: new Set(["pdf"] as const) };
  const { files, diagnostics } = await renderIssueFile(host, request);
  const pdf = files?.get("brief.pdf");
  const png = pdf === undefined ? null : await picture.pictureOfPage(pdf);
  printDiagnostics(pdf !== undefined && png === null ? [...diagnostics, NO_PROGRAM] : diagnostics);
  if (png === null) {
    state.exitCode = 1;
    return;
  }
  const isOwn = !relative(root, template.path).startsWith("..");
  const out = resolve(flags.out ?? join(isOwn ? template.path : process.cwd(), "page-1.png"));
  await host.writeFile(out, png);
  printData(relative(process.cwd(), out));
}

const NO_PROGRAM = {
  code: "no-picture-program",
  severity: "error",
  message: "there is no program on this machine that draws a page of a PDF",
  hint: "install poppler (Debian and Ubuntu: apt install poppler-utils, macOS: brew install poppler), which has pdftoppm",
} as const;

/** @throws {FailedRun} with what was said, where there is no value */
function given<T>({ value, diagnostics }: Outcome<T>): T {
  if (value === null) throw new FailedRun(diagnostics);
  return value;
}
