/** A workspace in, a server out that its readers meet: the way out of a list, and the archive. */
import { join } from "node:path";
import { loadDistribution } from "../config/distribution-file.js";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { FailedRun, settle, tellingAll } from "../failed-run.js";
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import type { Serve, WebAnswer, WebHandler, WebRequest, WebServer } from "../host/web.js";
import { ledgerPath, ledgersOf } from "../ledger/index.js";
import { unsubscribeSecret } from "../mail/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MailSettings } from "../model/distribution.js";
import { loadSiteAssets, wordsFrom } from "../site/index.js";
import { answerFile } from "./archive-file.js";
import { answerLeaving, type Leaving } from "./leave.js";
import { limiter } from "./limiter.js";

export interface ServeMeans {
  readonly host: Host;
  readonly clock: Clock;
  readonly serve: Serve;
  /** Value of an environment variable. */
  readonly secret: (name: string) => string | undefined;
  /** Is told of each request what it came to: nothing in it says who asked. */
  readonly onAnswer: (line: AnswerLine) => void;
}

export interface AnswerLine {
  readonly method: string;
  /** Without the query, which may hold a token. */
  readonly path: string;
  readonly status: number;
}

export interface ServeRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  readonly port: number;
  /** Address to listen at; the loopback one by default. */
  readonly address?: string | undefined;
  /** Absolute path of an archive; the public one of the workspace by default, where it was made. */
  readonly archive?: string | undefined;
}

export interface DeskServer extends WebServer {
  /** Path at which lists are left; null where the settings name none. */
  readonly leavePath: string | null;
  /** Folder of the archive; null where there is none. */
  readonly archive: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws {FailedRun} without a workspace, and where there is nothing to serve */
export async function serveDesk(means: ServeMeans, request: ServeRequest): Promise<DeskServer> {
  const diagnostics: Diagnostic[] = [];
  return tellingAll(diagnostics, serve(means, request, diagnostics));
}

async function serve(
  means: ServeMeans,
  request: ServeRequest,
  diagnostics: Diagnostic[],
): Promise<DeskServer> {
  const { host } = means;
  const workspace = settle(await openWorkspace(host, request.folder), diagnostics);
  const { mail } = settle(await loadDistribution(host, workspace), diagnostics);
  const leaving = await leavingOf(means, workspace, mail?.unsubscribe);
  const archive = request.archive ?? (await publicArchive(host, workspace));
  if (leaving === null && archive === null) throw new FailedRun([nothingToServe()]);
  const handle = async (asked: WebRequest): Promise<WebAnswer> => {
    if (asked.path === "/health") return { status: 200, headers: {}, body: "ok\n" };
    if (leaving?.paths.has(asked.path)) return answerLeaving(asked, leaving.means);
    return archive === null ? NOT_FOUND : answerFile(host, archive, asked);
  };
  const server = await means.serve(request.port, told(handle, means.onAnswer), request.address);
  return { ...server, leavePath: leaving?.path ?? null, archive, diagnostics };
}

async function publicArchive(host: Host, { root, settings }: Workspace): Promise<string | null> {
  const folder = join(root, settings.out, "site", "public");
  return (await host.exists(join(folder, "index.html"))) ? folder : null;
}

const NOT_FOUND: WebAnswer = { status: 404, headers: {}, body: "404\n" };

/** A path may hold what somebody made up: of an address as much as a line takes. */
function told(handle: WebHandler, tell: ServeMeans["onAnswer"]): WebHandler {
  return async (request) => {
    const answer = await handle(request);
    const { method, path } = request;
    tell({ method: method.slice(0, 10), path: path.slice(0, 200), status: answer.status });
    return answer;
  };
}

interface OpenLeaving {
  readonly path: string;
  /** As the settings name it, and as a proxy passes it on that takes its folder away. */
  readonly paths: ReadonlySet<string>;
  readonly means: Leaving;
}

async function leavingOf(
  { host, clock, secret: secretNamed }: ServeMeans,
  workspace: Workspace,
  settings: MailSettings["unsubscribe"],
): Promise<OpenLeaving | null> {
  if (settings === undefined) return null;
  const { value: secret, diagnostics } = unsubscribeSecret(settings, secretNamed);
  if (secret === null) throw new FailedRun(diagnostics);
  const path = new URL(settings.url).pathname;
  const words = wordsFrom((await loadSiteAssets(host)).labels);
  const { briefs } = workspace.settings;
  return {
    path,
    paths: new Set([path, path.replace(/^.*(?=\/[^/]+$)/, "")]),
    means: {
      clock,
      secret,
      admits: limiter(clock),
      words,
      openLedger: () => ledgersOf(host).openLedger(ledgerPath(workspace)),
      briefOf: (id) => (Object.hasOwn(briefs, id) ? (briefs[id] ?? null) : null),
    },
  };
}

function nothingToServe(): Diagnostic {
  return {
    code: "nothing-to-serve",
    severity: "error",
    message: "there is neither an archive nor a way out of a list to serve",
    place: { file: "distribution.yaml" },
    hint: "make the archive with brief publish, or set mail: { unsubscribe: { url, secretEnv } }",
  };
}
