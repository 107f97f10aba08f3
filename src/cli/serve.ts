/** `brief serve`: the way out of a list in one click, and the archive, for a proxy to stand in front of. */
import { resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import type { CommandState, GlobalOptions } from "./command.js";
import { untilInterrupted } from "./interruption.js";
import { openHost } from "./open-host.js";
import { oneLine, printData, printDiagnostics, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

const MAX_PORT = 65_535;
const USUAL_PORT = 8025;

export function serveCommand(
  parser: Argv<GlobalOptions>,
  _state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "serve",
    "Serve the archive, and the way out of a list in one click",
    (command) =>
      command
        .option("port", {
          type: "number",
          default: USUAL_PORT,
          description: "Port to listen at; 0 for any free one",
        })
        .option("address", {
          type: "string",
          default: "127.0.0.1",
          description: "Address of this machine to listen at",
        })
        .option("archive", {
          type: "string",
          requiresArg: true,
          description: "Folder that brief publish made; that of the public by default",
        }),
    (argv) => runServe(argv),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly port: number;
  readonly address: string;
  readonly archive: string | undefined;
}

async function runServe({ port, address, archive, workspace }: Flags): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT) {
    throw new UsageError("--port is no port", `write a number from 1 to ${MAX_PORT}, or 0`);
  }
  const [{ serveDesk }, host, { nodeServe }, { nodeClock }] = await Promise.all([
    import("../serve/serve-desk.js"),
    openHost(workspace),
    import("../host/node-web.js"),
    import("../host/clock.js"),
  ]);
  const server = await serveDesk(
    {
      host,
      clock: nodeClock,
      serve: nodeServe,
      secret: (name) => process.env[name],
      onAnswer: ({ method, path, status }) =>
        printNote(`${oneLine(`${method} ${path}`)} ${status}`),
    },
    {
      folder: workspace ?? process.cwd(),
      port,
      address,
      archive: archive === undefined ? undefined : resolve(archive),
    },
  );
  printDiagnostics(server.diagnostics);
  const name = address.includes(":") ? `[${address}]` : address;
  printData(`http://${name}:${server.port}/`);
  if (server.leavePath !== null) printNote(`lists are left at ${server.leavePath}`);
  if (server.archive !== null) printNote(`the archive is ${server.archive}`);
  printNote("behind a proxy that speaks HTTPS. Ctrl-C ends it.");
  await untilInterrupted();
  await server.close();
}
