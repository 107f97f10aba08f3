/** The filled page of a template in; what it says as a tree of GitHub Flavored Markdown (mdast) out. */
import type { Element, Root as HastRoot, Nodes } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type Handle, toMdast } from "hast-util-to-mdast";
import type { Heading, PhrasingContent, Root } from "mdast";
import { parse } from "parse5";
import { xmlText } from "../../text/xml-text.js";
import { citedNotes, noteName } from "./cited-notes.js";
import type { MarkedWords, PageDocument } from "./page-document.js";
import { find, hasClass, textOf } from "./page-tree.js";
import { trimPage } from "./trim-page.js";

/** @param html of the whole page, as the template filled it */
export function readPage(html: string): PageDocument {
  const tree = fromParse5(parse(xmlText(html))) as HastRoot;
  const page = find(tree, ({ tagName }) => tagName === "html");
  const title = find(tree, ({ tagName }) => tagName === "title");
  const watermark = find(tree, (element) => hasClass(element, "watermark"));
  const notes = citedNotes(tree, inlineOf);
  trimPage(tree);
  const known = new Set(notes.map(({ identifier }) => identifier));
  const root = toMdast(tree, { document: true, handlers: handlersFor(known) });
  const children = root.type === "root" ? root.children : [];
  return {
    title: title === null ? "" : textOf(title).trim(),
    language: String(page?.properties.lang ?? "und"),
    watermark: watermark === null ? null : textOf(watermark).trim(),
    direction: page?.properties.dir === "rtl" ? "rtl" : "ltr",
    root: { type: "root", children: [...children, ...usedNotes(children, notes)] },
  };
}

/** What stands in an element, its numbers as links. */
function inlineOf(element: Element): PhrasingContent[] {
  const words = toMdast(
    { type: "root", children: [{ ...element, tagName: "p", properties: {} }] },
    { document: true, handlers: handlersFor(new Set()) },
  );
  const [first] = words.type === "root" ? words.children : [];
  return first?.type === "paragraph" ? first.children : [];
}

/** A note that nothing leads to is none. */
function usedNotes(
  children: Root["children"],
  notes: ReturnType<typeof citedNotes>,
): ReturnType<typeof citedNotes> {
  const used = new Set<string>();
  const collect = (node: Nodes | Root["children"][number]): void => {
    if (node.type === "footnoteReference") used.add(node.identifier);
    if ("children" in node) node.children.forEach(collect);
  };
  children.forEach(collect);
  return notes.filter(({ identifier }) => used.has(identifier));
}

/** @param notes identifiers of the words that the page shows for its numbers */
function handlersFor(notes: ReadonlySet<string>): Record<string, Handle> {
  return {
    span: (state, node) => {
      const note = noteOf(node);
      if (note === null) return mark(state.all(node) as PhrasingContent[], node);
      const identifier = note.names.find((name) => notes.has(name));
      if (identifier === undefined) return state.all(note.link) as PhrasingContent[];
      return { type: "footnoteReference", identifier, label: identifier };
    },
    button: () => undefined,
    bdi: (state, node) => mark(state.all(node) as PhrasingContent[], node),
    a: (state, node) => {
      const children = state.all(node) as PhrasingContent[];
      const url = String(node.properties.href ?? "");
      return url === "" ? children : { type: "link", url, children };
    },
    sup: (state, node) => {
      const words = node.children.filter((child) => child.type === "element");
      return state.all({ ...node, children: words }) as PhrasingContent[];
    },
    p: (state, node) => {
      const children = state.all(node) as PhrasingContent[];
      return children.length === 0
        ? undefined
        : { type: "paragraph", children: marked(children, node) };
    },
    svg: (_, node) => {
      const value = String(node.properties.ariaLabel ?? "");
      return value === "" ? undefined : { type: "paragraph", children: [{ type: "text", value }] };
    },
    ...Object.fromEntries(HEADINGS.map((name, index) => [name, heading((index + 1) as Depth)])),
    tr: (state, node) => {
      const children = state.toSpecificContent(state.all(node), () => ({
        type: "tableCell" as const,
        children: [],
      }));
      const { id } = node.properties;
      return { type: "tableRow", children, data: id === undefined ? {} : { id: String(id) } };
    },
  };
}

type Depth = Heading["depth"];
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function heading(depth: Depth): Handle {
  return (state, node) => {
    const children = state.all(node) as PhrasingContent[];
    const { id } = node.properties;
    return { type: "heading", depth, children, data: id === undefined ? {} : { id: String(id) } };
  };
}

/** The number at a citation, and what the words or the note that it leads to are called. */
function noteOf(node: Element): { link: Element; names: readonly string[] } | null {
  if (!hasClass(node, "citation")) return null;
  const link = find(node, ({ tagName }) => tagName === "a");
  if (link === null) return null;
  const shown = find(node, ({ properties }) => properties.popoverTarget !== undefined);
  const words = noteName(String(shown?.properties.popoverTarget ?? ""));
  return { link, names: [words, String(link.properties.href ?? "").slice(1)] };
}

function marked(children: PhrasingContent[], node: Element): PhrasingContent[] {
  const wrapped = mark(children, node);
  return Array.isArray(wrapped) ? wrapped : [wrapped];
}

/** Words keep their language, their direction, and whose they are. */
function mark(children: PhrasingContent[], node: Element): MarkedWords | PhrasingContent[] {
  const { lang, dir, dataStatement } = node.properties;
  const isDesk = hasClass(node, "desk");
  const attributes = {
    ...(lang === undefined ? {} : { lang: String(lang) }),
    ...(dir === undefined ? {} : { dir: String(dir) }),
    ...(dataStatement === undefined ? {} : { statement: String(dataStatement) }),
    ...(isDesk ? { desk: "true" as const } : {}),
  };
  if (Object.keys(attributes).length === 0) return children;
  return { type: "textDirective", name: "span", attributes, children };
}
