/** The blocks of a page in, paragraphs and tables of its document out. */
import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from "docx";
import type { Heading, List, Table as PageTable, PhrasingContent, RootContent } from "mdast";
import type { PageDocument } from "../document/page-document.js";
import { columnWidths } from "./column-widths.js";
import { bookmarkName, type Notes } from "./notes.js";
import { runsOf } from "./runs.js";

export function blocksOf(page: PageDocument, notes: Notes): FileChild[] {
  const context = { page, notes };
  return page.root.children.flatMap((node) => blockOf(node, context, {}));
}

interface BlockContext {
  readonly page: PageDocument;
  readonly notes: Notes;
}

/** @param look of the list or the quotation around */
function blockOf(node: RootContent, context: BlockContext, look: IParagraphOptions): FileChild[] {
  switch (node.type) {
    case "heading":
      return [headingOf(node, context)];
    case "paragraph":
      return [paragraph(node.children, context, look)];
    case "list":
      return listOf(node, context, look);
    case "table":
      return [tableOf(node, context), paragraph([], context, {})];
    case "blockquote":
      return node.children.flatMap((child) => blockOf(child, context, { indent: { start: 400 } }));
    case "footnoteDefinition":
      return [];
    default:
      return "children" in node
        ? node.children.flatMap((child) => blockOf(child as RootContent, context, look))
        : [];
  }
}

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

function headingOf({ depth, children, data }: Heading, context: BlockContext): Paragraph {
  const heading = LEVELS[depth - 1] ?? HeadingLevel.HEADING_6;
  return paragraph(children, context, { heading }, data?.id);
}

/** @param id other places of the document lead here */
function paragraph(
  words: readonly PhrasingContent[],
  { page: { direction }, notes }: BlockContext,
  look: IParagraphOptions,
  id?: string,
): Paragraph {
  const runs = runsOf(words, { direction, notes });
  const children = id === undefined ? runs : [bookmark(id, runs)];
  return new Paragraph({ ...look, bidirectional: direction === "rtl", children });
}

function bookmark(id: string, children: readonly ParagraphChild[]): Bookmark {
  return new Bookmark({ id: bookmarkName(id), children: [...children] });
}

function listOf(
  { ordered, start, children }: List,
  context: BlockContext,
  look: IParagraphOptions,
): FileChild[] {
  const level = (look.bullet?.level ?? -1) + 1;
  return children.flatMap((item, index) =>
    item.children.flatMap((child, part) => {
      if (child.type !== "paragraph" || part > 0) return blockOf(child, context, INDENTED);
      if (!ordered) return blockOf(child, context, { bullet: { level } });
      const number = { type: "text" as const, value: `${(start ?? 1) + index}. ` };
      return blockOf({ ...child, children: [number, ...child.children] }, context, INDENTED);
    }),
  );
}

const INDENTED: IParagraphOptions = { indent: { start: 360 } };

function tableOf({ children: rows }: PageTable, context: BlockContext): Table {
  const [head, ...body] = rows;
  const isBare = head?.children.every(({ children }) => children.length === 0) ?? true;
  const columns = columnWidths(rows);
  const rowOf = (row: PageTable["children"][number], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: row.children.map(
        ({ children }, column) =>
          new TableCell({
            borders: LINES,
            margins: { top: 40, bottom: 40, left: 60, right: 60 },
            width: { size: columns[column] ?? 0, type: WidthType.DXA },
            children: [
              paragraph(
                isHead ? [{ type: "strong", children }] : children,
                context,
                { style: "TableText" },
                column === 0 ? row.data?.id : undefined,
              ),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    visuallyRightToLeft: context.page.direction === "rtl",
    rows: [
      ...(isBare || head === undefined ? [] : [rowOf(head, true)]),
      ...body.map((row) => rowOf(row, false)),
    ],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "B8C0C8" };
const LINES = { top: NONE, left: NONE, right: NONE, bottom: RULE };
