/** The environment in, whether the program tells OpenTelemetry what it does: `BRIEF_OTEL=1`. */
import process from "node:process";
import { useTelemetry } from "../host/telemetry.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { printDiagnostics } from "./terminal.js";

/** Nothing is loaded where nobody asks for it. */
export async function openTelemetryIfAsked(version: string): Promise<void> {
  if (process.env.BRIEF_OTEL !== "1") return;
  const { HOW_TO_INSTALL, openTelemetry } = await import("../host/open-telemetry.js");
  const watcher = await openTelemetry(version);
  if (watcher === null) printDiagnostics([notInstalled(HOW_TO_INSTALL)]);
  useTelemetry(watcher);
}

function notInstalled(hint: string): Diagnostic {
  return {
    code: "telemetry-missing",
    severity: "warning",
    message: "BRIEF_OTEL=1 asks for telemetry, and its package is not installed",
    hint,
  };
}
