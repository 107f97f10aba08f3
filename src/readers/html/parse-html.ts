/** HTML text to a tree (htmlparser2), with a depth that no walk over it can overflow on. */
import { type Document, DomHandler, type Element } from "domhandler";
import { Parser } from "htmlparser2";

/** Elements in elements; what is nested deeper hangs where the depth was reached. */
const MAX_DEPTH = 256;
/** Their content is no markup: they cannot nest, and their text must not be left to others. */
const RAW = new Set("script style title textarea xmp iframe noembed noframes".split(" "));

/** Never throws: whatever the text is, it gives a tree. */
export function parseHtml(html: string): Document {
  const handler = new ShallowHandler();
  new Parser(handler).end(html);
  return handler.root;
}

/** Leaves out elements beyond the depth, not their text. */
class ShallowHandler extends DomHandler {
  private open: string[] = [];
  private isVoidSkipped = false;

  override onparserinit(parser: Parser): void {
    super.onparserinit(parser);
    // The parser's own stack, innermost first: left to grow, each tag would cost as much as all before.
    this.open = (parser as unknown as { readonly stack: string[] }).stack;
  }

  override onopentag(name: string, attributes: Element["attribs"]): void {
    if (this.tagStack.length <= MAX_DEPTH || RAW.has(name)) super.onopentag(name, attributes);
    else if (this.open[0] === name) this.open.shift();
    else this.isVoidSkipped = true;
  }

  override onclosetag(): void {
    if (this.isVoidSkipped) this.isVoidSkipped = false;
    else super.onclosetag();
  }
}
