/** A workspace in, its files kept where workers find them out: what every job of it names. */
import { join } from "node:path";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { QueueDatabase } from "./queue-database.js";
import { planSnapshot, type SnapshotFiles } from "./snapshot/plan-snapshot.js";
import { keepSnapshot } from "./snapshot/snapshot-store.js";

export interface QueuedWorkspace {
  readonly workspace: Workspace;
  /** Of its files as they are now. */
  readonly snapshot: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Without a shared archive the articles ride along, as long as they are few.
 * @param more other files, by path below the workspace
 * @throws {FailedRun} @throws {EngineError} @throws {HostError}
 */
export async function queueWorkspace(
  host: Host,
  database: QueueDatabase,
  folder: string,
  more?: SnapshotFiles,
): Promise<QueuedWorkspace> {
  const { value: workspace, diagnostics } = await openWorkspace(host, folder);
  if (workspace === null) throw new FailedRun(diagnostics);
  const hasArticles = host.engines?.corpus === null;
  const imports = join(workspace.root, ".briefwright/imports.sqlite");
  if (hasArticles && (await host.exists(imports))) throw new FailedRun([notShared()]);
  const snapshot = await planSnapshot(host, { workspace, hasArticles, more });
  await keepSnapshot(database, snapshot);
  return { workspace, snapshot: snapshot.id, diagnostics };
}

function notShared(): Diagnostic {
  return {
    code: "articles-not-shared",
    severity: "error",
    message: "holds articles that no other machine can read",
    place: { file: ".briefwright/imports.sqlite" },
    hint: "move them to an archive that all workers share: corpus: opensearch://… in engines.yaml",
  };
}
