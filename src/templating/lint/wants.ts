/** Values that a template gives to a helper, and whether the helper can print them. */
import type { Want } from "../helper-table.js";
import type { Field } from "../view/shape.js";
import { kindWords } from "./field-words.js";
import { isNode } from "./nodes.js";
import type { Fault } from "./report.js";

/** @param value what the argument stands for in the data */
export function wantFault(
  helper: string,
  want: Want,
  node: hbs.AST.Expression,
  value: Field,
): Fault | null {
  if (value.shape.kind !== "any" && !suits(want, node, value)) {
    const given = isNode(node, "PathExpression") ? `, which is ${kindWords(value)}` : "";
    return {
      code: "wrong-argument",
      message: `helper "${helper}" takes ${wantWords(want)}, not ${written(node)}${given}`,
      hint: HINTS[helper] ?? "templates/HELPERS.md shows what each helper takes",
    };
  }
  if (!value.nullable || TAKES_NULL.has(want)) return null;
  const path = written(node);
  return {
    code: "may-be-null",
    severity: "warning",
    message: `"${path}" may be null, and helper "${helper}" stops the page then`,
    hint: `put it into {{#if ${path}}}…{{/if}}`,
  };
}

const TAKES_NULL: ReadonlySet<Want> = new Set<Want>(["anything", "address", "list"]);

const HINTS: Readonly<Record<string, string>> = {
  each: "write {{#with …}} for the fields of one thing, {{#if …}} to ask whether it is there",
};

function suits(want: Want, node: hbs.AST.Expression, { shape }: Field): boolean {
  if (typeof want !== "string") {
    return shape.kind === "object" && want.has.every((name) => shape.fields.has(name));
  }
  switch (want) {
    case "anything":
      return true;
    case "number":
      return shape.kind === "number";
    case "list":
      return shape.kind === "list" || shape.kind === "map";
    case "texts":
      return shape.kind === "list" && ["text", "any"].includes(shape.item.shape.kind);
    case "key":
      return shape.kind === "text" || shape.kind === "number";
    case "date":
      return shape.kind === "text" && (shape.part?.name === "date" || isDate(node));
    case "text":
    case "address":
      return shape.kind === "text";
  }
}

function isDate(node: hbs.AST.Expression): boolean {
  return (
    isNode<hbs.AST.StringLiteral>(node, "StringLiteral") &&
    /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?$/.test(node.value)
  );
}

function wantWords(want: Want): string {
  if (typeof want !== "string") return want.a;
  const words: Readonly<Record<typeof want, string>> = {
    anything: "anything",
    text: "text",
    address: "an address",
    key: "a part of a label's key",
    date: "a date",
    number: "a number",
    list: "a list",
    texts: "a list of texts",
  };
  return words[want];
}

/** The argument as it stands in the template. */
function written(node: hbs.AST.Expression): string {
  if (isNode<hbs.AST.PathExpression>(node, "PathExpression")) return node.original;
  if (isNode<hbs.AST.StringLiteral>(node, "StringLiteral")) return JSON.stringify(node.value);
  return isNode<hbs.AST.NumberLiteral>(node, "NumberLiteral") ? String(node.value) : "this";
}
