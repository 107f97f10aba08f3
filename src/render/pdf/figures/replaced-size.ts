/** A picture in, the size it wants out, in pt (CSS 2, 10.3.2; SVG 2, 7.2). */
import type { ReplacedBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { parseLength, parseNumber, resolveSize, type Size } from "../css/values.js";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Sizes that are asked for, within the least and the most; a size that is not follows from the other
 * one, so that the picture keeps its proportions (CSS 2, 10.4).
 * @param available pt; wider pictures shrink
 * @param tallest pt; higher ones shrink too
 */
export function replacedSize(
  box: ReplacedBox,
  available: number,
  tallest = Number.POSITIVE_INFINITY,
): PictureSize {
  const { width, height } = sizeAcross(box, available);
  return height > tallest
    ? { width: (width * tallest) / height, height: tallest }
    : { width, height };
}

function sizeAcross(box: ReplacedBox, available: number): PictureSize {
  const { style } = box;
  const natural = naturalSize(box);
  const ratio = ratioOf(style, natural);
  const across = limits(style.minWidth, style.maxWidth, available, available);
  const down = limits(style.minHeight, style.maxHeight, undefined, Number.POSITIVE_INFINITY);
  const askedWidth = known(style.width, available);
  const askedHeight = typeof style.height === "number" ? style.height : undefined;
  if (askedWidth !== undefined && askedHeight !== undefined) {
    return { width: within(askedWidth, across), height: within(askedHeight, down) };
  }
  const wished =
    askedWidth ?? (askedHeight === undefined ? natural.width : askedHeight / (ratio || 1));
  const width = within(wished, across);
  const height = ratio > 0 ? width * ratio : natural.height;
  const fitted = within(height, down);
  if (fitted === height || ratio === 0) return { width, height: fitted };
  // The width follows, unless it was asked for.
  return {
    width: askedWidth === undefined ? within(fitted / ratio, across) : width,
    height: fitted,
  };
}

/** Height by width; 0 when it is not known. */
function ratioOf({ aspectRatio }: Style, natural: PictureSize): number {
  if (typeof aspectRatio === "number") return 1 / aspectRatio;
  return natural.width > 0 ? natural.height / natural.width : 0;
}

interface Limits {
  readonly least: number;
  readonly most: number;
}

function limits(least: Size, most: Size, whole: number | undefined, room: number): Limits {
  const resolve = (size: Size) =>
    typeof size === "object" && whole === undefined ? undefined : known(size, whole ?? 0);
  return { least: resolve(least) ?? 0, most: Math.min(room, resolve(most) ?? room) };
}

function within(length: number, { least, most }: Limits): number {
  return Math.max(0, Math.max(Math.min(least, most), Math.min(most, length)));
}

function known(size: Size, available: number): number | undefined {
  if (typeof size === "object" && !Number.isFinite(available)) return undefined;
  return resolveSize(size, available);
}

function naturalSize({ element, style, picture }: ReplacedBox): PictureSize {
  const width = attributeLength(element.attribs.width, style.fontSize);
  const height = attributeLength(element.attribs.height, style.fontSize);
  const own = picture ?? { width: 0, height: 0 };
  const ratio = own.width > 0 ? own.height / own.width : 1;
  if (width !== undefined) return { width, height: height ?? width * ratio };
  if (height !== undefined) return { width: height / ratio, height };
  return { width: own.width * PX, height: own.height * PX };
}

/** pt in a px. */
const PX = 0.75;

/** HTML and SVG write bare numbers for px; shares are left to the style sheet. */
function attributeLength(text: string | undefined, fontSize: number): number | undefined {
  const context = { fontSize, rootFontSize: fontSize };
  if (text === undefined) return undefined;
  return parseLength(parseNumber(text) === undefined ? text : `${text}px`, context);
}
