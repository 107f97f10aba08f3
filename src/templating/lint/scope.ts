/** What a path of a template stands for, where it is written: a field of the data, or why it is none. */
import type { Field } from "../view/shape.js";

/** What is at hand inside a block. */
export interface Scope {
  /** What `this` is. */
  readonly field: Field;
  /** Where that stands in the data: `themes.says`. */
  readonly path: string;
  /** What `../` leads to. */
  readonly parent: Scope | null;
  /** Whether `@index` and its like are known. */
  readonly inList: boolean;
  /** Names that blocks give, as in `{{#each themes as |theme|}}`. */
  readonly names: ReadonlyMap<string, Found>;
  /** Paths from here that were asked for with `{{#if}}`. */
  readonly known: ReadonlySet<string>;
  readonly root: Root;
}

interface Root {
  readonly field: Field;
  readonly known: ReadonlySet<string>;
}

export interface Found {
  readonly field: Field;
  readonly path: string;
}

export type PathFault =
  | { readonly kind: "unknown"; readonly name: string; readonly of: Found }
  | { readonly kind: "no-fields"; readonly name: string; readonly of: Found }
  | { readonly kind: "may-be-null"; readonly written: string }
  | { readonly kind: "no-parent" }
  | { readonly kind: "no-list"; readonly name: string };

export interface Resolved extends Found {
  readonly fault: PathFault | null;
}

export const ANY: Field = { shape: { kind: "any" }, nullable: false, description: "" };
const value = (kind: "number" | "flag"): Field => ({ ...ANY, shape: { kind } });
export const TEXT: Field = { ...ANY, shape: { kind: "text", part: null, words: null } };
export const NUMBER = value("number");
export const FLAG = value("flag");
export const NULL: Field = { ...ANY, nullable: true };

export function rootScope(field: Field): Scope {
  const known = new Set<string>();
  const root = { field, known };
  return { field, path: "", parent: null, inList: false, names: new Map(), known, root };
}

/** The block of `{{#each}}` or `{{#with}}`. */
export function enter(scope: Scope, { field, path }: Found, inList: boolean): Scope {
  const inner = { ...field, nullable: inList && field.nullable };
  // What is known of the names goes with them, whatever block they are used in.
  const known = [...scope.known].filter((each) => scope.names.has(each.split(".", 1).join("")));
  return { ...scope, field: inner, path, parent: scope, inList, known: new Set(known) };
}

/** A partial sees nothing of the blocks around its call. */
export function enterPartial(scope: Scope, found: Found, known: ReadonlySet<string>): Scope {
  return { ...scope, ...found, parent: null, inList: scope.inList, names: new Map(), known };
}

type Path = hbs.AST.PathExpression;

/** The scope and the names after it that a path begins with. */
function startOf(
  scope: Scope,
  { data, depth, parts }: Path,
): { at: Scope | null; names: string[] } {
  const names = parts.map(String);
  if (data) return { at: { ...scope, path: "", ...scope.root }, names: names.slice(1) };
  let at: Scope | null = scope;
  for (let i = 0; i < depth; i += 1) at = at?.parent ?? null;
  return { at, names };
}

export function resolvePath(scope: Scope, node: Path): Resolved {
  const [first = ""] = node.parts.map(String);
  if (node.data && first !== "root") return resolveLoopValue(scope, first);
  const { at, names } = startOf(scope, node);
  if (at === null) return { field: ANY, path: "", fault: { kind: "no-parent" } };
  const named = node.depth === 0 && !/^(?:this\b|\.)/.test(node.original) && at.names.get(first);
  if (named) return follow(named, names.slice(1), [first], at.known);
  return follow(at, names, [], at.known);
}

/** `@index` and what else a list knows of where it is. */
function resolveLoopValue({ inList }: Scope, name: string): Resolved {
  const values: Readonly<Record<string, Field>> = {
    index: NUMBER,
    key: TEXT,
    first: FLAG,
    last: FLAG,
  };
  const field = values[name];
  const found = { field: field ?? ANY, path: `@${name}` };
  return { ...found, fault: field && inList ? null : { kind: "no-list", name: `@${name}` } };
}

function follow(
  start: Found,
  names: readonly string[],
  before: readonly string[],
  known: ReadonlySet<string>,
): Resolved {
  let at: Found = start;
  let fault: PathFault | null = null;
  for (const [i, name] of names.entries()) {
    const written = [...before, ...names.slice(0, i)].join(".");
    if (written !== "" && at.field.nullable && !known.has(written)) {
      fault ??= { kind: "may-be-null", written };
    }
    const inner = step(at, name);
    if (!("field" in inner)) return { field: ANY, path: at.path, fault: inner };
    at = inner;
  }
  const isKnown = known.has([...before, ...names].join("."));
  return { field: isKnown ? { ...at.field, nullable: false } : at.field, path: at.path, fault };
}

function step(of: Found, name: string): Found | PathFault {
  const { shape } = of.field;
  const path = of.path === "" ? name : `${of.path}.${name}`;
  switch (shape.kind) {
    case "any":
      return { field: ANY, path };
    case "map":
      return { field: shape.item, path };
    case "list":
      if (/^\d+$/.test(name)) return { field: shape.item, path: of.path };
      return name === "length" ? { field: NUMBER, path } : { kind: "unknown", name, of };
    case "object": {
      const field = shape.fields.get(name);
      return field === undefined ? { kind: "unknown", name, of } : { field, path };
    }
    case "text":
    case "number":
    case "flag":
      return { kind: "no-fields", name, of };
  }
}

/** Everything that a path goes over is there, once it was asked for. */
export function withKnown(scope: Scope, node: Path): Scope {
  const names = node.parts.map(String);
  if (node.data) {
    if (names[0] !== "root") return scope;
    const known = union(scope.root.known, prefixes(names.slice(1)));
    return { ...scope, root: { ...scope.root, known } };
  }
  return knownAt(scope, node.depth, prefixes(names));
}

function knownAt(scope: Scope, depth: number, paths: readonly string[]): Scope {
  if (depth > 0) {
    return scope.parent === null
      ? scope
      : { ...scope, parent: knownAt(scope.parent, depth - 1, paths) };
  }
  const known = union(scope.known, paths);
  const isRoot = scope.field === scope.root.field;
  return isRoot ? { ...scope, known, root: { ...scope.root, known } } : { ...scope, known };
}

/** `""` is `this` itself. */
function prefixes(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [""];
  return names.map((_, i) => names.slice(0, i + 1).join("."));
}

function union(known: ReadonlySet<string>, paths: readonly string[]): ReadonlySet<string> {
  return new Set([...known, ...paths]);
}
