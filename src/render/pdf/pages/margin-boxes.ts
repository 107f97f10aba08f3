/** The sixteen boxes in a page's margins: where each stands and how it looks to begin with (CSS Paged Media 3, 5). */
import type { ContentPart } from "../css/content-value.js";
import type { Style } from "../css/properties.js";

export interface MarginBox {
  readonly name: MarginBoxName;
  readonly content: readonly ContentPart[];
  readonly style: Style;
}

export type Side = "top" | "right" | "bottom" | "left";

/** The place of a box on its side of the page, from the left or from the top. */
export type Place = "start" | "center" | "end";

export type Spot =
  | { readonly kind: "side"; readonly side: Side; readonly place: Place }
  | {
      readonly kind: "corner";
      readonly vertical: "top" | "bottom";
      readonly horizontal: "left" | "right";
    };

interface Look {
  readonly spot: Spot;
  readonly textAlign: "left" | "center" | "right";
  readonly verticalAlign: "top" | "middle" | "bottom";
}

export const MARGIN_BOXES = {
  "top-left-corner": corner("top", "left", "right"),
  "top-left": along("top", "start", "left", "middle"),
  "top-center": along("top", "center", "center", "middle"),
  "top-right": along("top", "end", "right", "middle"),
  "top-right-corner": corner("top", "right", "left"),
  "right-top": along("right", "start", "center", "top"),
  "right-middle": along("right", "center", "center", "middle"),
  "right-bottom": along("right", "end", "center", "bottom"),
  "bottom-right-corner": corner("bottom", "right", "left"),
  "bottom-right": along("bottom", "end", "right", "middle"),
  "bottom-center": along("bottom", "center", "center", "middle"),
  "bottom-left": along("bottom", "start", "left", "middle"),
  "bottom-left-corner": corner("bottom", "left", "right"),
  "left-bottom": along("left", "end", "center", "bottom"),
  "left-middle": along("left", "center", "center", "middle"),
  "left-top": along("left", "start", "center", "top"),
} as const satisfies Record<string, Look>;

export type MarginBoxName = keyof typeof MARGIN_BOXES;

export function marginBoxNamed(name: string): MarginBoxName | undefined {
  return Object.hasOwn(MARGIN_BOXES, name) ? (name as MarginBoxName) : undefined;
}

function along(
  side: Side,
  place: Place,
  textAlign: Look["textAlign"],
  verticalAlign: Look["verticalAlign"],
): Look {
  return { spot: { kind: "side", side, place }, textAlign, verticalAlign };
}

function corner(
  vertical: "top" | "bottom",
  horizontal: "left" | "right",
  textAlign: Look["textAlign"],
): Look {
  return { spot: { kind: "corner", vertical, horizontal }, textAlign, verticalAlign: "middle" };
}
