/** The parsed files of a template and its labels in, everything that would go wrong with them out. */
import Handlebars from "handlebars/dist/handlebars.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";
import { HELPER_SHAPES, type ParsedFile } from "./environment.js";
import { type HtmlState, scanHtml, scanStep } from "./html-scanner.js";
import { type Labels, labelHint, labelParts, labelTexts } from "./labels.js";

/** Attributes whose value a browser follows. */
const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href", "data", "poster"]);

/** @param labels of every language; each must know the keys that the template names */
export function lintTemplate(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  labels: readonly Labels[],
): readonly Diagnostic[] {
  const files = [entry, ...partials.values()];
  return [
    ...files.flatMap((file) => lintFile(file, partials, labels)),
    ...lintCycles(entry, partials),
  ];
}

interface Lint {
  readonly file: string;
  readonly partials: ReadonlyMap<string, ParsedFile>;
  readonly labels: readonly Labels[];
  readonly diagnostics: Diagnostic[];
}

function lintFile(
  { file, program }: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  labels: readonly Labels[],
): readonly Diagnostic[] {
  const lint: Lint = { file, partials, labels, diagnostics: [] };
  const end = lintProgram(lint, program, { kind: "text" });
  if (end.kind !== "text") {
    report(lint, program.body.at(-1) ?? program, {
      code: "open-tag",
      message: "the file ends inside a tag, a comment or an attribute",
      hint: "close it in the same file",
    });
  }
  return lint.diagnostics;
}

/** @returns the HTML state after the program */
function lintProgram(lint: Lint, program: hbs.AST.Program, start: HtmlState): HtmlState {
  let state = start;
  for (const node of program.body) state = lintStatement(lint, node, state);
  return state;
}

function lintStatement(lint: Lint, node: hbs.AST.Statement, state: HtmlState): HtmlState {
  if (isNode<hbs.AST.ContentStatement>(node, "ContentStatement")) {
    return lintContent(lint, node, state);
  }
  if (isNode<hbs.AST.MustacheStatement>(node, "MustacheStatement")) {
    lintMustache(lint, node, state);
    return state.kind === "before-value" || state.kind === "value" ? scanHtml(state, "\0") : state;
  }
  if (isNode<hbs.AST.BlockStatement>(node, "BlockStatement")) return lintBlock(lint, node, state);
  if (isNode<hbs.AST.PartialStatement>(node, "PartialStatement")) {
    lintPartial(lint, node, state);
    return state;
  }
  if (node.type === "CommentStatement") return state;
  report(lint, node, {
    code: "unknown-construct",
    message: "decorators and partial blocks are not supported",
    hint: "use {{> name}} with a file under partials/",
  });
  return state;
}

function lintContent(lint: Lint, node: hbs.AST.ContentStatement, start: HtmlState): HtmlState {
  // `original` still holds the white space that Handlebars takes off beside blocks.
  const content = String(node.original);
  const textEnd = content.trimEnd().length;
  let line = node.loc.start.line;
  let lastLine = line;
  let state = start;
  let words = "";
  for (let at = 0; at < content.length; ) {
    const [next, length] = scanStep(state, content, at);
    const step = content.slice(at, at + length);
    if (state.kind === "text" && next.kind === "text") words += step;
    else {
      lintWords(lint, node, words, line);
      words = "";
    }
    lintScript(lint, node, state, next, line);
    state = next;
    at += length;
    line += step.split("\n").length - 1;
    if (at <= textEnd) lastLine = line;
  }
  lintWords(lint, node, words, lastLine);
  return state;
}

