/** `brief fetch`: what is new in the feeds of the settings, into the corpus. */
import process from "node:process";
import type { Argv } from "yargs";
import type { FetchedFeed } from "../model/collection.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { openHost } from "./open-host.js";
import { type Progress, progress } from "./progress.js";
import { QUEUE_OPTIONS, type QueueFlags, refuseQueueFlags } from "./queue-options.js";
import { readingProgress } from "./reading-progress.js";
import { outliveReader, printData, printDiagnostics, printJson, printNote } from "./terminal.js";

export function fetchCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "fetch [feed..]",
    "Fetch what is new in the feeds of the settings",
    (command) =>
      command
        .positional("feed", {
          type: "string",
          array: true,
          default: [],
          description: "Names of feeds; all of the settings by default",
        })
        .options(QUEUE_OPTIONS)
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print one JSON object per feed",
        }),
    (argv) => runFetch(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions, QueueFlags {
  readonly feed: readonly string[];
}

async function runFetch(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  refuseQueueFlags(flags);
  if (flags.queue) {
    const { queueFetch } = await import("./queue-fetch.js");
    return queueFetch(flags, state, flags.feed);
  }
  const [{ fetchArticles }, { openCollector }, { feedSum, feedTable }] = await Promise.all([
    import("../collect-articles.js"),
    import("./collector.js"),
    import("./feed-words.js"),
  ]);
  const collector = openCollector(state.version, await openHost(flags.workspace));
  const feeds: FetchedFeed[] = [];
  let line: Progress | null = null;
  try {
    const { results } = await fetchArticles(collector, {
      folder: flags.workspace ?? process.cwd(),
      names: flags.feed,
      onProgress: readingProgress(),
    });
    line = progress("feeds", null);
    for await (const feed of results) {
      line.advance();
      if (flags.json) printJson(feed);
      feeds.push(feed);
    }
  } finally {
    line?.end();
    await collector.close();
  }
  if (!flags.json) printData(feedTable(feeds));
  printDiagnostics(feeds.flatMap(({ diagnostics }) => diagnostics));
  if (!flags.json) printNote(feedSum(feeds));
  if (feeds.some(({ status }) => status === "failed")) state.exitCode = 1;
}
