/** The parsed files of a template and its labels in, everything that would go wrong with them out. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { closest } from "../../text/suggest.js";
import type { ParsedFile } from "../environment.js";
import { type HtmlState, scanHtml } from "../html-scanner.js";
import type { Labels } from "../labels.js";
import { RENAMED_FIELDS, type RenamedField } from "../view/renamed-fields.js";
import type { Field } from "../view/shape.js";
import { viewField } from "../view/view-field.js";
import { lintCall, lintExpression } from "./calls.js";
import { lintContent } from "./content.js";
import { lintCycles } from "./cycles.js";
import { lintFields } from "./fields.js";
import type { Fix } from "./fixes.js";
import { lintLabelSets, UsedLabels } from "./label-sets.js";
import { isNode, isPath, namedValues } from "./nodes.js";
import { lintPosition } from "./positions.js";
import { type Lint, report } from "./report.js";

export interface LintOptions {
  /** The shape of what the template sees. */
  readonly data?: Field;
  readonly renamed?: readonly RenamedField[];
  /** Keys of labels that the helpers print. */
  readonly printed?: readonly string[];
}

export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly fixes: readonly Fix[];
}

/** @param labels of every language; each must know the keys that the template names */
export function lintTemplate(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  labels: readonly Labels[],
  { data = viewField(), renamed = RENAMED_FIELDS, printed = [] }: LintOptions = {},
): Linted {
  const used = new UsedLabels();
  for (const key of printed) used.add(key);
  used.addGroup("values");
  const shared = { partials, labels, renamed, used };
  const lints = [entry, ...partials.values()].map((parsed): [ParsedFile, Lint] => [
    parsed,
    { ...shared, ...parsed, diagnostics: [], fixes: [], said: new Set() },
  ]);
  for (const [parsed, lint] of lints) lintFile(lint, parsed);
  for (const [parsed, lint] of lints.slice(0, 1)) lintEmpty(lint, parsed);
  const lintOf = new Map(lints);
  lintFields(entry, partials, data, (parsed) => lintOf.get(parsed) as Lint);
  const diagnostics = [
    ...lints.flatMap(([, lint]) => lint.diagnostics),
    ...lintCycles(entry, partials),
    ...lintLabelSets(labels, used),
  ];
  return { diagnostics, fixes: lints.flatMap(([, { fixes }]) => fixes) };
}

/** A page that is saved half is empty for a moment, and no page to keep. */
function lintEmpty(lint: Lint, { program, text }: ParsedFile): void {
  if (text.trim() !== "") return;
  report(lint, program, {
    code: "empty-page",
    message: "the page is empty",
    hint: "write what it prints, or take the file away for that of the template it extends",
    line: 1,
  });
}

function lintFile(lint: Lint, { program }: ParsedFile): void {
  const end = lintProgram(lint, program, { kind: "text" });
  if (end.kind !== "text") {
    report(lint, program.body.at(-1) ?? program, {
      code: "open-tag",
      message: "the file ends inside a tag, a comment or an attribute",
      hint: "close it in the same file",
    });
  }
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

function lintMustache(lint: Lint, node: hbs.AST.MustacheStatement, state: HtmlState): void {
  if (!node.escaped) {
    report(lint, node, {
      code: "triple-stash",
      message: "{{{ }}} and {{& }} print unescaped text",
      hint: "use two braces; helpers that give HTML are safe with two",
      mend: (words) => words.replace(/^\{\{(~?)(?:\{|&)\s*(.*?)\s*\}?(~?)\}\}$/s, "{{$1$2$3}}"),
    });
  }
  lintCall(lint, node);
  lintPosition(lint, node, state);
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
