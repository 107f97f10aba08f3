/** Floats and the flow they stand beside: where the next one goes, and how much room they leave (CSS 2, 9.5). */
import type { Style } from "../css/properties.js";
import type { FlowEvent } from "./flow.js";

/** pt from the flow's left edge. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export type Side = "left" | "right";

/** The margin box of a float; `top` and `bottom` in pt from where its context begins. */
interface Float extends Span {
  readonly side: Side;
  readonly top: number;
  readonly bottom: number;
}

/**
 * One for each block that keeps its floats to itself. It follows what is laid out, so that it always
 * knows how far down that is.
 */
export class FloatContext {
  /** Lower edge of the last item, and the margins after it. */
  #bottom = 0;
  #largest = 0;
  #smallest = 0;
  /** Those that still reach below the last item. */
  #floats: Float[] = [];
  #lowest = 0;
  #lastTop = 0;

  follow(events: readonly FlowEvent[]): void {
    for (const event of events) {
      switch (event.kind) {
        case "open":
        case "close":
        case "break":
        case "float":
          break;
        case "space":
          this.#largest = Math.max(this.#largest, event.height);
          this.#smallest = Math.min(this.#smallest, event.height);
          break;
        default:
          this.#advance(event.height);
      }
    }
  }

  /** pt; where the last item ends. */
  get bottom(): number {
    return this.#bottom;
  }

  /** pt; where the next item begins. */
  get top(): number {
    return this.#bottom + this.#largest + this.#smallest;
  }

  /** pt; of the lowest float. */
  get lowest(): number {
    return this.#lowest;
  }

  get isEmpty(): boolean {
    return this.#floats.length === 0;
  }

  /** The room that floats leave in a strip between two heights. */
  roomAt(top: number, bottom: number, { left, right }: Span): Span {
    let room = { left, right };
    for (const float of this.#floats) {
      if (float.top >= Math.max(bottom, top + HAIR) || float.bottom <= top + HAIR) continue;
      room =
        float.side === "left"
          ? { ...room, left: Math.max(room.left, float.right) }
          : { ...room, right: Math.min(room.right, float.left) };
    }
    return room;
  }

  /** The next height below `top` at which there may be more room; undefined when there is none. */
  nextEdge(top: number): number | undefined {
    const edges = this.#floats.map((float) => float.bottom).filter((edge) => edge > top + HAIR);
    return edges.length > 0 ? Math.min(...edges) : undefined;
  }

  /** As high as there is room of this width, and no higher than the floats before. */
  findRoom(width: number, height: number, within: Span, from = this.top): Span & { top: number } {
    let top = from;
    for (;;) {
      const room = this.roomAt(top, top + height, within);
      if (room.right - room.left >= width - HAIR) return { ...room, top };
      const next = this.nextEdge(top);
      if (next === undefined) return { ...room, top };
      top = next;
    }
  }

  /** @returns where its margin box goes */
  place(side: Side, width: number, height: number, within: Span): { left: number; top: number } {
    const room = this.findRoom(width, height, within, Math.max(this.top, this.#lastTop));
    const left = side === "left" ? room.left : room.right - width;
    const { top } = room;
    this.#floats.push({ side, left, right: left + width, top, bottom: top + height });
    this.#lowest = Math.max(this.#lowest, top + height);
    this.#lastTop = top;
    return { left, top };
  }

  /** pt; below the floats of one side or of both. */
  clearance(side: Side | "both"): number {
    const cleared = this.#floats.filter((float) => side === "both" || float.side === side);
    return Math.max(0, ...cleared.map((float) => float.bottom));
  }

  #advance(height: number): void {
    this.#bottom = this.top + height;
    this.#largest = 0;
    this.#smallest = 0;
    if (this.#floats.length > 0) {
      this.#floats = this.#floats.filter((float) => float.bottom > this.#bottom + HAIR);
    }
  }
}

/** pt; heights are sums of rounded numbers. */
const HAIR = 0.01;

/** `inline-start` and its like, by the direction of the block around. */
export function sideOf<Asked extends Style["float"] | Style["clear"]>(
  asked: Asked,
  direction: Style["direction"],
): Exclude<Asked, "inline-start" | "inline-end"> | Side {
  if (asked === "inline-start") return direction === "rtl" ? "right" : "left";
  if (asked === "inline-end") return direction === "rtl" ? "left" : "right";
  return asked as Exclude<Asked, "inline-start" | "inline-end">;
}
