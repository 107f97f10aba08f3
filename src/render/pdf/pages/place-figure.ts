/** A picture and its place on a page in, its marks out. */
import type { ReplacedBox } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import {
  type Drawing,
  fitBox,
  IDENTITY,
  type Image,
  type Matrix,
  multiply,
  type WordRun,
  type Words,
} from "../figures/picture.js";
import { PX } from "../figures/read-svg.js";
import { cutPieces } from "../inline/cut-pieces.js";
import type { TextPiece } from "../inline/piece.js";
import { reorderLine } from "../inline/reorder-line.js";
import { shapePieces } from "../inline/shape-pieces.js";
import { insetsOf } from "../layout/edges.js";
import { type Corners, cornersOf, inner, isRound, SQUARE } from "./corners.js";
import type { Mark, Rectangle, TextMark } from "./page.js";
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
  const corners = inner(cornersOf(replaced.style, box), insets.left);
  placeFigure(replaced, place, corners, sheet);
}

function placeFigure(box: ReplacedBox, place: Rectangle, corners: Corners, sheet: Sheet): void {
  const { picture, element } = box;
  if (!picture || place.width <= 0 || place.height <= 0) return;
  if (picture.kind === "image") placeImage(picture, box, place, corners, sheet);
  else placeDrawing(picture, box, place, sheet, element);
}

/** What reaches out of the box (`object-fit`) or of its round corners is cut off. */
function placeImage(
  image: Image,
  box: ReplacedBox,
  place: Rectangle,
  corners: Corners,
  sheet: Sheet,
): void {
  const { element, style } = box;
  const fitted = fitImage(image, style, place);
  const mark = { kind: "image" as const, ...fitted, bytes: image.bytes, element };
  const isCut =
    fitted.width > place.width + 0.01 || fitted.height > place.height + 0.01 || isRound(corners);
  if (!isCut) {
    sheet.marks.push(mark);
    return;
  }
  const clip = { ...place, corners };
  sheet.marks.push({ kind: "group", matrix: IDENTITY, opacity: 1, clip }, mark, GROUP_END);
}

const GROUP_END = { kind: "group-end" } as const;

function fitImage(image: Image, { objectFit }: Style, place: Rectangle): Rectangle {
  const across = place.width / image.width;
  const down = place.height / image.height;
  const scale = {
    fill: undefined,
    contain: Math.min(across, down),
    cover: Math.max(across, down),
    none: PX,
    "scale-down": Math.min(PX, across, down),
  }[objectFit];
  if (scale === undefined) return place;
  const [width, height] = [image.width * scale, image.height * scale];
  return {
    x: place.x + (place.width - width) / 2,
    y: place.y + (place.height - height) / 2,
    width,
    height,
  };
}

function placeDrawing(
  drawing: Drawing,
  box: ReplacedBox,
  place: Rectangle,
  sheet: Sheet,
  element: ReplacedBox["element"],
): void {
  const fitted = fitBox(drawing, drawing.fit, place.width, place.height);
  const matrix = multiply([1, 0, 0, 1, place.x, place.y], fitted);
  const isCut = drawing.fit.mode === "slice";
  const clip = { ...place, corners: SQUARE };
  if (isCut) sheet.marks.push({ kind: "group", matrix: IDENTITY, opacity: 1, clip });
  sheet.marks.push({ kind: "drawing", matrix, place, shapes: drawing.shapes, element });
  for (const words of drawing.words) sheet.marks.push(...placeWords(words, matrix, box));
  if (isCut) sheet.marks.push(GROUP_END);
}

/** Upright words stand on the page; those turned or seen through in a group of their own. */
function placeWords(words: Words, page: Matrix, box: ReplacedBox): readonly Mark[] {
  const matrix = multiply(page, words.matrix);
  const [a, b, c, d] = matrix;
  const scale = Math.hypot(a, b);
  if (scale === 0) return [];
  const { opacity } = words;
  const isUpright = Math.abs(b) < HAIR && Math.abs(c) < HAIR && Math.abs(a - d) < HAIR && a > 0;
  if (isUpright && opacity === 1) return [setWords(words, matrix, scale, box)];
  const group = multiply(matrix, [1 / scale, 0, 0, 1 / scale, 0, 0]);
  const set = setWords(words, [scale, 0, 0, scale, 0, 0], scale, box);
  return [{ kind: "group", matrix: group, opacity, clip: undefined }, set, GROUP_END];
}

const HAIR = 1e-6;

/** @param matrix that moves and scales only */
function setWords(words: Words, matrix: Matrix, scale: number, box: ReplacedBox): TextMark {
  const [, , , , e, f] = matrix;
  const runs = words.runs.map((run) => ({ run, pieces: shapeRun(run, scale, box) }));
  const width = runs.reduce((sum, { run, pieces }) => sum + run.dx * scale + widthOf(pieces), 0);
  const share = shareBefore(words);
  let x = words.x * scale + e - share * width;
  const placed = runs.flatMap(({ run, pieces }) => {
    x += run.dx * scale;
    const y = (words.y + run.dy) * scale + f;
    return pieces.map((piece) => {
      const at = { kind: "text" as const, x, y, piece };
      x += piece.width;
      return at;
    });
  });
  return { kind: "text", x: 0, y: 0, pieces: placed };
}

/** How much of the words stands at the left of their anchor: they start at the right in Arabic. */
function shareBefore({ anchor, runs }: Words): number {
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  return runs[0]?.style.direction === "rtl" ? 1 - share : share;
}

/** @returns from left to right */
function shapeRun(run: WordRun, scale: number, { language, element }: ReplacedBox) {
  const { fill } = run.style;
  const color = typeof fill !== "string" || fill === "none" ? "transparent" : fill;
  const style = {
    ...run.style,
    fontSize: (run.style.fontSize / PX) * scale,
    letterSpacing: (run.style.letterSpacing / PX) * scale,
    color: color === "currentcolor" ? run.style.color : color,
  };
  const words = { text: run.text, style, language, element, decorations: [] };
  const text = { kind: "text" as const, ...words };
  if (style.direction === "ltr" && !LEFTWARD.test(run.text))
    return shapePieces(text, run.text, false, () => {});
  const kept = { ...text, style: { ...style, whiteSpace: "pre" as const } };
  const pieces = cutPieces([kept], style, () => {}).flatMap((piece) =>
    piece.kind === "text" ? [{ piece, level: piece.level }] : [],
  );
  return reorderLine(pieces).map(({ piece }) => piece);
}

const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function widthOf(pieces: readonly TextPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width, 0);
}
