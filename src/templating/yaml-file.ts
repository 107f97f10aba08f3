/** The text of a YAML file in; its values, the line of each, and what is wrong with it out. */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";

export interface YamlFile {
  /** Plain values, null where the file cannot be read. */
  readonly value: unknown;
  /** Line of the value at a path, counting from 1. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  readonly diagnostics: readonly Diagnostic[];
}

export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const diagnostics = document.errors.map((error): Diagnostic => {
    const { line, col } = lines.linePos(error.pos[0]);
    const [message = "cannot be read"] = error.message.split(/ at line \d+/);
    return {
      code: "yaml-syntax",
      severity: "error",
      message: `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      place: { file, line, column: col },
      hint: "put texts that hold a colon or a brace between double quotes",
    };
  });
  return {
    value: diagnostics.length > 0 ? null : document.toJS({ maxAliasCount: 0 }),
    lineOf: (path) => lineOfPath(document.contents, path, lines),
    diagnostics,
  };
}

/** The key's own line; the nearest one above where the path leads nowhere. */
function lineOfPath(root: unknown, path: readonly PropertyKey[], lines: LineCounter): number {
  let node = root;
  let line = 1;
  for (const step of path) {
    if (!isMap(node)) break;
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    if (pair === undefined) break;
    if (isScalar(pair.key) && pair.key.range) line = lines.linePos(pair.key.range[0]).line;
    node = pair.value;
  }
  return line;
}
