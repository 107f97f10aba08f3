/** Calls of helpers: is the helper known, called as it wants to be, and does its label exist? */
import { closest } from "../../text/suggest.js";
import { HELPER_SHAPES, type HelperShape } from "../helper-table.js";
import { type Labels, labelHint, labelParts, labelTexts } from "../labels.js";
import { hasNamed, isNode, isPath, namedValues } from "./nodes.js";
import { type Lint, report } from "./report.js";

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

export function lintCall(lint: Lint, node: Call): void {
  for (const value of [...node.params, ...namedValues(node.hash)]) lintExpression(lint, value);
  if (!isPath(node.path)) return;
  const name = node.path.original;
  const shape = HELPER_SHAPES.get(name);
  if (shape === undefined) {
    if (!isField(node)) reportUnknown(lint, node, name);
    return;
  }
  if (!lintArguments(lint, node, name, shape)) return;
  if (name === "label" || name === "plural") lintLabel(lint, node, name);
}

export function lintExpression(lint: Lint, node: hbs.AST.Expression): void {
  if (isNode<hbs.AST.SubExpression>(node, "SubExpression")) lintCall(lint, node);
}

/** A mustache of a name alone prints a field where no helper bears that name. */
function isField(node: Call): boolean {
  return node.type === "MustacheStatement" && node.params.length === 0 && !hasNamed(node.hash);
}

function reportUnknown(lint: Lint, node: Call, name: string): void {
  const known = [...HELPER_SHAPES.keys()];
  const near = closest(name, known);
  const instead =
    node.type === "BlockStatement"
      ? `write {{#each ${name}}} or {{#if ${name}}}`
      : `known helpers: ${known.join(", ")}`;
  report(lint, node.path, {
    code: "unknown-helper",
    message: `unknown helper "${name}"`,
    hint: near === null ? instead : `did you mean "${near}"?`,
  });
}

/** @returns whether the helper is given as many values as it takes */
function lintArguments(lint: Lint, node: Call, name: string, shape: HelperShape): boolean {
  const code = "wrong-argument";
  const hint = "templates/HELPERS.md shows what each helper takes";
  const [least, most] = shape.arguments;
  const given = node.params.length;
  if (given < least || given > most) {
    const wanted = least === most ? least : `${least} to ${most}`;
    report(lint, node.path, {
      code,
      message: `helper "${name}" takes ${wanted} values, not ${given}`,
      hint: isField(node) ? `write {{this.${name}}} for a field of that name` : hint,
    });
    return false;
  }
  for (const { key, loc } of node.hash?.pairs ?? []) {
    if (shape.named === "any" || shape.named.includes(key)) continue;
    const message = `helper "${name}" does not know ${key}=`;
    report(lint, { type: "HashPair", loc }, { code, message, hint });
  }
  return true;
}

/** Keys that are spelt out must be there; of a computed key the part before the first value. */
function lintLabel(lint: Lint, node: Call, helper: "label" | "plural"): void {
  const keys = helper === "plural" ? node.params.slice(0, 1) : node.params;
  const computed = keys.findIndex((key) => !isNode(key, "StringLiteral"));
  const literal = keys
    .slice(0, computed < 0 ? keys.length : computed)
    .flatMap((key) => (isNode<hbs.AST.StringLiteral>(key, "StringLiteral") ? key.value : []));
  const key = literal.join(".");
  if (computed < 0) lint.used.add(key);
  else lint.used.addGroup(key);
  // What its other languages lack is told once for each of their files.
  const [labels] = lint.labels;
  if (labels === undefined) return;
  if (computed < 0) lintWholeKey(lint, node, labels, key, helper);
  else if (key !== "" && ![...labels.entries.keys()].some((has) => has.startsWith(`${key}.`))) {
    reportLabel(lint, node, labels, key, `${key}.…`);
  }
}

function lintWholeKey(
  lint: Lint,
  node: Call,
  labels: Labels,
  key: string,
  helper: "label" | "plural",
): void {
  const label = labels.entries.get(key);
  if (label === undefined) {
    reportLabel(lint, node, labels, key, key);
    return;
  }
  const given = new Set(node.hash?.pairs.map((pair) => pair.key));
  if (helper === "plural") given.add("n");
  for (const part of labelTexts(label).flatMap(labelParts)) {
    if (part.kind === "text" || given.has(part.name)) continue;
    report(lint, node, {
      code: "unknown-parameter",
      message: `label "${key}" asks for {${part.name}}, which is not given`,
      hint: `write ${part.name}=… here, or take it out of ${label.file}:${label.line}`,
    });
  }
}

function reportLabel(lint: Lint, node: Call, labels: Labels, key: string, shown: string): void {
  report(lint, node, {
    code: "unknown-label",
    message: `no label "${shown}" in ${labels.file}`,
    hint: labelHint(labels, key),
  });
}
