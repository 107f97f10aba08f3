/** What is wrong with a path of a template, in words, with the way out. */
import { closest } from "../../text/suggest.js";
import { type RenamedField, renamedField } from "../view/renamed-fields.js";
import type { Field } from "../view/shape.js";
import type { Fault } from "./report.js";
import type { Found, PathFault, Scope } from "./scope.js";

type Path = hbs.AST.PathExpression;

export function pathFault(
  scope: Scope,
  node: Path,
  fault: PathFault,
  renamed: readonly RenamedField[],
): Fault {
  const written = node.original;
  switch (fault.kind) {
    case "unknown":
      return unknownField(scope, node, fault, renamed);
    case "no-fields":
      return {
        code: "unknown-field",
        message: `"${fault.of.path || "this"}" is ${kindWords(fault.of.field)} and has no field "${fault.name}"`,
        hint: `take .${fault.name} off`,
      };
    case "may-be-null":
      return {
        code: "may-be-null",
        severity: "warning",
        message: `"${fault.written}" may be null, and "${written}" stops the page then`,
        hint: `put it into {{#if ${fault.written}}}…{{/if}}`,
      };
    case "no-parent":
      return {
        code: "unknown-field",
        message: `"${written}" leads out of the data`,
        hint: "take a ../ off; a partial sees nothing around its call, but @root.… leads to the whole",
      };
    case "no-list":
      return {
        code: "unknown-field",
        message: `there is no "${fault.name}" here`,
        hint: "@index, @first, @last and @key are known inside {{#each}}, @root everywhere",
      };
  }
}

function unknownField(
  scope: Scope,
  { original }: Path,
  { name, of }: Extract<PathFault, { kind: "unknown" }>,
  table: readonly RenamedField[],
): Fault {
  const part = of.field.shape.kind === "object" ? of.field.shape.part?.name : undefined;
  const renamed = renamedField(table, of.path, part, name);
  if (renamed !== null) {
    const { to, since, hint } = renamed;
    const old = of.path === "" ? name : `${of.path}.${name}`;
    if (to === null) {
      return { code: "removed-field", message: `"${old}" was taken out in ${since}`, hint };
    }
    return {
      code: "renamed-field",
      message: `"${old}" was renamed to "${of.path === "" ? to : `${of.path}.${to}`}" in ${since}`,
      hint: `write ${replaceName(original, name, to)}`,
      mend: (words) => replaceName(words, name, to),
    };
  }
  const where = of.path === "" ? "the data" : `"${of.path}"`;
  return {
    code: "unknown-field",
    message: `${where} has no field "${name}"`,
    hint: fieldHint(scope, of, name, original),
  };
}

export function replaceName(original: string, name: string, to: string): string {
  const at = original.lastIndexOf(name);
  return `${original.slice(0, at)}${to}${original.slice(at + name.length)}`;
}

/** A near name here; the same name further out; the names that there are. */
function fieldHint(scope: Scope, of: Found, name: string, original: string): string {
  const here = namesOf(of.field);
  const near = closest(name, here);
  if (near !== null) return `did you mean "${replaceName(original, name, near)}"?`;
  if (of.path === "parameters") return `declare it in template.yaml, under parameters:`;
  const inside = groupWith(of.field, name);
  if (inside !== null) return `did you mean "${replaceName(original, name, `${inside}.${name}`)}"?`;
  let up = "../";
  for (let outer = scope.parent; outer !== null; outer = outer.parent, up += "../") {
    if (namesOf(outer.field).includes(name))
      return `write ${up}${name} for that of the block around`;
  }
  if (namesOf(scope.root.field).includes(name)) return `write @root.${name} for that of the whole`;
  return `it has ${here.slice(0, SHOWN).join(", ")}${here.length > SHOWN ? ", …" : ""}; templates/DATA.md tells of each`;
}

/** The group of fields in a thing that has one of that name. */
function groupWith({ shape }: Field, name: string): string | null {
  if (shape.kind !== "object") return null;
  const groups = [...shape.fields].filter(([, field]) => namesOf(field).includes(name));
  return groups[0]?.[0] ?? null;
}

/** Names that a hint lists. */
const SHOWN = 12;

function namesOf({ shape }: Field): readonly string[] {
  return shape.kind === "object" ? [...shape.fields.keys()] : [];
}

/** `a list of statements` would need plurals: what it is in two words. */
export function kindWords({ shape }: Field): string {
  switch (shape.kind) {
    case "object":
      return shape.part === null ? "a group of fields" : withArticle(shape.part.name);
    case "text":
      return shape.part === null ? "text" : withArticle(shape.part.name);
    case "list":
      return "a list";
    case "map":
      return "values by name";
    case "number":
      return "a number";
    case "flag":
      return "true or false";
    case "any":
      return "any value";
  }
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
