/** A block of several columns and its width in, its columns and what spans them out (CSS Multi-column 1). */
import type { BlockBox, Box } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";
import type { Columns, FlowEvent } from "./flow.js";
import type { Layout } from "./layout.js";

export function isInColumns({ style }: BlockBox): boolean {
  return style.columnCount !== "auto" || style.columnWidth !== "auto";
}

export function layOutColumns(
  box: BlockBox,
  x: number,
  width: number,
  layout: Layout,
): FlowEvent[] {
  const measure = measureColumns(box.style, width);
  const events: FlowEvent[] = [];
  for (const { spans, content } of splitAtSpanners(box)) {
    if (spans) events.push(...layout.inside(plain(box, content), x, width));
    else events.push(columnsOf(plain(box, content), x, measure, layout));
  }
  return events;
}

interface Measure {
  readonly count: number;
  /** pt of one column. */
  readonly width: number;
  readonly gap: number;
}

/** CSS Multi-column 1, 3.4: as many as are asked for, or as many as have the width asked for. */
function measureColumns(style: Style, available: number): Measure {
  const asked = style.textColumnGap;
  const gap = asked === "normal" ? style.fontSize : (resolveSize(asked, available) ?? 0);
  const least = resolveSize(style.columnWidth, available);
  const fitting =
    least === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.floor((available + gap) / Math.max(1, least + gap)));
  const wished = style.columnCount === "auto" ? fitting : style.columnCount;
  const count = Math.max(1, Math.min(wished, fitting));
  return { count, width: Math.max(1, (available - gap * (count - 1)) / count), gap };
}

function columnsOf(box: BlockBox, x: number, measure: Measure, layout: Layout): Columns {
  const { style } = box;
  const flow = layout.settle(layout.inside(box, 0, measure.width));
  const columns = {
    kind: "columns" as const,
    ...measure,
    flow,
    x,
    style,
    fill: style.columnFill,
    hasBreaks: flow.gaps.some((gap, index) => index > 0 && gap.forces !== undefined),
    notes: flow.notes,
  };
  return { ...columns, height: layout.balance(columns) };
}

interface Stretch {
  readonly spans: boolean;
  readonly content: BlockBox["content"];
}

/** Children with `column-span: all` end the columns before them; others begin after them. */
function splitAtSpanners({ content }: BlockBox): readonly Stretch[] {
  if (content.kind === "inline") return [{ spans: false, content }];
  const stretches: { spans: boolean; children: Box[] }[] = [];
  for (const child of content.children) {
    const spans = child.style.columnSpan === "all";
    const last = stretches.at(-1);
    if (last?.spans === spans) last.children.push(child);
    else stretches.push({ spans, children: [child] });
  }
  return stretches.map(({ spans, children }) => ({
    spans,
    content: { kind: "blocks", children },
  }));
}

/** The box without its edges, which stand around all of its columns, and in no columns itself. */
function plain(box: BlockBox, content: BlockBox["content"]): BlockBox {
  return { ...box, style: { ...box.style, ...NO_EDGES }, content };
}

const NO_EDGES = {
  columnCount: "auto",
  columnWidth: "auto",
  paddingTop: 0,
  paddingRight: 0,
  paddingBottom: 0,
  paddingLeft: 0,
  borderTopWidth: 0,
  borderRightWidth: 0,
  borderBottomWidth: 0,
  borderLeftWidth: 0,
  height: "auto",
  minHeight: 0,
} as const satisfies Partial<Style>;
