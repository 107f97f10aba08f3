/** Two pictures of a page in; where they differ, as a person would see it, out. */
import { CHANNELS, type Pixels } from "./read-png.js";

/** Pixels along the side of a tile: about one short word of a reference page. */
const TILE = 8;

/**
 * Levels, of 255, that the mean of a tile may be off in red, green or blue: edges that another
 * version of the program smooths otherwise stay below, a word or a rule that is gone does not.
 */
const TOLERANCE = 12;

/** @returns a sentence for each tile that differs, or one for two sizes */
export function comparePictures(found: Pixels, wanted: Pixels): string[] {
  const sizeOf = ({ width, height }: Pixels) => `${width} × ${height}`;
  if (sizeOf(found) !== sizeOf(wanted)) return [`${sizeOf(found)}, not ${sizeOf(wanted)} pixels`];
  const differences: string[] = [];
  for (let y = 0; y < wanted.height; y += TILE) {
    for (let x = 0; x < wanted.width; x += TILE) {
      const [color, wantedColor] = [meanOf(found, x, y), meanOf(wanted, x, y)];
      if (
        color.some((level, channel) => Math.abs(level - (wantedColor[channel] ?? 0)) > TOLERANCE)
      ) {
        differences.push(`at ${x}, ${y}: rgb(${color}) instead of rgb(${wantedColor})`);
      }
    }
  }
  return differences;
}

/** Red, green and blue of the tile that begins there. */
function meanOf({ width, height, samples }: Pixels, left: number, top: number): readonly number[] {
  const right = Math.min(left + TILE, width);
  const bottom = Math.min(top + TILE, height);
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * CHANNELS; at < (y * width + right) * CHANNELS; at += 1) {
      sums[at % CHANNELS] = (sums[at % CHANNELS] ?? 0) + (samples[at] ?? 0);
    }
  }
  return sums.map((sum) => Math.round(sum / ((right - left) * (bottom - top))));
}
