/** Text with left-overs of HTML, Markdown, BBCode or shortcodes to the words that a reader saw. */
import { isText } from "domhandler";
import type { Repair } from "../../model/article.js";
import { parseHtml } from "../html/parse-html.js";

export interface StrippedText {
  readonly text: string;
  /** Each different mark once: what it was, and what stands there now. */
  readonly repairs: readonly Repair[];
}

/** A text without any is given back as it came. */
export function stripMarkup(text: string): StrippedText {
  if (!MARKS.some((mark) => text.includes(mark)) || !HINT.test(text)) return { text, repairs: [] };
  const seen = new Map<string, string>();
  const note = (from: string, to: string): string => {
    if (seen.size < MAX_REPAIRS && from !== to) seen.set(from, to);
    return to;
  };
  let stripped = withoutHidden(text, note);
  stripped = stripped.replace(BLOCK_TAG, (tag) => note(tag, "\n\n"));
  stripped = stripped.replace(BREAK_TAG, (tag) => note(tag, "\n"));
  stripped = stripped.replace(INLINE_TAG, (tag) => note(tag, ""));
  stripped = stripped.replace(ENTITY, (entity) => note(entity, decodeEntity(entity)));
  stripped = stripped.replace(INVISIBLE, (mark) => note(mark, ""));
  stripped = withoutBrackets(stripped, note);
  const repairs = [...seen].map(([from, to]) => ({ rule: "markup", from, to: to.trim() }));
  return { text: stripped, repairs };
}

type Note = (from: string, to: string) => string;

const MAX_REPAIRS = 50;
/** Without any of these nothing is a mark: a search that costs next to nothing. */
const MARKS = ["<", "&", "\u00ad", "\u200b", "[/", "](", "**", "#"];
/** Any of these may begin a mark. */
const HINT = /<[a-z/!]|&[a-z#]|[\u00ad\u200b]|\[\/|\]\(|\*\*|^#{1,6} /im;

const ATTRIBUTES = "(?:\\s[^<>]{0,1000})?\\/?>";
const tags = (names: string) => new RegExp(`<\\/?(?:${names})${ATTRIBUTES}`, "gi");
const BLOCK_TAG = tags(
  "html|head|body|title|meta|link|article|aside|blockquote|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul",
);
const BREAK_TAG = tags("br");
const INLINE_TAG = tags(
  "a|abbr|acronym|b|big|button|cite|code|del|dfn|em|font|i|iframe|img|input|ins|kbd|label|mark|o:p|q|s|samp|small|source|span|strike|strong|sub|sup|svg|time|u|video|wbr",
);
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,24});/gi;
const INVISIBLE = /[\u00ad\u200b]/g;

/** Comments, scripts and styles go with what they hold; one that never ends stays. */
function withoutHidden(text: string, note: Note): string {
  let stripped = text;
  for (const [open, close] of HIDDEN) {
    let from = 0;
    let kept = "";
    for (const match of stripped.matchAll(open)) {
      if (match.index < from) continue;
      const end = stripped.indexOf(close, match.index);
      if (end === -1) break;
      kept += stripped.slice(from, match.index) + note(match[0], "");
      from = end + close.length;
    }
    stripped = kept + stripped.slice(from);
  }
  return stripped;
}

const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/<!--/g, "-->"],
  [/<script[\s>]/gi, "</script>"],
  [/<style[\s>]/gi, "</style>"],
];

const decoded = new Map<string, string>();

function decodeEntity(entity: string): string {
  const known = decoded.get(entity);
  if (known !== undefined) return known;
  const [node] = parseHtml(entity).children;
  const text = node !== undefined && isText(node) ? node.data : entity;
  if (decoded.size < MAX_KEPT) decoded.set(entity, text);
  return text;
}

const MAX_KEPT = 1000;

const IMAGE = /!\[[^\][\n]{0,300}\]\(\s?[^()\s]{1,1000}(?:\s"[^"\n]{0,300}")?\)/g;
const LINK = /\[([^\][\n]{1,300})\]\(\s?[^()\s]{1,1000}(?:\s"[^"\n]{0,300}")?\)/g;
const BOLD = /\*\*(?=\S)([^*\n]{1,500})\*\*/g;
const HEADING = /^#{1,6}[ \t]+(?=\S)/gm;
/** Opening marks count only where the text closes them somewhere. */
const BRACKET = /\[(\/?)([a-z][a-z_-]{0,30}\d{0,3})(?:[= ][^\][\n]{0,300})?\]/gi;

function withoutBrackets(text: string, note: Note): string {
  const closed = new Set([...text.matchAll(CLOSING)].map((match) => match[1]?.toLowerCase()));
  return text
    .replace(IMAGE, (mark) => note(mark, ""))
    .replace(LINK, (mark, words: string) => note(mark, words))
    .replace(BOLD, (mark, words: string) => note(mark, words))
    .replace(HEADING, (mark) => note(mark, ""))
    .replace(BRACKET, (mark, _: string, name: string) =>
      closed.has(name.toLowerCase()) ? note(mark, "") : mark,
    );
}

const CLOSING = /\[\/([a-z][a-z_-]{0,30}\d{0,3})\]/gi;
