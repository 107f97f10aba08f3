/** The words and the notes that a page shows for its citations in, a footnote for each out. */
import type { Element, Nodes } from "hast";
import type { FootnoteDefinition, PhrasingContent } from "mdast";
import type { MarkedWords } from "./page-document.js";
import { find, findAll, hasClass, textOf } from "./page-tree.js";
import { trimPage } from "./trim-page.js";

/**
 * `[1] Outlet, day: words`, in the order of the page. Where the page has notes of its own, each stands
 * before the words that it cites; a page that shows no words has the notes alone.
 * @param inline what stands in an element, as inline content
 */
export function citedNotes(
  page: Nodes,
  inline: (element: Element) => PhrasingContent[],
): FootnoteDefinition[] {
  const references = new Map(
    findAll(page, isNote).map((note) => [String(note.properties.id), inline(withoutNumber(note))]),
  );
  const shown = findAll(page, ({ properties }) => properties.popover !== undefined);
  const told = shown.flatMap((element) => {
    trimPage(element);
    return definition(noteName(String(element.properties.id ?? "")), wordsOf(element, references));
  });
  const own = [...references].flatMap(([name, words]) => definition(name, words));
  return [...told, ...own];
}

/** The letter counts the uses of a source, as its links back do: `1a`; of a note it is its number: `n1`. */
export function noteName(id: string): string {
  return id.replace(/^cited-/, "");
}

/** At the foot of a page or at the end of it (DPUB-ARIA 1.1). */
function isNote({ tagName, properties: { role, id } }: Element): boolean {
  return role === "doc-footnote" || (tagName === "li" && /^note-\d+$/.test(String(id ?? "")));
}

function withoutNumber(note: Element): Element {
  const children = note.children.filter(
    (child) => child.type !== "element" || !isOf("note-number")(child),
  );
  return { ...note, children };
}

function definition(identifier: string, children: PhrasingContent[]): FootnoteDefinition[] {
  if (identifier === "" || children.length === 0) return [];
  const paragraph = { type: "paragraph" as const, children };
  return [{ type: "footnoteDefinition", identifier, label: identifier, children: [paragraph] }];
}

function wordsOf(
  shown: Element,
  references: ReadonlyMap<string, PhrasingContent[]>,
): PhrasingContent[] {
  const link = find(shown, isOf("cited-note"));
  const target = link === null ? "" : hrefOf(find(link, ({ tagName }) => tagName === "a"));
  const reference = references.get(target.slice(1));
  if (reference === undefined) return parted(groupsOf(shown).map(groupWords));
  const quotes = findAll(shown, ({ tagName }) => tagName === "blockquote").map(quotation);
  return parted([reference, ...quotes.map((quote) => [quote])], " ");
}

interface Group {
  readonly outlet: string;
  readonly number: string;
  readonly quotes: readonly Element[];
}

/** Each source with its words: the outlet comes first, the number last. */
function groupsOf(shown: Element): Group[] {
  const groups: Group[] = [];
  let quotes: Element[] = [];
  let outlet = "";
  for (const child of shown.children) {
    if (child.type !== "element") continue;
    if (isOf("cited-outlet")(child)) outlet = textOf(child).trim();
    if (child.tagName === "blockquote") quotes.push(child);
    if (!isOf("cited-source")(child)) continue;
    groups.push({ outlet, number: /\[\d+\]/.exec(textOf(child))?.[0] ?? "", quotes });
    quotes = [];
  }
  return groups;
}

function groupWords({ outlet, number, quotes }: Group): PhrasingContent[] {
  const head = `${number} ${outlet}`.trim();
  const value = quotes.length === 0 ? head : `${head}: `;
  return [
    { type: "text", value },
    ...parted(
      quotes.map((quote) => [quotation(quote)]),
      " … ",
    ),
  ];
}

function parted(parts: readonly PhrasingContent[][], between = "; "): PhrasingContent[] {
  return parts.flatMap((part, index): PhrasingContent[] =>
    index === 0 ? part : [{ type: "text", value: between }, ...part],
  );
}

function quotation(quote: Element): MarkedWords {
  const { lang, dir } = quote.properties;
  return {
    type: "textDirective",
    name: "span",
    attributes: {
      ...(lang === undefined ? {} : { lang: String(lang) }),
      ...(dir === undefined ? {} : { dir: String(dir) }),
    },
    children: [{ type: "text", value: textOf(quote).trim() }],
  };
}

function hrefOf(link: Element | null): string {
  return String(link?.properties.href ?? "");
}

function isOf(name: string): (element: Element) => boolean {
  return (element) => hasClass(element, name);
}
