/** `brief render`: a page in the subset of CSS as PDF; a finished issue in any form. */
import { dirname, extname, join } from "node:path";
import type { Argv } from "yargs";
import type { Diagnostic } from "../model/diagnostic.js";
import { type Format, FormatSchema } from "../model/format.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { QUEUE_OPTIONS, type QueueFlags, refuseQueueFlags } from "./queue-options.js";
import { outliveReader, printBytes, printData, printDiagnostics, printJson } from "./terminal.js";
import { UsageError } from "./usage.js";

export function renderCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "render <page>",
    "Print an HTML page as PDF, or a finished issue as HTML, PDF, Word, Markdown or plain text",
    (command) =>
      command
        .positional("page", {
          type: "string",
          demandOption: true,
          description: "A page.html, or an issue.json",
        })
        .option("out", {
          alias: "o",
          type: "string",
          requiresArg: true,
          description:
            "File to write, by its ending for an issue, - for standard output; beside the page by default",
        })
        .option("date", {
          type: "string",
          description: "Day that the PDF of a page bears, e.g. 2021-05-10",
        })
        .option("template", {
          type: "string",
          description: "Template of an issue; the one it was made with by default",
        })
        .options(QUEUE_OPTIONS)
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print the result as JSON",
        }),
    (argv) => runRender(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions, QueueFlags {
  readonly page: string;
  readonly out: string | undefined;
  readonly date: string | undefined;
  readonly template: string | undefined;
}

/** What was made, before it is written. */
interface Made {
  /** Bytes by path; by `-` for standard output. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

async function runRender(flags: Flags, state: CommandState): Promise<void> {
  const { page, out, json } = flags;
  if (out === "") throw new UsageError("--out names no file", "write a path behind it");
  if (out === "-" && json) {
    throw new UsageError("--json and -o - share standard output", "leave one of them out");
  }
  const isIssue = page.toLowerCase().endsWith(".json");
  refuseQueueFlags(flags);
  if (flags.queue) return queue(flags, state, isIssue);
  const { files, diagnostics } = await (isIssue ? renderIssue(flags) : renderPage(flags));
  if (files.size === 0) state.exitCode = 1;
  await write(files);
  if (json) {
    const made = [...files].map(([file, bytes]) => ({ file, bytes: bytes.length }));
    printJson({ page, files: made, diagnostics });
    return;
  }
  printDiagnostics(diagnostics);
  if (out !== "-" && files.size > 0) printData([...files.keys()].join("\n"));
}

/** @throws {UsageError} for what no worker can do */
async function queue(flags: Flags, state: CommandState, isIssue: boolean): Promise<void> {
  const { out, date, template } = flags;
  if (!isIssue || out !== undefined || date !== undefined) {
    throw new UsageError(
      "workers print finished issues, beside what else was made of them",
      "name an issue.json, without -o and --date",
    );
  }
  const { queueRender } = await import("./queue-render.js");
  await queueRender(flags, state, { template, formats: new Set(["html", "pdf"]) });
}

async function renderPage({ page, date, template, ...flags }: Flags): Promise<Made> {
  if (template !== undefined) {
    throw new UsageError("--template is for an issue", "a page has its own style sheets");
  }
  const out = flags.out ?? page.replace(/\.[^./\\]*$|$/, ".pdf");
  const [{ renderPageFile }, host, createdAt] = await Promise.all([
    import("../render-page.js"),
    openHost(flags.workspace ?? page),
    date === undefined ? undefined : readDate(date),
  ]);
  const target = out === "-" ? null : await host.realPath(out);
  if (out === page || (target !== null && target === (await host.realPath(page)))) {
    throw new UsageError("the PDF would replace its page", "name a file with -o");
  }
  const { bytes, diagnostics } = await renderPageFile(host, { file: page, createdAt });
  return { files: new Map([[out, bytes]]), diagnostics };
}

async function readDate(date: string): Promise<Date | undefined> {
  const { parseDayOption } = await import("./period-options.js");
  const day = parseDayOption("date", date);
  return day === undefined ? undefined : new Date(day);
}

async function renderIssue({ page, out, date, template, workspace }: Flags): Promise<Made> {
  if (date !== undefined) {
    throw new UsageError("--date is for a page", "an issue bears its own date");
  }
  const [{ renderIssueFile }, host] = await Promise.all([
    import("../render-issue-file.js"),
    openHost(workspace ?? page),
  ]);
  const format = formatOf(out);
  const formats = new Set(format === undefined ? (["html", "pdf"] as const) : [format]);
  const request = { file: page, folder: workspace, template, formats };
  const { files, diagnostics } = await renderIssueFile(host, request);
  const pathOf = (name: string) => {
    if (out === undefined || format === undefined) return join(out ?? dirname(page), name);
    // Fonts lie beside a page of whatever name.
    return name === `brief.${format}` ? out : join(dirname(out), name);
  };
  const made = [...(files ?? [])].map(([name, bytes]) => [pathOf(name), bytes] as const);
  return { files: new Map(made), diagnostics };
}

/** Page and PDF go into a folder; a file has the form that its name ends in. */
function formatOf(out: string | undefined): Format | undefined {
  if (out === "-") return "pdf";
  const extension = extname(out ?? "")
    .slice(1)
    .toLowerCase();
  return FormatSchema.exclude(["json"]).safeParse(extension).data;
}

async function write(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const { nodeHost: host } = await import("../host/node.js");
  for (const [path, bytes] of files) {
    if (path === "-") await printBytes(bytes);
    else {
      outliveReader();
      // Of a link the file that it leads to is written; the link stays.
      await host.writeFile((await host.realPath(path)) ?? path, bytes);
    }
  }
}
