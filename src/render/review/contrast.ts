/** Two colours in, their contrast out, and a colour near one of them that has enough (WCAG 2.2, 1.4.3). */

/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** From 1 for the same colour to 21 for black on white. */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Relative luminance, from 0 for black to 1 for white. */
function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

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
