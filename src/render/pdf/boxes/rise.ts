/** `vertical-align` of an inline-level box in, its height over the parent's baseline out. */
import type { Style } from "../css/properties.js";
import type { Rise } from "./box.js";

export function riseOf(style: Style, parent: Style): Rise {
  const align = style.verticalAlign;
  if (typeof align === "number") return align;
  if (typeof align === "object") return (align.percent / 100) * lineHeightOf(style);
  switch (align) {
    case "baseline":
      return 0;
    case "super":
      return parent.fontSize / 3;
    case "sub":
      return -parent.fontSize / 5;
    default:
      return align;
  }
}

function lineHeightOf({ lineHeight, fontSize }: Style): number {
  if (typeof lineHeight === "number") return lineHeight;
  return fontSize * (lineHeight === "normal" ? NORMAL_LINE_HEIGHT : lineHeight.factor);
}

/** Plex's ascent and descent together, in em. */
const NORMAL_LINE_HEIGHT = 1.3;
