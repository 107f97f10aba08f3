/** A picture in, the size it wants out, in pt (CSS 2, 10.3.2; SVG 2, 7.2). */
import type { ReplacedBox } from "../boxes/box.js";
import { parseLength, parseNumber, resolveSize, type Size } from "../css/values.js";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * @param available pt; wider pictures shrink, keeping their proportions
 * @param tallest pt; so do higher ones: no page could show them
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
  const natural = naturalSize(box);
  const { style } = box;
  const askedWidth = known(style.width, available);
  const askedHeight = typeof style.height === "number" ? style.height : undefined;
  const ratio = natural.width > 0 ? natural.height / natural.width : 1;
  const width = askedWidth ?? (askedHeight === undefined ? natural.width : askedHeight / ratio);
  const most = Math.min(available, known(style.maxWidth, available) ?? available);
  const fitted = Math.min(width, most);
  const height =
    askedHeight !== undefined && askedWidth !== undefined ? askedHeight : fitted * ratio;
  return { width: fitted, height };
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
