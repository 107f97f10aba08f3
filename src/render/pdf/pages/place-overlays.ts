/** A frame and its place on a page in, what is laid over it placed there out. */
import { resolveSize } from "../css/values.js";
import { bordersOf } from "../layout/edges.js";
import type { Frame, Overlay } from "../layout/flow.js";
import { OpenFrames } from "./open-frames.js";
import { START } from "./room.js";
import type { PlaceFlow, Sheet } from "./sheet.js";

/** pt on the page; of the part of the frame's border box that is on it. */
export interface FramePlace {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Which overlays are due: what hangs from the upper edge where the frame starts, and so on. */
export interface Due {
  readonly layer: Overlay["layer"];
  readonly starts: boolean;
  readonly ends: boolean;
}

export function placeOverlays(
  frame: Frame,
  place: FramePlace,
  due: Due,
  sheet: Sheet,
  placeFlow: PlaceFlow,
): void {
  if (frame.overlays.length === 0) return;
  const borders = bordersOf(frame.style);
  const padding = {
    x: place.x + borders.left,
    y: place.y + borders.top,
    height: Math.max(0, place.height - borders.top - borders.bottom),
  };
  for (const overlay of frame.overlays) {
    const isHere = overlay.top === "auto" ? due.ends : due.starts;
    if (overlay.layer !== due.layer || !isHere) continue;
    placeOverlay(overlay, padding, sheet, placeFlow);
  }
}

function placeOverlay(
  overlay: Overlay,
  padding: FramePlace,
  sheet: Sheet,
  placeFlow: PlaceFlow,
): void {
  const { frame, flow } = overlay;
  const { top, height } = placeDown(overlay, padding.height);
  const x = padding.x + overlay.x;
  const y = padding.y + top;
  const frames = new OpenFrames(x, sheet, placeFlow);
  if (frame) frames.open(frame, y, true);
  placeFlow(flow, START, undefined, x, y, sheet);
  frames.finish(y + height, true);
}

function placeDown(
  { top, bottom, between, flow }: Overlay,
  room: number,
): { top: number; height: number } {
  const above = resolveSize(top, room);
  const below = resolveSize(bottom, room);
  if (above === undefined) return { top: room - (below ?? 0) - flow.height, height: flow.height };
  const free = room - above - (below ?? 0);
  if (between === "stretch") return { top: above, height: Math.max(flow.height, free) };
  if (between === "center") return { top: above + (free - flow.height) / 2, height: flow.height };
  return { top: above, height: flow.height };
}