function lintWords(lint: Lint, node: hbs.AST.Node, words: string, line: number): void {
  if (!/\p{L}/u.test(words.replaceAll(/&#?\w+;/g, ""))) return;
  report(lint, node, {
    severity: "warning",
    code: "words-in-template",
    message: `"${words.trim()}" stands in the template`,
    hint: "move it to the labels file and print it with {{label}}",
    line,
  });
}

function lintScript(
  lint: Lint,
  node: hbs.AST.Node,
  before: HtmlState,
  after: HtmlState,
  line: number,
): void {
  if (before.kind === "tag" && after.kind === "raw" && after.element === "script") {
    report(lint, node, {
      code: "script",
      message: "a page has no script",
      hint: "take the script element out",
      line,
    });
  }
  if (after.kind === "before-value" && before.kind !== after.kind && /^on/.test(after.name)) {
    report(lint, node, {
      code: "script",
      message: `attribute "${after.name}" would run a script`,
      hint: "take it out",
      line,
    });
  }
}

function lintMustache(lint: Lint, node: hbs.AST.MustacheStatement, state: HtmlState): void {
  if (!node.escaped) {
    report(lint, node, {
      code: "triple-stash",
      message: "{{{ }}} and {{& }} print unescaped text",
      hint: "use two braces; helpers that give HTML are safe with two",
    });
  }
  lintCall(lint, node);
  lintPosition(lint, node, state);
}

/** Refuses every place where escaped text would still be read as more than text. */
function lintPosition(lint: Lint, node: hbs.AST.MustacheStatement, state: HtmlState): void {
  const name = isPath(node.path) ? node.path.original : "";
  const shape = HELPER_SHAPES.get(name);
  switch (state.kind) {
    case "text":
    case "comment":
      return;
    case "value":
      if (state.quote !== null) {
        if (shape?.markup) {
          report(lint, node, {
            code: "markup-in-attribute",
            message: `helper "${name}" gives HTML and stands in an attribute`,
            hint: "print it between tags",
          });
        } else if (state.name === "style" || state.name === "srcdoc") {
          report(lint, node, {
            code: "unsafe-attribute",
            message: `attribute "${state.name}" is made from data`,
            hint: "choose between classes instead",
          });
        } else if (ADDRESSES.has(state.name) && !/^(#|mailto:)/.test(state.value)) {
          if (name === "href" && state.value === "") return;
          report(lint, node, {
            code: "unsafe-address",
            message: `attribute "${state.name}" is made from data`,
            hint: 'write "#{{…}}" for a place in the page, or {{href …}} for an address',
          });
        }
        return;
      }
      break;
    case "before-value":
      break;
    default:
      report(lint, node, {
        code: "mustache-in-tag",
        message:
          state.kind === "raw" ? `{{ }} stands in <${state.element}>` : "{{ }} stands in a tag",
        hint: "put it between tags or into a quoted attribute",
      });
      return;
  }
  report(lint, node, {
    code: "unquoted-attribute",
    message: `attribute "${state.name}" has {{ }} without quotation marks`,
    hint: `write ${state.name}="{{…}}"`,
  });
}

function lintBlock(lint: Lint, node: hbs.AST.BlockStatement, state: HtmlState): HtmlState {
  lintCall(lint, node);
  const after = lintProgram(lint, node.program, state);
  const otherwise = node.inverse ? lintProgram(lint, node.inverse, state) : state;
  if (after.kind !== otherwise.kind) {
    report(lint, node, {
      code: "open-tag",
      message: `the branches of {{#${String(node.path.original)}}} end in different places of the HTML`,
      hint: "open and close tags and quotation marks inside one branch",
    });
  }
  return after;
}

function lintPartial(lint: Lint, node: hbs.AST.PartialStatement, state: HtmlState): void {
  const name = isPath(node.name) ? node.name.original : "";
  for (const value of [...node.params, ...namedValues(node.hash)]) lintExpression(lint, value);
  if (state.kind !== "text") {
    report(lint, node, {
      code: "mustache-in-tag",
      message: `partial "${name}" stands in a tag`,
      hint: "put it between tags",
    });
  }
  if (lint.partials.has(name)) return;
  const near = closest(name, [...lint.partials.keys()]);
  report(lint, node, {
    code: "unknown-partial",
    message: name === "" ? "the partial's name is computed" : `unknown partial "${name}"`,
    hint: near === null ? `add partials/${name || "name"}.hbs` : `did you mean "${near}"?`,
  });
}

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression;

/** A mustache, a block or a sub-expression: is its helper known, and called as it wants to be? */
function lintCall(lint: Lint, node: Call): void {
  for (const value of [...node.params, ...namedValues(node.hash)]) lintExpression(lint, value);
  if (!isPath(node.path)) return;
  const name = node.path.original;
  const shape = HELPER_SHAPES.get(name);
  const isField =
    node.type === "MustacheStatement" && node.params.length === 0 && !hasNamed(node.hash);
  if (shape === undefined) {
    if (isField) return;
    const near = closest(name, [...HELPER_SHAPES.keys()]);
    report(lint, node.path, {
      code: "unknown-helper",
      message: `unknown helper "${name}"`,
      hint:
        near !== null
          ? `did you mean "${near}"?`
          : node.type === "BlockStatement"
            ? `write {{#each ${name}}} or {{#if ${name}}}`
            : `known helpers: ${[...HELPER_SHAPES.keys()].join(", ")}`,
    });
    return;
  }
  const [least, most] = shape.arguments;
  if (node.params.length < least || node.params.length > most) {
    report(lint, node.path, {
      code: "wrong-argument",
      message: `helper "${name}" takes ${least === most ? least : `${least} to ${most}`} values, not ${node.params.length}`,
      hint: isField
        ? `write {{this.${name}}} for a field of that name`
        : "the README of templating shows what each helper takes",
    });
    return;
  }
  for (const { key, loc } of node.hash?.pairs ?? []) {
    if (shape.named === "any" || shape.named.includes(key)) continue;
    report(
      lint,
      { type: "HashPair", loc },
      {
        code: "wrong-argument",
        message: `helper "${name}" does not know ${key}=`,
        hint: "the README of templating shows what each helper takes",
      },
    );
  }
  if (name === "label" || name === "plural") lintLabel(lint, node, name);
}

function lintExpression(lint: Lint, node: hbs.AST.Expression): void {
  if (isNode<hbs.AST.SubExpression>(node, "SubExpression")) lintCall(lint, node);
}

/** Keys that are spelt out must be there; of a computed key the part before the first value. */
function lintLabel(lint: Lint, node: Call, helper: "label" | "plural"): void {
  const keys = helper === "plural" ? node.params.slice(0, 1) : node.params;
  const literal: string[] = [];
  for (const key of keys) {
    if (!isNode<hbs.AST.StringLiteral>(key, "StringLiteral")) break;
    literal.push(key.value);
  }
  const key = literal.join(".");
  const whole = literal.length === keys.length;
  const given = new Set(node.hash?.pairs.map((pair) => pair.key));
  if (helper === "plural") given.add("n");
  for (const labels of lint.labels) {
    if (!whole) {
      if (key === "" || [...labels.entries.keys()].some((known) => known.startsWith(`${key}.`))) {
        continue;
      }
    }
    const label = whole ? labels.entries.get(key) : undefined;
    if (label === undefined) {
      report(lint, node, {
        code: "unknown-label",
        message: `no label "${key}${whole ? "" : ".…"}" in ${labels.file}`,
        hint: labelHint(labels, key),
      });
      continue;
    }
    const asked = labelTexts(label).flatMap(labelParts);
    for (const part of asked) {
      if (part.kind === "text" || given.has(part.name)) continue;
      report(lint, node, {
        code: "unknown-parameter",
        message: `label "${key}" asks for {${part.name}}, which is not given`,
        hint: `write ${part.name}=… here, or take it out of ${labels.file}:${label.line}`,
      });
    }
  }
}

/** A partial that prints itself would never end. */
function lintCycles(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const done = new Set<string>();
  const visit = (parsed: ParsedFile, path: readonly string[]): void => {
    for (const { name, node } of partialCalls(parsed.program)) {
      const next = partials.get(name);
      if (next === undefined || done.has(name)) continue;
      if (path.includes(name)) {
        diagnostics.push({
          code: "partial-cycle",
          severity: "error",
          message: `partial "${name}" prints itself: ${[...path, name].join(" > ")}`,
          place: placeOf(parsed.file, node),
          hint: "use {{#each}} instead",
        });
        continue;
      }
      visit(next, [...path, name]);
      done.add(name);
    }
  };
  visit(entry, []);
  return diagnostics;
}

function partialCalls(
  program: hbs.AST.Program,
): readonly { readonly name: string; readonly node: hbs.AST.Node }[] {
  const calls: { name: string; node: hbs.AST.Node }[] = [];
  class Calls extends Handlebars.Visitor {
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      if (isPath(node.name)) calls.push({ name: node.name.original, node });
    }
  }
  new Calls().accept(program);
  return calls;
}

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity?: "warning";
  readonly line?: number;
}

function report(lint: Lint, node: hbs.AST.Node, finding: Finding): void {
  const { code, message, hint, severity = "error", line } = finding;
  const place = line === undefined ? placeOf(lint.file, node) : { file: lint.file, line };
  lint.diagnostics.push({ code, severity, message, place, hint });
}

function placeOf(file: string, { loc }: hbs.AST.Node): NonNullable<Diagnostic["place"]> {
  return { file, line: loc.start.line, column: loc.start.column + 1 };
}

function isNode<T extends hbs.AST.Node>(node: hbs.AST.Node, type: string): node is T {
  return node.type === type;
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

function hasNamed(hash: hbs.AST.Hash | undefined): boolean {
  return (hash?.pairs.length ?? 0) > 0;
}

function namedValues(hash: hbs.AST.Hash | undefined): readonly hbs.AST.Expression[] {
  return hash?.pairs.map(({ value }) => value) ?? [];
}
