/** A page's tree to the elements that state metadata, found in one walk. */
import { type Document, type Element, isTag, isText, type ParentNode } from "domhandler";
import { CALLED, namesOf, sideOf } from "./element-names.js";

export interface MetaTag {
  /** Its name, property, itemprop or http-equiv in lower case. */
  readonly key: string;
  readonly content: string;
  readonly element: Element;
  /** As of `Placed`. */
  readonly aside: Element | null;
}

/** An element and where it stands. */
export interface Placed {
  readonly element: Element;
  /** The innermost part of the page around it that is none of the article by its name. */
  readonly aside: Element | null;
  /** Place in the order of reading. */
  readonly order: number;
}

export interface PageFacts {
  readonly lang: string | null;
  readonly metas: readonly MetaTag[];
  readonly links: readonly Element[];
  /** Texts of the scripts with linked data. */
  readonly linkedData: readonly string[];
  /** Texts of the other scripts. */
  readonly scripts: readonly string[];
  /** The first `<title>`. */
  readonly title: string | null;
  readonly headings: readonly Placed[];
  /** `h2` and `h3`, for pages whose headline is one of them. */
  readonly subheadings: readonly Placed[];
  /** Elements that are made for a date. */
  readonly times: readonly Placed[];
  /** Elements that are made for an author. */
  readonly authors: readonly Placed[];
  /** Elements that are made for a second headline. */
  readonly standfirsts: readonly Placed[];
}

/** Elements looked at; what a page has beyond them states nothing about it. */
const MAX_ELEMENTS = 100_000;
const MAX_LISTED = 400;
const MAX_LINKED_DATA = 1_000_000;

export function findFacts(document: Document): PageFacts {
  const walk = new Walk();
  walk.into(document, null);
  // Microdata stand in the body too, and there also those of other articles than the page's own.
  const around = partsAround(walk.headings);
  const metas = walk.metas.filter(({ aside }) => aside === null || around.has(aside));
  return { ...walk, metas };
}

function partsAround(headings: readonly Placed[]): ReadonlySet<ParentNode> {
  const around = new Set<ParentNode>();
  for (const { element } of headings) {
    for (let node = element.parent; node !== null && !around.has(node); node = node.parent) {
      around.add(node);
    }
  }
  return around;
}

class Walk {
  lang: string | null = null;
  title: string | null = null;
  readonly metas: MetaTag[] = [];
  readonly links: Element[] = [];
  readonly linkedData: string[] = [];
  readonly scripts: string[] = [];
  readonly headings: Placed[] = [];
  readonly subheadings: Placed[] = [];
  readonly times: Placed[] = [];
  readonly authors: Placed[] = [];
  readonly standfirsts: Placed[] = [];
  private order = 0;
  private linkedDataLeft = MAX_LINKED_DATA;

  /** The parser bounds the depth. */
  into(parent: ParentNode, aside: Element | null): void {
    for (const child of parent.children) if (isTag(child)) this.visit(child, aside);
  }

  private visit(element: Element, aside: Element | null): void {
    this.order += 1;
    if (this.order > MAX_ELEMENTS) return;
    switch (element.name) {
      case "html":
        this.lang ??= element.attribs.lang ?? element.attribs["xml:lang"] ?? null;
        break;
      case "meta":
        this.meta(element, aside);
        break;
      case "link":
        if (element.attribs.rel !== undefined) list(this.links, element);
        break;
      case "title":
        this.title ??= directText(element);
        return;
      case "script":
        this.script(element);
        return;
      case "style":
      case "svg":
      case "template":
        return;
    }
    const names = namesOf(element);
    const around = sideOf(element, names) === "own" ? aside : element;
    this.place(element, names, around);
    this.into(element, around);
  }

  private meta(element: Element, aside: Element | null): void {
    const { name, property, itemprop, content } = element.attribs;
    const key = name || property || itemprop || element.attribs["http-equiv"];
    if (!key || !content) return;
    list(this.metas, { key: key.trim().toLowerCase(), content, element, aside });
  }

  private script(element: Element): void {
    const text = directText(element);
    if (text === "") return;
    if (!element.attribs.type?.toLowerCase().includes("ld+json")) {
      list(this.scripts, text);
      return;
    }
    this.linkedDataLeft -= text.length;
    if (this.linkedDataLeft >= 0) list(this.linkedData, text);
  }

  private place(element: Element, names: number, aside: Element | null): void {
    const { attribs, name } = element;
    const isTime = name === "time" || "datetime" in attribs || "data-date" in attribs;
    const isSubheading = name === "h2" || name === "h3";
    const isAuthor = attribs.rel === "author";
    if (names === 0 && !isTime && !isSubheading && !isAuthor && name !== "h1") return;
    const placed = { element, aside, order: this.order };
    if (name === "h1") list(this.headings, placed);
    if (isSubheading) list(this.subheadings, placed);
    if (isTime || names & CALLED.date) list(this.times, placed);
    if (isAuthor || names & CALLED.author) list(this.authors, placed);
    if (names & CALLED.standfirst) list(this.standfirsts, placed);
  }
}

function list<T>(items: T[], item: T): void {
  if (items.length < MAX_LISTED) items.push(item);
}

/** The words of an element, up to a length: elements that hold whole pages are called all sorts. */
export function wordsOf(element: Element, most: number): string {
  const words: string[] = [];
  let left = most;
  const collect = (parent: ParentNode) => {
    for (const child of parent.children) {
      if (left <= 0) return;
      if (isText(child)) {
        words.push(child.data);
        left -= child.data.length;
      } else if (isTag(child) && !WORDLESS.has(child.name)) {
        words.push(" ");
        left -= 1;
        collect(child);
      }
    }
  };
  collect(element);
  return words.join("").slice(0, most).replace(/\s+/g, " ").trim();
}

const WORDLESS = new Set(["script", "style", "button", "template", "svg", "noscript"]);

function directText(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : "")).join("");
}
