/** What the checks of one file share: what they look into, and where they put what they find. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { ParsedFile } from "../environment.js";
import type { Labels } from "../labels.js";
import type { RenamedField } from "../view/renamed-fields.js";
import { type Fix, fixOf, type Mend } from "./fixes.js";
import type { UsedLabels } from "./label-sets.js";

export interface Lint {
  readonly file: string;
  readonly partials: ReadonlyMap<string, ParsedFile>;
  readonly labels: readonly Labels[];
  readonly text: string;
  readonly diagnostics: Diagnostic[];
  readonly fixes: Fix[];
  /** By place and code: a partial is looked at once for each thing that it is called with. */
  readonly said: Set<string>;
  readonly renamed: readonly RenamedField[];
  /** Of all files of the template. */
  readonly used: UsedLabels;
}

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity?: "warning";
  readonly line?: number;
  /** Where it can be mended without changing what the template means. */
  readonly mend?: Mend;
}

export function report(lint: Lint, node: hbs.AST.Node, fault: Fault): void {
  const { code, message, hint, severity = "error", line, mend } = fault;
  const place = line === undefined ? placeOf(lint.file, node) : { file: lint.file, line };
  const saying = JSON.stringify([place, message]);
  if (lint.said.has(saying)) return;
  lint.said.add(saying);
  lint.diagnostics.push({ code, severity, message, place, hint });
  const fix = mend === undefined ? null : fixOf(lint.file, lint.text, node.loc, mend);
  if (fix !== null) lint.fixes.push(fix);
}

export function placeOf(file: string, { loc }: hbs.AST.Node): NonNullable<Diagnostic["place"]> {
  return { file, line: loc.start.line, column: loc.start.column + 1 };
}
