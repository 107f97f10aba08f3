/** Markdown (CommonMark), with or without front matter, to an article. */
import { decodeText } from "../decode.js";
import { type Item, readItems } from "../item.js";
import { MAX_ARTICLE_BYTES } from "../limits.js";
import type { RawFile, ReadContext, Reader, ReadResult } from "../reader.js";
import { readRecordMetadata } from "../records/record-item.js";
import { readFrontMatter } from "./front-matter.js";
import { type MarkdownBlock, markdownBlocks } from "./markdown-blocks.js";

export const markdown: Reader = {
  name: "markdown",
  format: "Markdown",
  extensions: [".md", ".markdown", ".mdown", ".mkd"],
  maxBytes: MAX_ARTICLE_BYTES,
  recognises: ({ text, extension }) => FRONT.test(text) && NAMES.has(extension),
  read: readMarkdown,
};

const FRONT = /^---[ \t]*\r?\n[\w-]{1,60}[ \t]*:[\s\S]*\n(?:---|\.\.\.)[ \t]*\r?\n/;
const NAMES = new Set([".md", ".markdown", ".mdown", ".mkd", ".txt", ".text", ""]);

function readMarkdown(source: RawFile, { fields }: ReadContext): ReadResult {
  const { file, bytes } = source;
  const { text, diagnostics } = decodeText(bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const front = readFrontMatter(text, file);
  const metadata = readRecordMetadata(front.fields, fields);
  const blocks = markdownBlocks(front.body);
  const result = readItems([itemOf(metadata, blocks)], source);
  const all = [...diagnostics, ...front.diagnostics, ...result.diagnostics];
  return { articles: result.articles, diagnostics: all };
}

/** The first heading is the title where nothing else is. */
function itemOf(
  metadata: ReturnType<typeof readRecordMetadata>,
  blocks: readonly MarkdownBlock[],
): Item {
  const [first] = blocks;
  const isTitle = metadata.title == null && first?.level === 1 && blocks.length > 1;
  const title = isTitle ? first.text : (metadata.title ?? null);
  const head = isTitle ? [...metadata.head, `# ${first.text}`] : metadata.head;
  const kept = isTitle ? blocks.slice(1) : blocks;
  return {
    format: "markdown",
    ...metadata,
    title,
    head,
    body: { paragraphs: kept.map(({ text }) => text) },
    furniture: (_, index) => (kept[index]?.isCaption ? "caption" : null),
  };
}
