/** HTML text to a tree (htmlparser2), with a depth that no walk over it can overflow on. */
import { type Document, DomHandler, type Element } from "domhandler";
import { Parser } from "htmlparser2";

/** Elements in elements; what is nested deeper hangs where the depth was reached. */
const MAX_DEPTH = 256;

/** Never throws: whatever the text is, it gives a tree. */
export function parseHtml(html: string): Document {
  const handler = new ShallowHandler();
  const parser = new Parser(handler);
  parser.end(html);
  return handler.root;
}

/** Leaves out elements beyond the depth, not their text. */
class ShallowHandler extends DomHandler {
  private skipped = 0;

  override onopentag(name: string, attributes: Element["attribs"]): void {
    if (this.tagStack.length > MAX_DEPTH) this.skipped += 1;
    else super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    if (this.skipped > 0) this.skipped -= 1;
    else super.onclosetag();
  }
}
