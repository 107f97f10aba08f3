/** Free room and a way to share it out in, the space before and between items out (CSS Box Alignment 3, 4). */
import type { Style } from "../css/properties.js";

export interface Distribution {
  readonly before: number;
  readonly between: number;
}

/** Which way items run, for the words that do not speak of flex. */
export interface Axis {
  readonly isReversed: boolean;
  /** The first item stands at the right. */
  readonly isMirrored: boolean;
}

/** @param free pt; when there is less than nothing, only the plain positions count */
export function distribute(
  asked: Style["justifyContent"],
  free: number,
  count: number,
  axis: Axis,
): Distribution {
  switch (positionOf(asked, axis)) {
    case "center":
      return { before: free / 2, between: 0 };
    case "flex-end":
      return { before: free, between: 0 };
    case "space-between":
      return { before: 0, between: count > 1 ? Math.max(0, free) / (count - 1) : 0 };
    case "space-around":
      return around(free, count, 0.5);
    case "space-evenly":
      return around(free, count, 1);
    default:
      return { before: 0, between: 0 };
  }
}

/** @param edge how much of the space between two items lies before the first one */
function around(free: number, count: number, edge: number): Distribution {
  const between = Math.max(0, free) / (count - 1 + 2 * edge);
  return { before: free < 0 ? free / 2 : between * edge, between };
}

function positionOf(asked: Style["justifyContent"], { isReversed, isMirrored }: Axis) {
  switch (asked) {
    case "start":
      return isReversed ? "flex-end" : "flex-start";
    case "end":
      return isReversed ? "flex-start" : "flex-end";
    case "left":
      return isMirrored ? "flex-end" : "flex-start";
    case "right":
      return isMirrored ? "flex-start" : "flex-end";
    default:
      return asked;
  }
}
