/**
 * Painting operators of a page in, out which of its words stand on a ground of their own colour,
 * under what was painted later, or off the page (ISO 32000-1, 8.4 to 8.6).
 */

import { nameOf, type PdfDictionary, type PdfFile, type PdfValue } from "../../pdf/index.js";
import { apply, type Matrix } from "./matrix.js";

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Areas that were painted before. */
  readonly order: number;
}

interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

interface Area extends Rectangle {
  readonly color: Color;
}

/** Red, green, blue, 0 to 1. */
type Color = readonly [number, number, number];

interface State {
  readonly fill: Color;
  readonly alpha: number;
  /** Nothing is seen outside of it. */
  readonly clip: Rectangle;
}

const BLACK: Color = [0, 0, 0];
const WHITE: Color = [1, 1, 1];
/** Contrast (WCAG 2.2) below which nobody reads. */
const LEAST_CONTRAST = 1.5;
/** Points beyond the edge of the page. */
const TOLERANCE = 2;
const MOST_AREAS = 50_000;
/** A see-through area hides nothing. */
const OPAQUE = 0.9;
const LEAST_OPACITY = 0.25;
/** What this program sets by its graphics states. */
const OPACITY = new Set(["Type", "ca", "CA"]);

/** Operators of this program that say nothing of what is seen here: lines and their style. */
const SILENT = new Set("w J j M d CS SCN".split(" "));

export class Ink {
  readonly page: Rectangle;
  readonly #file: PdfFile;
  readonly #resources: PdfDictionary | undefined;
  readonly #areas: Area[] = [];
  readonly #saved: State[] = [];
  #state: State;
  #clips = false;
  #strange = false;
  #path: (readonly [number, number])[] = [];

  constructor(file: PdfFile, resources: PdfDictionary | undefined, page: Rectangle) {
    this.#file = file;
    this.#resources = resources;
    this.page = page;
    this.#state = { fill: BLACK, alpha: 1, clip: page };
  }

  /** Whether a page is painted by masks or blends, which this program never uses. */
  get isStrange(): boolean {
    return this.#strange;
  }

  get order(): number {
    return this.#areas.length;
  }

  save(): void {
    this.#saved.push(this.#state);
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  /** @returns false for an operator that is none of painting */
  obey(word: string, operands: readonly PdfValue[], matrix: Matrix): boolean {
    const given = operands.map(Number);
    switch (word) {
      case "rg":
      case "sc":
      case "scn":
      case "g":
      case "k":
        this.#state = { ...this.#state, fill: colorOf(given) };
        return true;
      case "cs":
        this.#state = { ...this.#state, fill: BLACK };
        return true;
      case "gs":
        this.#setAlpha(nameOf(operands[0]) ?? "");
        return true;
      case "re": {
        const [x = 0, y = 0, width = 0, height = 0] = given;
        this.#path.push(apply(matrix, x, y), apply(matrix, x + width, y + height));
        return true;
      }
      case "m":
      case "l":
      case "c":
      case "v":
      case "y":
        for (let at = 0; at + 1 < given.length; at += 2) {
          this.#path.push(apply(matrix, given[at] ?? 0, given[at + 1] ?? 0));
        }
        return true;
      case "h":
        return true;
      case "f":
      case "F":
      case "f*":
      case "B":
      case "B*":
      case "b":
      case "b*":
        this.#fill();
        return true;
      case "W":
      case "W*":
        this.#clips = true;
        return true;
      case "S":
      case "s":
      case "n":
        this.#endPath();
        return true;
      default:
        return SILENT.has(word);
    }
  }

  #setAlpha(name: string): void {
    const state = this.#file.dictionary(this.#resources, "ExtGState", name);
    for (const key of state?.entries.keys() ?? []) {
      if (!OPACITY.has(key)) this.#strange = true;
    }
    const alpha = this.#file.get(state, "ca");
    if (typeof alpha === "number") this.#state = { ...this.#state, alpha };
  }

  #fill(): void {
    if (this.#state.alpha >= OPAQUE && this.#areas.length < MOST_AREAS) {
      this.#areas.push({ ...this.#bounds(), color: this.#state.fill });
    }
    this.#endPath();
  }

  #bounds(): Rectangle {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of this.#path) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
    return { left, bottom, right, top };
  }

  #endPath(): void {
    if (this.#clips) {
      const { left, bottom, right, top } = this.#bounds();
      const { clip } = this.#state;
      this.#state = {
        ...this.#state,
        clip: {
          left: Math.max(left, clip.left),
          bottom: Math.max(bottom, clip.bottom),
          right: Math.min(right, clip.right),
          top: Math.min(top, clip.top),
        },
      };
    }
    this.#clips = false;
    this.#path = [];
  }

  isOutside({ x, y }: Place): boolean {
    const { left, right, bottom, top } = this.#state.clip;
    const isInside =
      x >= left - TOLERANCE &&
      x <= right + TOLERANCE &&
      y >= bottom - TOLERANCE &&
      y <= top + TOLERANCE;
    return !isInside;
  }

  /**
   * Whether the colour of the words is that of what was painted below them.
   * @param isRead words that are read have to be seen; those of a watermark are faint by design
   */
  isFaint(place: Place, isRead: boolean): boolean {
    const { fill, alpha } = this.#state;
    if (alpha < OPAQUE) return isRead && alpha < LEAST_OPACITY;
    const ground = this.#areas.slice(0, place.order).findLast((area) => holds(area, place));
    return contrast(fill, ground?.color ?? WHITE) < LEAST_CONTRAST;
  }

  /** Whether something was painted over the words. */
  covers(place: Place): boolean {
    return this.#areas.slice(place.order).some((area) => holds(area, place));
  }
}

/** The foot of a letter lies on the line: what covers it reaches above. */
function holds({ left, right, bottom, top }: Area, { x, y }: Place): boolean {
  return x + 1 >= left && x + 1 <= right && y + 1 >= bottom && y + 1 <= top;
}

function colorOf(given: readonly number[]): Color {
  const [a = 0, b = 0, c = 0, d = 0] = given.filter(Number.isFinite);
  if (given.length === 1) return [a, a, a];
  if (given.length === 4) return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  return [a, b, c];
}

function contrast(one: Color, other: Color): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
