/**
 * The parsed files of a template and the shape of the data in, every field that is not there out: the
 * page is walked as it is filled, a partial once for each thing that it is called with.
 */
import type { ParsedFile } from "../environment.js";
import { HELPER_SHAPES } from "../helper-table.js";
import type { Field, Shape } from "../view/shape.js";
import { kindWords, pathFault } from "./field-words.js";
import { hasNamed, isNode, isPath } from "./nodes.js";
import { type Fault, type Lint, report } from "./report.js";
import {
  ANY,
  enter,
  enterPartial,
  FLAG,
  type Found,
  NULL,
  NUMBER,
  resolvePath,
  rootScope,
  type Scope,
  TEXT,
  withKnown,
} from "./scope.js";
import { wantFault } from "./wants.js";

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** @param lintOf what the checks of one file share */
export function lintFields(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  data: Field,
  lintOf: (file: ParsedFile) => Lint,
): void {
  new FieldWalk(partials, lintOf).file(entry, rootScope(data));
}

/** Ways to call partials that one walk follows: each thing of the data is one. */
const MOST_CALLS = 2000;

class FieldWalk {
  readonly #seen = new Set<string>();
  readonly #keys = new Map<Shape, number>();
  readonly #open: string[] = [];
  #lint: Lint | null = null;

  constructor(
    readonly partials: ReadonlyMap<string, ParsedFile>,
    readonly lintOf: (file: ParsedFile) => Lint,
  ) {}

  file(parsed: ParsedFile, scope: Scope): void {
    const outer = this.#lint;
    this.#lint = this.lintOf(parsed);
    this.#program(parsed.program, scope);
    this.#lint = outer;
  }

  #report(node: hbs.AST.Node, fault: Fault): void {
    if (this.#lint !== null) report(this.#lint, node, fault);
  }

  #program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const node of program?.body ?? []) {
      if (isNode<hbs.AST.MustacheStatement>(node, "MustacheStatement")) this.#mustache(node, scope);
      else if (isNode<hbs.AST.BlockStatement>(node, "BlockStatement")) this.#block(node, scope);
      else if (isNode<hbs.AST.PartialStatement>(node, "PartialStatement")) {
        this.#partial(node, scope);
      }
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const isCall = node.params.length > 0 || hasNamed(node.hash);
    if (!isPath(node.path) || isCall || HELPER_SHAPES.has(node.path.original)) {
      this.#call(node, scope);
      return;
    }
    const { field } = this.#path(node.path, scope);
    if (!["object", "list", "map"].includes(field.shape.kind)) return;
    this.#report(node, {
      code: "not-printable",
      message: `"${node.path.original}" is ${kindWords(field)} and prints nothing that can be read`,
      hint: wayToPrint(node.path.original, field.shape),
    });
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    this.#call(node, scope);
    const [given] = node.params;
    const name = isPath(node.path) ? node.path.original : "";
    const known = given === undefined ? [] : knownBy(given);
    const inside = known.reduce(withKnown, scope);
    switch (name) {
      case "if":
        this.#program(node.program, inside);
        this.#program(node.inverse, nullsIn(given).reduce(withKnown, scope));
        return;
      case "unless":
        this.#program(node.program, nullsIn(given).reduce(withKnown, scope));
        this.#program(node.inverse, inside);
        return;
      case "with":
      case "each": {
        const found = given !== undefined && isPath(given) ? resolvePath(scope, given) : UNKNOWN;
        this.#program(node.program, enterBlock(inside, node, name, found));
        this.#program(node.inverse, scope);
        return;
      }
      default:
        this.#program(node.program, scope);
        this.#program(node.inverse, scope);
    }
  }

  #partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const named = node.hash?.pairs.map(
      ({ key, value }) => [key, this.#value(value, scope)] as const,
    );
    // Handlebars itself writes `this` into a call without a context.
    const given = node.params.find((param) => !isThis(param));
    if (given !== undefined) this.#value(given, scope);
    const name = isPath(node.name) ? node.name.original : "";
    const partial = this.partials.get(name);
    if (partial === undefined || this.#open.includes(name)) return;
    const found = given !== undefined && isPath(given) ? resolvePath(scope, given) : scope;
    const inner = enterPartial(
      scope,
      withFields(found, named),
      found === scope ? scope.known : NONE,
    );
    if (!this.#isNew(name, inner)) return;
    this.#open.push(name);
    this.file(partial, inner);
    this.#open.pop();
  }

  #isNew(name: string, { field, path, known, root, inList }: Scope): boolean {
    const key = this.#keys.get(field.shape) ?? this.#keys.size;
    this.#keys.set(field.shape, key);
    const call = JSON.stringify([
      name,
      key,
      path,
      inList,
      field.nullable,
      [...known],
      [...root.known],
    ]);
    if (this.#seen.has(call) || this.#seen.size >= MOST_CALLS) return false;
    this.#seen.add(call);
    return true;
  }

  #call(node: Call, scope: Scope): void {
    const name = isPath(node.path) ? node.path.original : "";
    const shape = HELPER_SHAPES.get(name);
    node.params.forEach((param, i) => {
      const value = this.#value(param, scope);
      const want = shape?.takes[i];
      const fault = want === undefined ? null : wantFault(name, want, param, value);
      if (fault !== null) this.#report(param, fault);
    });
    for (const { value } of node.hash?.pairs ?? []) {
      const fault = wantFault(name, "key", value, this.#value(value, scope));
      if (fault?.code === "may-be-null") this.#report(value, fault);
    }
  }

  #value(node: hbs.AST.Expression, scope: Scope): Field {
    if (isPath(node)) return this.#path(node, scope).field;
    if (isNode<hbs.AST.SubExpression>(node, "SubExpression")) {
      this.#call(node, scope);
      return TEXT;
    }
    return LITERALS[node.type] ?? ANY;
  }

  #path(node: hbs.AST.PathExpression, scope: Scope): Found {
    const resolved = resolvePath(scope, node);
    if (resolved.fault !== null && this.#lint !== null) {
      this.#report(node, pathFault(scope, node, resolved.fault, this.#lint.renamed));
    }
    return resolved;
  }
}

