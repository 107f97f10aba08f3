/** What a schema found wrong with a value to diagnostics in our words, with a place and a way out. */
import { z } from "zod";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import { closest } from "./suggest.js";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** @param placeOf the place of a value, or of its key */
export function describeIssues(
  schema: z.ZodType,
  input: unknown,
  issues: readonly Issue[],
  placeOf: (path: Path, key: boolean) => Place,
): Diagnostic[] {
  return issues.flatMap((issue) => describeIssue(schema, input, issue, placeOf));
}

function describeIssue(
  schema: z.ZodType,
  input: unknown,
  issue: Issue,
  placeOf: (path: Path, key: boolean) => Place,
): Diagnostic[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => unknownKey(key, known, placeOf([...issue.path, key], true)));
  }
  if (issue.code === "invalid_union") {
    const nearest = nearestBranch(issue.errors);
    if (nearest !== null) {
      const moved = nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
      return describeIssues(schema, input, moved, placeOf);
    }
  }
  const value = valueAt(input, issue.path);
  const place = placeOf(issue.path, false);
  if (value === undefined && !isThere(issue)) return [missingKey(issue, place)];
  return [{ ...wrongValue(issue, value === undefined ? "" : value), severity: "error", place }];
}

/** Whether something was found to be wrong: it stands there in a short form, `x` for `{text: x}`. */
function isThere({ code }: Issue): boolean {
  return code === "invalid_format" || code === "too_small" || code === "too_big";
}

/** The branch of a union that the value came closest to: whose faults lie deepest, or that lists values. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((i) => i.path.length));
  const deepest = [...branches].sort((a, b) => depth(b) - depth(a))[0];
  if (deepest !== undefined && depth(deepest) > 0) return deepest;
  const nested = branches.find((branch) => branch.some((i) => i.code === "unrecognized_keys"));
  return (
    nested ?? branches.find((branch) => branch.some((i) => i.code === "invalid_value")) ?? null
  );
}

function unknownKey(key: string, known: readonly string[], place: Place): Diagnostic {
  const near = closest(key, known);
  const hint = near === null ? `known keys: ${known.join(", ")}` : `did you mean "${near}"?`;
  const message = `unknown key "${key}"`;
  return known.length === 0 && near === null
    ? { code: "unknown-key", severity: "error", message, place }
    : { code: "unknown-key", severity: "error", message, place, hint };
}

function missingKey(issue: Issue, place: Place): Diagnostic {
  const name = String(issue.path.at(-1) ?? "value");
  const wanted = "expected" in issue ? ` (${wordFor(issue.expected)})` : "";
  const message = issue.path.length === 0 ? "the file is empty" : `"${name}" is missing${wanted}`;
  return { code: "missing-key", severity: "error", message, place };
}

function wrongValue(
  issue: Issue,
  value: unknown,
): Pick<Diagnostic, "code" | "message"> & { readonly hint?: string } {
  const code = "wrong-value";
  const name = nameOf(issue.path);
  switch (issue.code) {
    case "invalid_type": {
      const message = `${name} must be ${wordFor(issue.expected)}, found ${wordForValue(value)}`;
      return value === null && issue.path.length > 0
        ? { code, message, hint: NOTHING_THERE }
        : { code, message };
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = typeof value === "string" ? closest(value, values) : null;
      const message = `${name} must be one of ${values.join(", ")}; found ${shown(value)}`;
      return near === null ? { code, message } : { code, message, hint: `did you mean "${near}"?` };
    }
    case "invalid_format": {
      const message = `${name} does not have the form that is wanted: ${shown(value)}`;
      return { code, message, ...formHint(issue.message, issue.pattern) };
    }
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) {
        return { code, message: `${name} must not be empty`, hint: NOTHING_THERE };
      }
      return { code, message: `${name}: ${lowerFirst(issue.message)}` };
    default:
      return { code, message: `${name}: ${lowerFirst(issue.message)}` };
  }
}

const NOTHING_THERE = "write what belongs there, or take the line out";

/** In the words of the schema where it has some; else the pattern, which is better than nothing. */
function formHint(words: string, pattern: string | undefined): { readonly hint?: string } {
  if (!words.startsWith("Invalid ")) return { hint: words };
  return pattern === undefined ? {} : { hint: `form: ${pattern}` };
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The last keys of a path, as a person would name it: `"strong[3]"`. */
function nameOf(path: Path): string {
  if (path.length === 0) return "the file";
  let first = path.length - 1;
  while (first > 0 && typeof path[first] === "number") first -= 1;
  const [key, ...indices] = path.slice(first);
  return `"${String(key)}${indices.map((index) => `[${String(index)}]`).join("")}"`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

const WORDS: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "keys with values",
  record: "keys with values",
  string: "text",
};

function wordFor(expected: string): string {
  return WORDS[expected] ?? expected;
}

function wordForValue(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "keys with values" : shown(value);
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** The keys that an object at a path of the schema may have. */
function knownKeys(schema: z.ZodType, path: Path): string[] {
  return keysOf(path.reduce<unknown>((at, step) => stepInto(unwrap(at), step), schema));
}

function keysOf(schema: unknown): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  return inner instanceof z.ZodUnion ? [...new Set(inner.options.flatMap(keysOf))] : [];
}

function stepInto(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return Reflect.get(schema.shape, step);
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodTuple) return schema.def.items[Number(step)];
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => stepInto(unwrap(option), step)).find(Boolean);
  }
  return undefined;
}

/** The schema behind defaults, `optional`, `nullable` and transforms. */
function unwrap(schema: unknown): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) {
    return schema.in instanceof z.ZodTransform ? unwrap(schema.out) : unwrap(schema.in);
  }
  return schema;
}
