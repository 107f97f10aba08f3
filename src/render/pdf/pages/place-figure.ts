/** A picture and its place on a page in, its marks out. */
import type { ReplacedBox } from "../boxes/box.js";
import type { Drawing, Matrix, Words } from "../figures/picture.js";
import { multiply } from "../figures/picture.js";
import { PX } from "../figures/read-svg.js";
import { shapePieces } from "../inline/shape-pieces.js";
import { insetsOf } from "../layout/edges.js";
import type { Rectangle, TextMark } from "./page.js";
import type { Sheet } from "./sheet.js";

/** @param box pt of the border box */
export function placeReplaced(replaced: ReplacedBox, box: Rectangle, sheet: Sheet): void {
  const insets = insetsOf(replaced.style, box.width);
  const place = {
    x: box.x + insets.left,
    y: box.y + insets.top,
    width: box.width - insets.left - insets.right,
    height: box.height - insets.top - insets.bottom,
  };
  placeFigure(replaced, place, sheet);
}

function placeFigure(box: ReplacedBox, place: Rectangle, sheet: Sheet): void {
  const { picture, element } = box;
  if (!picture || place.width <= 0 || place.height <= 0) return;
  if (picture.kind === "image") {
    sheet.marks.push({ kind: "image", ...place, bytes: picture.bytes, element });
    return;
  }
  const matrix = fitViewBox(picture, place);
  sheet.marks.push({ kind: "drawing", matrix, place, shapes: picture.shapes, element });
  for (const words of picture.words) sheet.marks.push(placeWords(words, matrix, box));
}

/** SVG 2, 8.2, `xMidYMid meet`: as large as fits, in the middle. */
function fitViewBox(drawing: Drawing, place: Rectangle): Matrix {
  const scale = Math.min(place.width / drawing.width, place.height / drawing.height);
  const x = place.x + (place.width - drawing.width * scale) / 2 - drawing.left * scale;
  const y = place.y + (place.height - drawing.height * scale) / 2 - drawing.top * scale;
  return [scale, 0, 0, scale, x, y];
}

/** Words keep upright; only their size and place follow the drawing. */
function placeWords(words: Words, page: Matrix, box: ReplacedBox): TextMark {
  const [a, b, c, d, e, f] = multiply(page, words.matrix);
  const fontSize = (words.style.fontSize / PX) * Math.hypot(a, b);
  const color = words.style.fill === "none" ? "transparent" : words.style.fill;
  const style = { ...words.style, fontSize, color };
  const { language, element } = box;
  const source = {
    kind: "text" as const,
    text: words.text,
    style,
    language,
    element,
    underlined: false,
  };
  const pieces = shapePieces(source, words.text, false, () => {});
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const share = { start: 0, middle: 0.5, end: 1 }[style.textAnchor];
  let x = a * words.x + c * words.y + e - share * width;
  const y = b * words.x + d * words.y + f;
  const placed = pieces.map((piece) => {
    const at = { x, y, piece };
    x += piece.width;
    return at;
  });
  return { kind: "text", pieces: placed };
}
