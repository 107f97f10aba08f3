/** Inline words of a page in, the runs of a paragraph out, each with its language and direction. */
import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { PhrasingContent } from "mdast";
import type { MarkedWords } from "../document/page-document.js";
import { bookmarkName, type Notes } from "./notes.js";

export interface RunContext {
  /** Of the words around. */
  readonly direction: "ltr" | "rtl";
  readonly notes: Notes;
}

type Look = Pick<IRunOptions, "bold" | "italics" | "style" | "language" | "rightToLeft">;

export function runsOf(
  words: readonly PhrasingContent[],
  context: RunContext,
  look: Look = {},
): ParagraphChild[] {
  return words.flatMap((node, index) => {
    const isNextNote = isNote(node) && isNote(words[index - 1]);
    const apart = isNextNote ? [new TextRun({ text: " ", superScript: true })] : [];
    return [...apart, ...runOf(node, context, look)];
  });
}

function isNote(node: PhrasingContent | undefined): boolean {
  return node?.type === "footnoteReference";
}

function runOf(node: PhrasingContent, context: RunContext, look: Look): ParagraphChild[] {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return textRuns(node.value, context, look);
    case "strong":
      return runsOf(node.children, context, { ...look, bold: true });
    case "emphasis":
      return runsOf(node.children, context, { ...look, italics: true });
    case "break":
      return [new TextRun({ break: 1 })];
    case "footnoteReference":
      return [...context.notes.refer(node.identifier)];
    case "link":
      return linkRuns(node.url, runsOf(node.children, context, { ...look, style: "Hyperlink" }));
    case "textDirective":
      return markedRuns(node, context, look);
    default:
      return "children" in node ? runsOf(node.children, context, look) : [];
  }
}

function markedRuns(
  { attributes: { lang, dir, statement, desk }, children }: MarkedWords,
  context: RunContext,
  look: Look,
): ParagraphChild[] {
  const direction = dir === "rtl" || dir === "ltr" ? dir : context.direction;
  const own = statement !== undefined ? "Statement" : desk === "true" ? "DeskWords" : look.style;
  return runsOf(
    children,
    { ...context, direction },
    {
      ...look,
      ...(own === undefined ? {} : { style: own }),
      ...(lang === undefined
        ? {}
        : { language: direction === "rtl" ? { bidirectional: lang } : { value: lang } }),
    },
  );
}

function linkRuns(url: string, children: ParagraphChild[]): ParagraphChild[] {
  if (url.startsWith("#")) {
    return [new InternalHyperlink({ anchor: bookmarkName(url.slice(1)), children })];
  }
  return /^(https?|mailto):/i.test(url)
    ? [new ExternalHyperlink({ link: url, children })]
    : children;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Words of one direction, with the spaces and signs behind them. */
const ONE_WAY =
  /[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}][^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]*|[^\p{Script=Arabic}\p{Script=Hebrew}]+/gu;

/** Word asks of each run whether it runs from the right (ECMA-376 part 1, 17.3.2.30, rtl). */
function textRuns(text: string, { direction }: RunContext, look: Look): TextRun[] {
  const parts = RIGHT_TO_LEFT.test(text) ? (text.match(ONE_WAY) ?? [text]) : [text];
  return parts.map((part) => {
    const isRight = RIGHT_TO_LEFT.test(part) || (direction === "rtl" && !/\p{L}/u.test(part));
    return new TextRun({ ...look, text: part, ...(isRight ? { rightToLeft: true } : {}) });
  });
}
