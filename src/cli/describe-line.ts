/** One value of `brief inspect` as text for a person; `--json` has everything. */
import type { Stage } from "../inspect-stages.js";
import { escapeControls } from "./terminal.js";

/** Fields that say where and what, in the order of reading; the rest follows as it comes. */
const FIRST = ["file", "start", "end", "from", "to", "precision", "kind", "speaker", "cue", "text"];
/** Long or repeated in what is shown anyway. */
const LEFT_OUT = new Set(["id", "passages", "sentence"]);

export function describeLine(stage: Stage, line: object): string {
  const entries = Object.entries(line).filter(([name]) => !LEFT_OUT.has(name));
  entries.sort(([a], [b]) => rank(a) - rank(b));
  const head = entries.map(([name, value]) => `${name}: ${show(value)}`).join("  ");
  const body = stage === "themes" ? childrenOf(line) : [];
  return escapeControls([head, ...body].join("\n"));
}

function rank(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

function childrenOf(line: object): string[] {
  return Object.entries(line)
    .filter(([name, value]) => LEFT_OUT.has(name) && Array.isArray(value))
    .flatMap(([name, items]) => (items as unknown[]).map((item) => `  ${name}: ${show(item)}`));
}

function show(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ") : JSON.stringify(value);
}
