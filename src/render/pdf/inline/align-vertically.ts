/** What stands on a line in, its height and how high each part stands out (CSS 2, 10.8). */
import type { Style } from "../css/properties.js";
import { primaryFace } from "../fonts/choose-faces.js";
import type { Face } from "../fonts/face.js";
import { fontHeight, leadingAbove } from "../fonts/font-height.js";

/** pt over and under a baseline; either may be negative. */
export interface Reach {
  readonly above: number;
  readonly below: number;
}

/** A box on the line, on the baseline of its parent or shifted from it. */
export interface Standing {
  readonly style: Style;
  /** pt over the baseline of its group. */
  readonly rise: number;
  readonly group: Group;
}

/** Boxes that keep their places to each other: those of the line, or of a box at its edge. */
interface Group {
  readonly edge: "top" | "bottom" | undefined;
  above: number;
  below: number;
  /** pt over the baseline of the line; known once the line is. */
  rise: number;
}

export class VerticalAlignment {
  /** The block itself: even an empty line is as high as its style says (the strut). */
  readonly root: Standing;
  readonly #edges: Group[] = [];

  constructor(block: Style) {
    this.root = { style: block, rise: 0, group: openGroup(undefined) };
    grow(this.root, textReach(block, primaryFace(block)));
  }

  /** @param reach of the box over and under its own baseline */
  stand(style: Style, parent: Standing, reach = textReach(style, primaryFace(style))): Standing {
    const { verticalAlign } = style;
    const isAtEdge = verticalAlign === "top" || verticalAlign === "bottom";
    const standing = isAtEdge
      ? { style, rise: 0, group: this.#openEdge(verticalAlign) }
      : { style, rise: parent.rise + shiftOf(style, parent.style, reach), group: parent.group };
    grow(standing, reach);
    const moved = relativeRise(style);
    return moved === 0 ? standing : { ...standing, rise: standing.rise + moved };
  }

  /** Letters from another font than the box's own count where the font decides the height. */
  addText(parent: Standing, face: Face): void {
    if (parent.style.lineHeight !== "normal" || face === primaryFace(parent.style)) return;
    grow(parent, textReach(parent.style, face));
  }

  settle(): { readonly baseline: number; readonly height: number } {
    let { above, below } = this.root.group;
    for (const group of this.#edges) {
      const height = group.above + group.below;
      if (group.edge === "top") below = Math.max(below, height - above);
      else above = Math.max(above, height - below);
    }
    for (const group of this.#edges) {
      group.rise = group.edge === "top" ? above - group.above : group.below - below;
    }
    return { baseline: above, height: Math.max(0, above + below) };
  }

  #openEdge(edge: "top" | "bottom"): Group {
    const group = openGroup(edge);
    this.#edges.push(group);
    return group;
  }
}

/** pt over the line's baseline, once the line is settled. */
export function riseOf({ rise, group }: Standing): number {
  return rise + group.rise;
}

function openGroup(edge: Group["edge"]): Group {
  return { edge, above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY, rise: 0 };
}

function grow({ rise, group }: Standing, reach: Reach): void {
  group.above = Math.max(group.above, rise + reach.above);
  group.below = Math.max(group.below, reach.below - rise);
}

/** pt; the font decides when the style says `normal`. */
export function lineHeightOf(style: Style, face = primaryFace(style)): number {
  const { lineHeight, fontSize } = style;
  if (typeof lineHeight === "number") return lineHeight;
  if (typeof lineHeight === "object") return lineHeight.factor * fontSize;
  const { ascent, descent, lineGap } = fontHeight(face, fontSize);
  return ascent + descent + lineGap;
}

/** Half the leading on each side of the letters. */
function textReach(style: Style, face: Face): Reach {
  const { ascent, descent } = fontHeight(face, style.fontSize);
  const leading = lineHeightOf(style, face) - ascent - descent;
  const above = leadingAbove(leading);
  return { above: ascent + above, below: descent + leading - above };
}

/** `position: relative; top: -3pt` moves words up and leaves the line as high as it was. */
function relativeRise({ position, top, bottom }: Style): number {
  if (position !== "relative") return 0;
  if (typeof top === "number") return -top;
  return typeof bottom === "number" ? bottom : 0;
}

/** pt over the parent's baseline. */
function shiftOf(style: Style, parent: Style, own: Reach): number {
  const { verticalAlign } = style;
  if (typeof verticalAlign === "number") return verticalAlign;
  if (typeof verticalAlign === "object") return (verticalAlign.percent / 100) * lineHeightOf(style);
  const face = primaryFace(parent);
  switch (verticalAlign) {
    case "super":
      return parent.fontSize / 3 + BROWSER_SHIFT;
    case "sub":
      return -parent.fontSize / 5 - BROWSER_SHIFT;
    case "middle":
      return (face.xHeight * parent.fontSize) / 2 - (own.above - own.below) / 2;
    case "text-top":
      return fontHeight(face, parent.fontSize).ascent - own.above;
    case "text-bottom":
      return own.below - fontHeight(face, parent.fontSize).descent;
    default:
      return 0;
  }
}

/** pt; the pixel that browsers add to the third or fifth of the font size. */
const BROWSER_SHIFT = 0.75;
