/** The outside of a command: this machine's, with what its workspace shares with others. */
import process from "node:process";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { printDiagnostics } from "./terminal.js";

/**
 * @param folder of the workspace, or below it; the current one by default
 * @throws {FailedRun} for engines that are named wrongly
 */
export async function openHost(folder: string = process.cwd()): Promise<Host> {
  const [{ sharedHost }, { nodeHost }] = await Promise.all([
    import("../config/shared-host.js"),
    import("../host/node.js"),
  ]);
  const { value, diagnostics } = await sharedHost(nodeHost, folder, process.env);
  if (value === null) throw new FailedRun(diagnostics);
  printDiagnostics(diagnostics);
  return value;
}
