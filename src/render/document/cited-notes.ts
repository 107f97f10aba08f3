/** The words that a page shows for its citation numbers in, a footnote for each out. */
import type { Element, Nodes } from "hast";
import type { FootnoteDefinition, PhrasingContent } from "mdast";
import type { MarkedWords } from "./page-document.js";
import { find, findAll, textOf } from "./page-tree.js";
import { trimPage } from "./trim-page.js";

/** `[1] Outlet, day: words`, in the order of the page; the identifier is that of the shown element. */
export function citedNotes(page: Nodes): FootnoteDefinition[] {
  return findAll(page, ({ properties }) => properties.popover !== undefined).flatMap((shown) => {
    const identifier = noteName(String(shown.properties.id ?? ""));
    trimPage(shown);
    const children = wordsOf(shown);
    if (identifier === "" || children.length === 0) return [];
    return [
      {
        type: "footnoteDefinition" as const,
        identifier,
        label: identifier,
        children: [{ type: "paragraph" as const, children }],
      },
    ];
  });
}

/** The letter counts the uses of a source, as its links back do: `1a`. */
export function noteName(id: string): string {
  return id.replace(/^cited-/, "");
}

function wordsOf(shown: Element): PhrasingContent[] {
  const [source] = findAll(shown, ({ properties }) =>
    String(properties.href ?? "").startsWith("#source-"),
  );
  const number = source === undefined ? null : /^\s*(\[\d+\])/.exec(textOf(source))?.[1];
  const outlet = find(shown, isOf("cited-outlet"));
  const quoted = findAll(shown, ({ tagName }) => tagName === "blockquote");
  const head = [number, outlet === null ? null : textOf(outlet).trim()].filter(Boolean).join(" ");
  return [
    { type: "text", value: quoted.length === 0 ? head : `${head}: ` },
    ...quoted.flatMap((quote, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: "text" as const, value: " … " }]),
      quotation(quote),
    ]),
  ];
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

function isOf(name: string): (element: Element) => boolean {
  return ({ properties }) =>
    Array.isArray(properties.className) && properties.className.includes(name);
}
