/** This machine's files in, the same with what their workspace shares with other machines out. */
import { dirname, join, resolve } from "node:path";
import type { Host } from "../host/host.js";
import type { Outcome } from "../model/diagnostic.js";
import { ENGINES_FILE, type Environment, loadEngines, NAMED_BY } from "./engines-file.js";
import { SETTINGS_FILE } from "./workspace.js";

/**
 * Nothing of an engine is loaded where none is named.
 * @param folder of the workspace, or below it
 * @returns a value of null for engines that are named wrongly
 */
export async function sharedHost(
  host: Host,
  folder: string,
  environment: Environment,
): Promise<Outcome<Host>> {
  const own = { value: host, diagnostics: [] };
  const root = await rootOf(host, folder);
  if (root === null || !(await namesEngines(host, root, environment))) return own;
  const { value: engines, diagnostics } = await loadEngines(host, root, environment);
  if (engines === null) return diagnostics.length === 0 ? own : { value: null, diagnostics };
  const shared = { ...host, engines };
  if (engines.ledger === null) return { value: shared, diagnostics };
  const { withSharedRecord } = await import("./shared-record.js");
  return { value: await withSharedRecord(shared, root), diagnostics };
}

async function namesEngines(host: Host, root: string, environment: Environment): Promise<boolean> {
  const isNamed = NAMED_BY.some((name) => (environment[name] ?? "") !== "");
  return isNamed || (await host.exists(join(root, ENGINES_FILE)));
}

/** The nearest folder with settings, as a workspace is looked for. */
async function rootOf(host: Host, folder: string): Promise<string | null> {
  for (let root = resolve(folder); ; root = dirname(root)) {
    if (await host.exists(join(root, SETTINGS_FILE))) return root;
    if (root === dirname(root)) return null;
  }
}