const NONE: ReadonlySet<string> = new Set();
const UNKNOWN: Found = { field: ANY, path: "" };
const LITERALS: Readonly<Record<string, Field>> = {
  StringLiteral: TEXT,
  NumberLiteral: NUMBER,
  BooleanLiteral: FLAG,
  NullLiteral: NULL,
};

/** What stands inside `{{#each}}` and `{{#with}}`, with the names behind `as`. */
function enterBlock(
  scope: Scope,
  { program }: hbs.AST.BlockStatement,
  name: "each" | "with",
  { field, path }: Found,
): Scope {
  const { shape } = field;
  const item = shape.kind === "list" || shape.kind === "map" ? shape.item : ANY;
  const found = { field: name === "each" ? item : field, path };
  const inner = enter(scope, found, name === "each");
  const [value, index] = program?.blockParams ?? [];
  if (value === undefined) return inner;
  const at: [string, Found][] =
    index === undefined ? [] : [[index, { field: NUMBER, path: index }]];
  return {
    ...inner,
    names: new Map([...scope.names, [value, { ...found, field: inner.field }], ...at]),
  };
}

function isThis(node: hbs.AST.Expression): boolean {
  return isPath(node) && !node.data && node.depth === 0 && node.parts.length === 0;
}

/** The context of a partial that is given values by name. */
function withFields(
  { field, path }: Found,
  named: readonly (readonly [string, Field])[] = [],
): Found {
  if (named.length === 0 || field.shape.kind !== "object") return { field, path };
  const fields = new Map([...field.shape.fields, ...named]);
  return { field: { ...field, shape: { ...field.shape, fields } }, path };
}

/** Paths that are not null where a value is taken for yes. */
function knownBy(node: hbs.AST.Expression): readonly hbs.AST.PathExpression[] {
  if (isPath(node)) return [node];
  if (!isNode<hbs.AST.SubExpression>(node, "SubExpression") || isNullTest(node)) return [];
  return node.params.filter(isPath);
}

/** Paths that are not null where it is taken for no: those of `(eq path null)`. */
function nullsIn(node: hbs.AST.Expression | undefined): readonly hbs.AST.PathExpression[] {
  if (node === undefined || !isNode<hbs.AST.SubExpression>(node, "SubExpression")) return [];
  return isNullTest(node) ? node.params.filter(isPath) : [];
}

function isNullTest({ params }: hbs.AST.SubExpression): boolean {
  return params.some(({ type }) => type === "NullLiteral");
}

function wayToPrint(written: string, shape: Shape): string {
  if (shape.kind !== "object") return `write {{#each ${written}}}…{{/each}}`;
  const part = shape.part?.name;
  if (part === "statement" || part === "finding") return `write {{${part} ${written}}}`;
  if (part === "date range") return `write {{dateRange ${written}}}`;
  return `write {{#with ${written}}}…{{/with}}, or name one of its fields`;
}
