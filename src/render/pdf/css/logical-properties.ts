/** `margin-inline-start` and a direction in, `margin-left` or `margin-right` out (CSS Logical Properties 1). */
import { byWord } from "../by-word.js";
import { propertyNamed } from "./properties.js";

export type Direction = "ltr" | "rtl";

/** Lines run across and blocks down, whatever the direction: only the two ends of a line change. */
export function physicalName(name: string, direction: Direction): string {
  const lines = LOGICAL[name];
  if (lines === undefined) return name;
  return direction === "ltr" ? lines[0] : lines[1];
}

type Pair = readonly [ltr: string, rtl: string];

const LOGICAL: Readonly<Record<string, Pair>> = byWord(
  Object.fromEntries<Pair>([
    ...["margin", "padding"].flatMap((box) =>
      sides(
        (side) => `${box}-${side}`,
        (to) => `${box}-${to}`,
      ),
    ),
    ...["width", "style", "color"].flatMap((part) =>
      sides(
        (side) => `border-${side}-${part}`,
        (to) => `border-${to}-${part}`,
      ),
    ),
    ...sides(
      (side) => `inset-${side}`,
      (to) => to,
    ),
    ...["", "min-", "max-"].flatMap((bound): [string, Pair][] => [
      [`${bound}inline-size`, [`${bound}width`, `${bound}width`]],
      [`${bound}block-size`, [`${bound}height`, `${bound}height`]],
    ]),
    ["border-start-start-radius", ["border-top-left-radius", "border-top-right-radius"]],
    ["border-start-end-radius", ["border-top-right-radius", "border-top-left-radius"]],
    ["border-end-start-radius", ["border-bottom-left-radius", "border-bottom-right-radius"]],
    ["border-end-end-radius", ["border-bottom-right-radius", "border-bottom-left-radius"]],
  ]),
);

export const LOGICAL_NAMES: readonly string[] = Object.keys(LOGICAL).filter(
  (name) => propertyNamed(physicalName(name, "ltr")) !== undefined,
);

function sides(
  logical: (side: string) => string,
  physical: (side: string) => string,
): [string, Pair][] {
  const pair = (ltr: string, rtl: string): Pair => [physical(ltr), physical(rtl)];
  return [
    [logical("inline-start"), pair("left", "right")],
    [logical("inline-end"), pair("right", "left")],
    [logical("block-start"), pair("top", "top")],
    [logical("block-end"), pair("bottom", "bottom")],
  ];
}
