/** A `<text>` element in, its words with their places out: what is anchored together is one (SVG 2, 11). */
import { type ChildNode, type Element, isTag, isText } from "domhandler";
import type { ComputedStyle } from "../css/compute-style.js";
import type { Style } from "../css/properties.js";
import { primaryFace } from "../fonts/choose-faces.js";
import type { WordRun, Words } from "./picture.js";
import { PX, type SvgPlace, type SvgReading } from "./read-svg.js";
import { type SvgContext, svgLength } from "./svg-values.js";

export function readWords(text: Element, place: SvgPlace, reading: SvgReading): readonly Words[] {
  const reader = new WordReader(place, reading);
  reader.readElement(text, place.outer);
  return reader.finish();
}

interface Chunk {
  readonly x: number;
  readonly y: number;
  readonly anchor: Style["textAnchor"];
  readonly runs: WordRun[];
}

class WordReader {
  readonly #place: SvgPlace;
  readonly #reading: SvgReading;
  readonly #chunks: Chunk[] = [];
  /** What the next run is moved by. */
  #dx = 0;
  #dy = 0;
  #isAfterSpace = true;

  constructor(place: SvgPlace, reading: SvgReading) {
    this.#place = place;
    this.#reading = reading;
  }

  readElement(element: Element, own: ComputedStyle): void {
    this.#move(element, own.style);
    for (const child of element.children) this.#readNode(child, own);
  }

  finish(): readonly Words[] {
    const { matrix, opacity } = this.#place;
    return this.#chunks.flatMap((chunk) => {
      const runs = chunk.runs.filter((run) => run.text !== "");
      return runs.length > 0 ? [{ ...chunk, runs: trimEnd(runs), matrix, opacity }] : [];
    });
  }

  #readNode(node: ChildNode, outer: ComputedStyle): void {
    if (isText(node)) {
      this.#add(node.data, outer.style);
      return;
    }
    if (!isTag(node) || node.name === "title" || node.name === "desc") return;
    if (node.name !== "tspan" && node.name !== "a") {
      const what = `the PDF does not set <${node.name}> within <text>`;
      this.#reading.unsupported(what, node, "set the words with <tspan>");
      return;
    }
    if (this.#reading.left-- <= 0) return;
    const own = this.#reading.styleOf(node, outer);
    if (own.style.display !== "none") this.readElement(node, own);
  }

  /** A place of its own begins a chunk; steps move what follows. */
  #move({ attribs }: Element, style: Style): void {
    const context: SvgContext = { ...this.#place, fontSize: style.fontSize / PX };
    const at = (name: string, axis: "x" | "y") =>
      svgLength(attribs[name]?.trim().split(/[\s,]+/)[0], axis, context);
    const x = at("x", "x");
    const y = at("y", "y");
    const last = this.#chunks.at(-1);
    if (!last || x !== undefined || y !== undefined) {
      this.#chunks.push({
        x: x ?? last?.x ?? 0,
        y: y ?? last?.y ?? 0,
        anchor: style.textAnchor,
        runs: [],
      });
      this.#isAfterSpace = true;
      [this.#dx, this.#dy] = [0, 0];
    }
    this.#dx += at("dx", "x") ?? 0;
    this.#dy += at("dy", "y") ?? 0;
  }

  #add(data: string, style: Style): void {
    const collapsed = data.replace(/[ \t\n\r\f]+/g, " ").normalize("NFC");
    const text = this.#isAfterSpace ? collapsed.replace(/^ /, "") : collapsed;
    if (text === "") return;
    this.#isAfterSpace = text.endsWith(" ");
    this.#chunks.at(-1)?.runs.push({ text, style, dx: this.#dx, dy: this.#dy + dropOf(style) });
    this.#dx = 0;
  }
}

function trimEnd(runs: readonly WordRun[]): readonly WordRun[] {
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }] : runs;
}

/** How far the baseline lies under the line that the text is hung on, in user units. */
function dropOf(style: Style): number {
  const face = primaryFace(style);
  const size = style.fontSize / PX;
  switch (style.dominantBaseline) {
    case "middle":
      return (face.xHeight / 2) * size;
    case "central":
      return ((face.ascent - face.descent) / 2) * size;
    case "hanging":
      return face.ascent * 0.8 * size;
    case "text-before-edge":
    case "text-top":
      return face.ascent * size;
    case "text-after-edge":
    case "text-bottom":
    case "ideographic":
      return -face.descent * size;
    default:
      return 0;
  }
}
