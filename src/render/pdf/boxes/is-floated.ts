/** A style in, whether its box floats beside the text out (CSS 2, 9.7: what is laid over something does not). */
import type { Style } from "../css/properties.js";

export function isFloated({ float, position }: Style): boolean {
  return float !== "none" && position !== "absolute" && position !== "fixed";
}
