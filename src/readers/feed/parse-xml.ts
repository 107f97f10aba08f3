/** XML text to a shallow tree (htmlparser2), broken or whole; says where it first breaks. */
import { Parser } from "htmlparser2";
import { lineOfOffset } from "../line-of-offset.js";

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever prefix the document binds: `content:encoded`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its character data, that of CDATA sections included, without that of elements in it. */
  readonly text: string;
  /** Between its tags, as it stands in the document. */
  readonly inner: string;
}

export interface XmlFault {
  readonly line: number;
  /** Lower case. */
  readonly message: string;
}

export interface XmlDocument {
  readonly root: XmlElement | null;
  readonly fault: XmlFault | null;
}

/** Elements in elements; no feed has more, and reading ends there. */
const MAX_DEPTH = 200;

/** Where an end went missing, by the names of elements. */
export interface XmlShape {
  /** They hold none of their own name. */
  readonly records: ReadonlySet<string>;
  /** They hold words alone, none of `fields`. */
  readonly leaves: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

/** Entities other than those of XML itself are never expanded: they stay as they are written. */
export function parseXml(source: string, shape: XmlShape): XmlDocument {
  const builder = new TreeBuilder(source, shape);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes, parser),
      ontext: (text) => builder.write(text),
      onclosetag: (name, implied) => builder.close(name, implied, parser),
    },
    { xmlMode: true },
  );
  try {
    parser.end(source);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
  }
  return builder.finish();
}

class TooDeep extends Error {}

/** Places of the last event in the source. */
interface Position {
  readonly startIndex: number;
  readonly endIndex: number;
}

interface OpenElement {
  readonly name: string;
  /** As the document writes it. */
  readonly written: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly texts: string[];
  readonly start: number;
}

class TreeBuilder {
  private readonly stack: OpenElement[] = [];
  private readonly prefixes = new Map<string, string>();
  private root: XmlElement | null = null;
  private fault: { readonly at: number; readonly message: string } | null = null;

  constructor(
    private readonly source: string,
    private readonly shape: XmlShape,
  ) {}

  open(written: string, attributes: Record<string, string>, { startIndex, endIndex }: Position) {
    this.bindPrefixes(attributes);
    const name = this.nameOf(written);
    this.endWhatIsOver(name, startIndex);
    if (this.stack.length >= MAX_DEPTH) {
      this.blame(startIndex, `elements nest more than ${MAX_DEPTH} deep`);
      throw new TooDeep();
    }
    const start = endIndex + 1;
    this.stack.push({ name, written, attributes, children: [], texts: [], start });
  }

  write(text: string) {
    this.stack.at(-1)?.texts.push(text);
  }

  close(written: string, implied: boolean, { startIndex, endIndex }: Position) {
    const position = this.stack.findLastIndex((element) => element.written === written);
    const element = this.stack[position];
    if (element === undefined) return;
    const isEmptyTag = endIndex < element.start;
    if (implied && !isEmptyTag) this.blame(startIndex, `<${written}> is never closed`);
    this.popTo(position, isEmptyTag ? element.start : startIndex);
  }

  finish(): XmlDocument {
    this.popTo(0, this.source.length);
    if (this.root === null) this.blame(0, "holds no element");
    const line = this.fault && lineOfOffset(this.source, this.fault.at);
    return {
      root: this.root,
      fault: this.fault && { line: line ?? 1, message: this.fault.message },
    };
  }

  private endWhatIsOver(name: string, at: number) {
    const { records, leaves, fields } = this.shape;
    const last = this.stack.length - 1;
    const isInLeaf = fields.has(name) && leaves.has(this.stack[last]?.name ?? "");
    const position = records.has(name)
      ? this.stack.findLastIndex((element) => element.name === name)
      : -1;
    const from = position === -1 && isInLeaf ? last : position;
    if (from === -1) return;
    this.blame(at, `<${this.stack[from]?.written}> is never closed`);
    this.popTo(from, at);
  }

  private popTo(position: number, end: number) {
    while (this.stack.length > position) {
      const open = this.stack.pop();
      if (open === undefined) return;
      const { name, attributes, children, texts, start } = open;
      const inner = this.source.slice(start, Math.max(start, end));
      const element = { name, attributes, children, text: texts.join(""), inner };
      const parent = this.stack.at(-1);
      if (parent !== undefined) parent.children.push(element);
      else this.root ??= element;
    }
  }

  private blame(at: number, message: string) {
    this.fault ??= { at: Math.max(0, at), message };
  }

  private bindPrefixes(attributes: Readonly<Record<string, string>>) {
    for (const [name, uri] of Object.entries(attributes)) {
      const prefix = PREFIXES[uri.replace(/\/$/, "").toLowerCase()];
      // A namespace without prefix counts for what is inside: only that of the root for all.
      const isBinding = name.startsWith("xmlns:") || (name === "xmlns" && this.stack.length === 0);
      if (isBinding && prefix !== undefined) this.prefixes.set(name.slice(6), prefix);
    }
  }

  private nameOf(written: string): string {
    const colon = written.indexOf(":");
    const bound = this.prefixes.get(colon === -1 ? "" : written.slice(0, colon));
    const local = written.slice(colon + 1);
    if (bound !== undefined) return bound === "" ? local : `${bound}:${local}`;
    return written;
  }
}

/** Namespaces by the prefix that feeds use for them; the formats' own need none. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://purl.org/rss/1.0": "",
  "http://my.netscape.com/rdf/simple/0.9": "",
  "http://channel.netscape.com/rdf/simple/0.9": "",
  "http://backend.userland.com/rss2": "",
  "http://www.w3.org/2005/atom": "atom",
  "http://purl.org/atom/ns#": "atom",
  "http://purl.org/rss/1.0/modules/content": "content",
  "http://purl.org/dc/elements/1.1": "dc",
  "http://purl.org/dc/terms": "dcterms",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
};
