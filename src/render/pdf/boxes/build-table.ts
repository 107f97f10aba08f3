/** A table element in, its rows and cells out, the head's rows apart from the others (CSS Tables 3). */
import { type Element, isTag } from "domhandler";
import type { Style } from "../css/properties.js";
import type { BlockBox, CellBox, RowBox, TableBox } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";

export function buildTable(table: Element, inner: Surroundings, builder: BoxBuilder): TableBox {
  const parts: Parts = { captions: [], columns: [], head: [], body: [], foot: [] };
  for (const child of table.children.filter(isTag)) sortPart(child, inner, builder, parts);
  return {
    kind: "table",
    element: table,
    style: inner.computed.style,
    language: inner.language,
    caption: parts.captions[0],
    columns: parts.columns,
    head: parts.head,
    body: parts.body,
    foot: parts.foot,
  };
}

interface Parts {
  readonly captions: BlockBox[];
  readonly columns: Style[];
  readonly head: RowBox[];
  readonly body: RowBox[];
  readonly foot: RowBox[];
}

function sortPart(part: Element, outer: Surroundings, builder: BoxBuilder, parts: Parts): void {
  const inner = builder.surround(part, outer);
  const { style } = inner.computed;
  const rowsOf = () =>
    part.children.filter(isTag).flatMap((row) => buildRow(row, inner, builder) ?? []);
  switch (style.display) {
    case "none":
      return;
    case "table-caption":
      parts.captions.push(builder.buildBlock(part, inner));
      return;
    case "table-column":
      parts.columns.push(...Array<Style>(spanOf(part, "span")).fill(style));
      return;
    case "table-column-group":
      for (const column of part.children.filter(isTag)) sortPart(column, inner, builder, parts);
      return;
    case "table-header-group":
      parts.head.push(...rowsOf());
      return;
    case "table-footer-group":
      parts.foot.push(...rowsOf());
      return;
    case "table-row":
      parts.body.push(...(buildRow(part, outer, builder) ?? []));
      return;
    default:
      parts.body.push(...rowsOf());
  }
}

function buildRow(
  row: Element,
  outer: Surroundings,
  builder: BoxBuilder,
): readonly [RowBox] | undefined {
  const inner = builder.surround(row, outer);
  const { style } = inner.computed;
  if (style.display === "none") return undefined;
  const cells = row.children.filter(isTag).flatMap((cell) => buildCell(cell, inner, builder));
  return [{ kind: "row", element: row, style, language: inner.language, cells }];
}

function buildCell(cell: Element, outer: Surroundings, builder: BoxBuilder): CellBox[] {
  const inner = builder.surround(cell, outer);
  if (inner.computed.style.display === "none") return [];
  return [
    {
      box: builder.buildBlock(cell, inner),
      columnSpan: spanOf(cell, "colspan"),
      rowSpan: spanOf(cell, "rowspan"),
    },
  ];
}

/** HTML allows up to 1000 columns; a page that asks for more would ask for our memory. */
function spanOf(element: Element, attribute: string): number {
  const span = Number.parseInt(element.attribs[attribute] ?? "1", 10);
  return Number.isNaN(span) ? 1 : Math.min(1000, Math.max(1, span));
}
