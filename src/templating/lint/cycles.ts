/** Partials that print themselves, found depth first. */
import Handlebars from "handlebars/dist/handlebars.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { ParsedFile } from "../environment.js";
import { isPath } from "./nodes.js";
import { placeOf } from "./report.js";

/** A partial that prints itself would never end. */
export function lintCycles(
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
