/**
 * The part of a block that the parser could not take for declarations in, the rules and declarations
 * in it out (CSS Nesting 1): css-tree itself knows only rules that begin with `&`.
 */
import type { CssNode } from "css-tree";
import parseCss, { type ParseOptions } from "css-tree/parser";

export function readNested(raw: CssNode & { type: "Raw" }, options: ParseOptions): CssNode[] {
  if (!raw.loc) return [];
  let { line, column, offset } = raw.loc.start;
  return cutStatements(raw.value).flatMap(({ text, skipped }) => {
    ({ line, column } = advance(line, column, skipped));
    offset += skipped.length;
    const read = readStatement(text, { ...options, offset, line, column });
    ({ line, column } = advance(line, column, text));
    offset += text.length;
    return read;
  });
}

function readStatement(text: string, options: ParseOptions): readonly CssNode[] {
  if (!text.endsWith("}")) return childrenOf(parseCss(text, { ...options, context: LIST }));
  const [head = "", name, prelude = ""] = /^@([\w-]+)([^{]*)/.exec(text) ?? [];
  if (name === undefined) return childrenOf(parseCss(text, options));
  // The parser expects no declarations in `@media`: it reads the block as that of a rule.
  const rule = `&${" ".repeat(head.length - 1)}${text.slice(head.length)}`;
  return childrenOf(parseCss(rule, options)).map((node) => {
    if (node.type !== "Rule") return node;
    const { block, loc } = node;
    return { type: "Atrule", name, prelude: { type: "Raw", value: prelude }, block, loc };
  });
}

const LIST = "declarationList";

function childrenOf(node: CssNode): readonly CssNode[] {
  return node.type === "StyleSheet" || node.type === "DeclarationList" ? [...node.children] : [];
}

function advance(line: number, column: number, text: string): { line: number; column: number } {
  const breaks = text.split("\n").length - 1;
  if (breaks === 0) return { line, column: column + text.length };
  return { line: line + breaks, column: text.length - text.lastIndexOf("\n") };
}

interface Statement {
  readonly text: string;
  /** What stands between it and the one before. */
  readonly skipped: string;
}

/** At each semicolon and closing brace that stands in no bracket and no string. */
function cutStatements(source: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  let read = 0;
  let depth = 0;
  const end = (to: number) => {
    const text = source.slice(from, to).trim();
    const at = from + source.slice(from, to).search(/\S|$/);
    if (text !== "") {
      statements.push({ text, skipped: source.slice(read, at) });
      read = at + text.length;
    }
    from = to;
  };
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    if (token === "{" || token === "(") depth += 1;
    else if (token === ")") depth -= 1;
    else if (token === "}") {
      depth -= 1;
      if (depth === 0) end(index + 1);
    } else if (token === ";" && depth === 0) {
      end(index);
      from = index + 1;
    }
  }
  end(source.length);
  return statements;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/|[{}();]/g;
