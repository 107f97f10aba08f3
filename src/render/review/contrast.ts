/** Two colours in, their contrast out, and a colour near one of them that has enough (WCAG 2.2, 1.4.3). */

import { contrastOf, type Rgb } from "../../model/contrast.js";

export { contrastOf, type Rgb } from "../../model/contrast.js";

/** The colour that is nearest on the way to black or to white. */
export function withContrast(color: Rgb, backdrop: Rgb, wanted: number): Rgb {
  const ends: readonly Rgb[] = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  const end =
    ends.toSorted((a, b) => contrastOf(b, backdrop) - contrastOf(a, backdrop))[0] ?? color;
  for (let step = 1; step < STEPS; step += 1) {
    const nearer = mix(end, color, step / STEPS);
    if (contrastOf(nearer, backdrop) >= wanted) return nearer;
  }
  return end;
}

const STEPS = 64;

/** @param share of the first */
export function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const at = (i: 0 | 1 | 2) => Math.round(over[i] * share + under[i] * (1 - share));
  return [at(0), at(1), at(2)];
}

/** @param color as computed: `#rrggbb` or `#rrggbbaa` */
export function layOver(color: string, under: Rgb, opacity = 1): Rgb {
  const [red = 0, green = 0, blue = 0, alpha = 255] = (color.slice(1).match(/../g) ?? []).map(
    (digits) => Number.parseInt(digits, 16),
  );
  return mix([red, green, blue], under, (alpha / 255) * opacity);
}

export function hex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
