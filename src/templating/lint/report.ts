/** What the checks of one file share: what they look into, and where they put what they find. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { ParsedFile } from "../environment.js";
import type { Labels } from "../labels.js";

export interface Lint {
  readonly file: string;
  readonly partials: ReadonlyMap<string, ParsedFile>;
  readonly labels: readonly Labels[];
  readonly diagnostics: Diagnostic[];
}

export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly severity?: "warning";
  readonly line?: number;
}

export function report(lint: Lint, node: hbs.AST.Node, fault: Fault): void {
  const { code, message, hint, severity = "error", line } = fault;
  const place = line === undefined ? placeOf(lint.file, node) : { file: lint.file, line };
  lint.diagnostics.push({ code, severity, message, place, hint });
}

export function placeOf(file: string, { loc }: hbs.AST.Node): NonNullable<Diagnostic["place"]> {
  return { file, line: loc.start.line, column: loc.start.column + 1 };
}
