/** What a page says in, GitHub Flavored Markdown out: footnotes hold the words that are cited. */
import type { Link } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { defaultHandlers, type Handle, toMarkdown } from "mdast-util-to-markdown";
import type { PageDocument } from "../document/page-document.js";

export function writeMarkdown({ root }: PageDocument): string {
  return toMarkdown(structuredClone(root), {
    bullet: "-",
    rule: "-",
    extensions: [
      gfmFootnoteToMarkdown({ firstLineBlank: false }),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      { handlers: { textDirective: wordsOnly, link } },
    ],
  });
}

/** Markdown has no marks for languages: the words stand as they are. */
const wordsOnly: Handle = (node, _, state, info) => state.containerPhrasing(node, info);

/** Places of the page are none of the text's. */
const link: Handle = (node: Link, parent, state, info) =>
  node.url.startsWith("#")
    ? state.containerPhrasing(node, info)
    : defaultHandlers.link(node, parent, state, info);
