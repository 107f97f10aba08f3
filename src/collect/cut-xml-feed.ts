/** An RSS or Atom feed to one document for each of its items, cut out of the bytes without decoding them. */
import { Parser } from "htmlparser2";
import { type ByteText, viewBytes } from "./byte-text.js";
import { type CutFeed, FEED_LIMITS, type FeedItem } from "./feed-item.js";

/** Null where it is no feed, or one whose head is longer than any. */
export function cutXmlFeed(bytes: Uint8Array): CutFeed | null {
  const view = viewBytes(bytes);
  const { root, above, items } = findItems(view.text);
  const first = items[0];
  if (!ROOTS.has(root)) return null;
  if (first === undefined) return { items: [], extension: ".xml", left: 0 };
  const head = view.slice(0, first.start);
  if (head.length > FEED_LIMITS.headBytes) return null;
  const foot = view.encode(`\n${closing(above)}\n`);
  return {
    items: items.slice(0, FEED_LIMITS.items).map((item) => cutItem(item, head, foot, view)),
    extension: ".xml",
    left: Math.max(0, items.length - FEED_LIMITS.items),
  };
}

const ROOTS: ReadonlySet<string> = new Set(["rss", "RDF", "feed"]);

function cutItem(item: FoundItem, head: Uint8Array, foot: Uint8Array, view: ByteText): FeedItem {
  const text = view.slice(item.start, item.end);
  const own = Buffer.concat([text, view.encode(closing(item.unclosed))]);
  const decode = (words: string) => view.decode(words).trim() || null;
  const guid = decode(item.guid);
  const permalink = guid !== null && item.isPermalink && /^https?:\/\//.test(guid) ? guid : null;
  return {
    bytes: Buffer.concat([head, own, foot]),
    own,
    link: decode(item.link) ?? decode(item.href) ?? permalink,
    guid,
  };
}

function closing(names: readonly string[]): string {
  return [...names]
    .reverse()
    .map((name) => `</${name}>`)
    .join("");
}

/** An item by its place in the text. */
interface FoundItem {
  readonly start: number;
  end: number;
  /** Elements that the item leaves open, itself included. */
  unclosed: readonly string[];
  link: string;
  href: string;
  guid: string;
  isPermalink: boolean;
}

function findItems(text: string): ItemFinder {
  const finder = new ItemFinder();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (finder.depth < MAX_DEPTH) finder.open(name, attributes, parser.startIndex);
        // The parser's own stack, innermost first: left to grow, each tag would cost as much as all before.
        else parser["stack"].shift();
      },
      ontext: (words) => finder.text(words),
      onclosetag: (_, isImplied) =>
        finder.close(isImplied ? parser.startIndex : parser.endIndex + 1, isImplied),
    },
    { xmlMode: true },
  );
  parser.write(text);
  // What is open here was never closed: the last item goes to the end.
  finder.end(text.length);
  return finder;
}

/** Elements in elements; what is nested deeper belongs to where the depth was reached. */
const MAX_DEPTH = 256;

/** Items of a feed are children of one element; deeper ones are quoted. */
class ItemFinder {
  readonly items: FoundItem[] = [];
  /** Elements that the items stand in. */
  above: readonly string[] = [];
  root = "";
  private readonly path: string[] = [];
  private item: FoundItem | null = null;
  /** The item's own element that is open. */
  private within = "";
  /** Elements that one closing tag further out closed, the innermost first. */
  private implied: string[] = [];
  private impliedAt = -1;

  get depth(): number {
    return this.path.length;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number): void {
    const { length: depth } = this.path;
    const local = localName(name);
    if (depth === 0 && this.root === "") this.root = local;
    const isFirst = this.items.length === 0;
    if (this.item === null && ITEMS.has(local) && (isFirst || depth === this.above.length)) {
      if (isFirst) this.above = [...this.path];
      this.item = foundAt(start);
      this.items.push(this.item);
    } else if (this.item !== null && depth === this.above.length + 1) {
      this.within = local;
      noteAttributes(this.item, local, attributes);
    }
    this.path.push(name);
  }

  text(words: string): void {
    if (this.item === null || this.path.length !== this.above.length + 2) return;
    if (this.within === "link") this.item.link += words;
    else if (this.within === "guid" || this.within === "id") this.item.guid += words;
  }

  close(end: number, isImplied: boolean): void {
    const name = this.path.at(-1) ?? "";
    if (end !== this.impliedAt) this.implied = [];
    if (isImplied) this.implied.push(name);
    this.impliedAt = end;
    if (this.item !== null && this.path.length === this.above.length + 1) {
      this.item.end = end;
      this.item.unclosed = isImplied ? [...this.implied].reverse() : [];
      this.item = null;
    }
    this.path.pop();
  }

  end(length: number): void {
    if (this.item === null) return;
    this.item.end = length;
    this.item.unclosed = this.path.slice(this.above.length);
    this.item = null;
  }
}

const ITEMS: ReadonlySet<string> = new Set(["item", "entry"]);

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function foundAt(start: number): FoundItem {
  return { start, end: start, unclosed: [], link: "", href: "", guid: "", isPermalink: true };
}

function noteAttributes(
  item: FoundItem,
  name: string,
  { href = "", rel = "alternate", isPermaLink }: Readonly<Record<string, string>>,
): void {
  if (name === "link" && rel === "alternate" && item.href === "") item.href = href;
  if (name === "guid") item.isPermalink = isPermaLink !== "false";
}
