/** A workspace in, its preview on an address of this machine out, until it is closed. */
import { chooseBrief, openWorkspace, type Workspace } from "../config/workspace.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Watch, Watching } from "../host/watch.js";
import type { Serve } from "../host/web.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { answerRequest } from "./api.js";
import { admit } from "./guard.js";
import type { Ask } from "./protocol.js";
import { Studio } from "./studio.js";
import { type Change, watchWorkspace } from "./watch-workspace.js";

export interface PreviewTools {
  readonly host: Host;
  readonly serve: Serve;
  readonly watch: Watch;
  readonly now: () => number;
  readonly later: (ms: number, call: () => void) => () => void;
  /** Makes issues and pages. */
  readonly make: Ask;
  /** Prints pages. */
  readonly print: Ask;
}

export interface PreviewRequest {
  /** A folder of the workspace. */
  readonly folder: string;
  /** Id of the brief to open; it is looked for at once, so that a slip is told. */
  readonly brief?: string | undefined;
  readonly port: number;
  /** What nobody can guess, for the address. */
  readonly token: string;
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
}

export interface Preview {
  /** `http://127.0.0.1:4780/<token>/`. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * @throws {FailedRun} where there is no workspace, or its settings are faulty
 * @throws {HostError} where the port is taken
 */
export async function servePreview(
  tools: PreviewTools,
  { folder, brief, port, token, onDiagnostic }: PreviewRequest,
): Promise<Preview> {
  const { host } = tools;
  const { value: workspace, diagnostics } = await openWorkspace(host, folder);
  if (workspace === null) throw new FailedRun(diagnostics);
  const chosen = chooseBrief(workspace, brief);
  if (chosen.value === null) throw new FailedRun(chosen.diagnostics);
  const studio = new Studio(workspace, tools);
  let isAt = port;
  const server = await tools.serve(port, async (request) => {
    const admission = admit(request, isAt, token);
    if ("status" in admission) return admission;
    return answerRequest(host, studio, request, admission.parts);
  });
  isAt = server.port;
  const watching = watchFor(studio, tools, onDiagnostic);
  return {
    address: `http://127.0.0.1:${server.port}/${token}/`,
    port: server.port,
    close: async () => {
      watching.close();
      await server.close();
    },
  };
}

/** Settings that name other folders are followed there. */
function watchFor(
  studio: Studio,
  tools: PreviewTools,
  onFault: PreviewRequest["onDiagnostic"],
): Watching {
  const foldersOf = ({ settings: { corpus, templates } }: Workspace) => `${corpus}\n${templates}`;
  const open = () => watchWorkspace(studio.workspace, tools, (news) => void follow(news), onFault);
  let isClosed = false;
  const follow = async (change: Change) => {
    const before = foldersOf(studio.workspace);
    await studio.changed(change);
    if (isClosed || foldersOf(studio.workspace) === before) return;
    watching.close();
    watching = open();
  };
  let watching = open();
  return {
    close: () => {
      isClosed = true;
      watching.close();
    },
  };
}
