/** Two colours in, their contrast out (WCAG 2.2, 1.4.3). */

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

/** @param colour `#rrggbb` */
export function rgbOf(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(colour.slice(at, at + 2), 16),
  );
  return [red, green, blue];
}

/** What is read needs so much contrast to what is behind it. */
export const LEAST_CONTRAST = 4.5;
