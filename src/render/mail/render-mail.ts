/**
 * A filled page and its style in, the HTML body of a message out: all of its style in attributes, no
 * scripts, no style sheet, nothing that a client would have to fetch. Many clients drop `<style>`, and
 * Gmail clips a message of more than 102 kB.
 */
import { selectAll } from "css-select";
import { type AnyNode, isTag } from "domhandler";
import { removeElement } from "domutils";
import { parse, serialize } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import { inlineStyles, variablesOf } from "./inline-styles.js";

/**
 * @param page HTML of the whole document
 * @param sheets CSS texts whose rules count
 * @param look CSS texts whose custom properties count besides, such as the parameters of a template
 */
export function renderMail(
  page: string,
  sheets: readonly string[],
  look: readonly string[],
): string {
  const document = parse(page, { treeAdapter: adapter });
  inlineStyles(document, sheets.join("\n"), variablesOf([...look, ...sheets].join("\n")));
  for (const node of selectAll("script, style, link", document)) removeElement(node);
  for (const node of selectAll<AnyNode, AnyNode>("[class]", document)) {
    if (isTag(node)) delete node.attribs.class;
  }
  return serialize(document, { treeAdapter: adapter });
}
