/** YAML text to a value that a schema has checked; every fault becomes a diagnostic with its place. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import { describeIssues } from "./schema-issues.js";
import { describeEncoding, describeFaults, tooDeep } from "./yaml-faults.js";

export type Path = readonly PropertyKey[];

export interface ParsedYaml<T> {
  /** Null where there is an error among the diagnostics. */
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at a path stands; of its nearest parent where there is none. */
  readonly placeOf: (path: Path) => Place;
}

/** Larger files are no settings, lexicon or notes that a person wrote. */
export const MAX_YAML_BYTES = 2 * 1024 * 1024;
/** An alias may stand for its anchor this often before it counts as a bomb. */
const MAX_ALIASES = 100;

/** A file is checked once: to compile its schema first would take longer than the check. */
const ONCE = { jitless: true };

/**
 * Parses and checks one YAML file. Never throws for what is in the file.
 * @param form the shape of the value, or what tells it by the look of the value
 * @param file name for the diagnostics
 */
export function parseYaml<T>(
  form: z.ZodType<T> | ((input: unknown) => z.ZodType<T>),
  file: string,
  text: string,
): ParsedYaml<T> {
  const fail = (diagnostics: readonly Diagnostic[]): ParsedYaml<T> => ({
    value: null,
    diagnostics,
    placeOf: () => ({ file }),
  });
  if (Buffer.byteLength(text) > MAX_YAML_BYTES) return fail([tooLarge(file)]);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const warnings = [
      ...describeEncoding(file, text, lines),
      ...describeFaults(file, text, lines, document.warnings),
    ];
    if (document.errors.length > 0) {
      return fail([...warnings, ...describeFaults(file, text, lines, document.errors)]);
    }
    const placeOf = (path: Path, key = false) => findPlace(document, lines, file, path, key);
    const input: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    const schema = typeof form === "function" ? form(input) : form;
    const checked = schema.safeParse(input, ONCE);
    const faults = checked.success
      ? []
      : describeIssues(schema, input, checked.error.issues, placeOf);
    return { value: checked.data ?? null, diagnostics: [...warnings, ...faults], placeOf };
  } catch (error) {
    return fail([unreadable(file, error)]);
  }
}

function tooLarge(file: string): Diagnostic {
  return {
    code: "yaml-too-large",
    severity: "error",
    message: `file is larger than ${MAX_YAML_BYTES / 1024 / 1024} MB`,
    place: { file },
    hint: "split it, or check that it is the file you meant",
  };
}

/** `yaml` throws for an alias bomb, and runs out of stack on thousands of nested brackets. */
function unreadable(file: string, error: unknown): Diagnostic {
  if (error instanceof RangeError) return tooDeep({ file });
  return {
    code: "yaml-alias",
    severity: "error",
    message: "aliases cannot be resolved or stand for too much",
    place: { file },
    hint: "write the values out instead of using & and *",
  };
}

/** The place of the value at a path or, with `key`, of the key that it stands under. */
function findPlace(
  document: Document,
  lines: LineCounter,
  file: string,
  path: Path,
  key: boolean,
): Place {
  let node: unknown = document.contents;
  let found: Node | null = asNode(node);
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === step);
      if (pair === undefined) break;
      node = pair.value;
      const shown = isLast && key ? pair.key : (pair.value ?? pair.key);
      found = asNode(shown) ?? found;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      found = asNode(node) ?? found;
    } else break;
  }
  const offset = found?.range?.[0];
  if (offset === undefined) return { file };
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col };
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) ? value : null;
}
