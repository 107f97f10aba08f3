/** A block's style, its width and a line in, the line's indent out (CSS Text 3, 8.1). */
import type { Style } from "../css/properties.js";
import { resolveSize } from "../css/values.js";

/** @param line counted from 0; @returns pt */
export function indentOf({ textIndent }: Style, width: number, line: number): number {
  const isIndented = textIndent.hanging ? line > 0 : line === 0;
  return isIndented ? (resolveSize(textIndent.amount, width) ?? 0) : 0;
}
