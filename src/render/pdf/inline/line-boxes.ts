/**
 * The parts of a line in the order seen in, the inline boxes around them out: torn into fragments
 * where directions mix (CSS 2, 8.6; CSS Inline 3).
 */
import type { InlineBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";
import { primaryFace } from "../fonts/choose-faces.js";
import { fontHeight } from "../fonts/font-height.js";
import { riseOf } from "./align-vertically.js";
import type { LineContent, OpenBox } from "./build-line.js";
import { edgeWidth } from "./cut-pieces.js";

/** The share of an inline box that lies on this line, or a fragment of that share. */
export interface LineBox {
  readonly kind: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly inline: InlineBox;
  /** Whether its left and right edges are on this fragment. */
  readonly starts: boolean;
  readonly ends: boolean;
  /** Whether it is the fragment that the element begins with. */
  readonly isFirst: boolean;
}

/** Follows the boxes from left to right, and opens and closes their fragments. */
export class LineBoxes {
  readonly #begun: ReadonlySet<OpenBox>;
  readonly #ended: ReadonlySet<OpenBox>;
  /** How many parts of each box are still to come, and whether any has come. */
  readonly #left = new Map<OpenBox, number>();
  readonly #seen = new Set<OpenBox>();
  readonly #fragments: { box: OpenBox; x: number; starts: boolean; slot: number }[] = [];
  readonly #finished: (LineBox | undefined)[] = [];

  /** @param begun boxes that begin on this line; @param ended boxes that end on it */
  constructor(
    contents: readonly LineContent[],
    begun: ReadonlySet<OpenBox>,
    ended: ReadonlySet<OpenBox>,
  ) {
    this.#begun = begun;
    this.#ended = ended;
    for (const { within } of contents) {
      for (const box of within) this.#left.set(box, (this.#left.get(box) ?? 0) + 1);
    }
  }

  /**
   * Closes the boxes that do not hold the next part, opens those that do.
   *
   * @returns pt from the left, past the edges of the boxes
   */
  moveTo(within: readonly OpenBox[], x: number, baseline: number): number {
    let at = x;
    const shared = within.findIndex((box, depth) => this.#fragments[depth]?.box !== box);
    const depth = shared < 0 ? within.length : shared;
    while (this.#fragments.length > depth) at = this.#close(at, baseline);
    for (const box of within.slice(depth)) at = this.#open(box, at);
    for (const box of within) this.#left.set(box, (this.#left.get(box) ?? 0) - 1);
    return at;
  }

  finished(): readonly LineBox[] {
    return this.#finished.filter((box) => box !== undefined);
  }

  /** An outer box opens first, so its slot comes first and it is painted below the inner ones. */
  #open(box: OpenBox, x: number): number {
    const { style } = box.inline;
    const edge = style.direction === "ltr" ? this.#begun : this.#ended;
    const starts = edge.has(box) && !this.#seen.has(box);
    this.#seen.add(box);
    const inside = starts ? x + edgeWidth(style, "left") : x;
    const left = starts ? x + (resolveSize(style.marginLeft, 0) ?? 0) : x;
    this.#fragments.push({ box, x: left, starts, slot: this.#finished.length });
    this.#finished.push(undefined);
    return inside;
  }

  #close(x: number, baseline: number): number {
    const fragment = this.#fragments.pop();
    if (!fragment) return x;
    const { box, starts } = fragment;
    const { inline } = box;
    const isLeftward = inline.style.direction === "rtl";
    const edge = isLeftward ? this.#begun : this.#ended;
    const ends = edge.has(box) && this.#left.get(box) === 0;
    const outside = ends ? x + edgeWidth(inline.style, "right") : x;
    const right = ends ? outside - (resolveSize(inline.style.marginRight, 0) ?? 0) : x;
    this.#finished[fragment.slot] = {
      kind: "box",
      x: fragment.x,
      width: right - fragment.x,
      ...verticalExtent(box, baseline),
      inline,
      starts,
      ends,
      isFirst: this.#begun.has(box) && (isLeftward ? ends : starts),
    };
    return outside;
  }
}

function verticalExtent(
  { inline: { style }, standing }: OpenBox,
  baseline: number,
): { y: number; height: number } {
  const { ascent, descent } = fontHeight(primaryFace(style), style.fontSize);
  const edges = verticalEdges(style);
  return {
    y: baseline - riseOf(standing) - ascent - edges.top,
    height: ascent + descent + edges.top + edges.bottom,
  };
}

function verticalEdges(style: Style): { top: number; bottom: number } {
  const borderTop = style.borderTopStyle === "none" ? 0 : style.borderTopWidth;
  const borderBottom = style.borderBottomStyle === "none" ? 0 : style.borderBottomWidth;
  return {
    top: borderTop + (resolveSize(style.paddingTop, 0) ?? 0),
    bottom: borderBottom + (resolveSize(style.paddingBottom, 0) ?? 0),
  };
}
