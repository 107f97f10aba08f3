/** What kind of node of a Handlebars tree this is, and what it is given by name. */

export function isNode<T extends hbs.AST.Node>(node: hbs.AST.Node, type: string): node is T {
  return node.type === type;
}

export function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

export function hasNamed(hash: hbs.AST.Hash | undefined): boolean {
  return (hash?.pairs.length ?? 0) > 0;
}

export function namedValues(hash: hbs.AST.Hash | undefined): readonly hbs.AST.Expression[] {
  return hash?.pairs.map(({ value }) => value) ?? [];
}
