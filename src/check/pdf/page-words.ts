/**
 * One page of a PDF in, the words that its content shows out, each with the mark that it stands in
 * and with what would keep a reader from seeing it (ISO 32000-1, 9.4 and 14.6).
 */

import {
  bytesOf,
  isDictionary,
  isOperator,
  nameOf,
  type PdfDictionary,
  PdfError,
  type PdfFile,
  type PdfValue,
  Tokens,
  textOf,
} from "../../pdf/index.js";
import { type GlyphWords, readGlyphWords } from "./glyph-words.js";
import { Ink, type Place } from "./ink.js";
import { type Matrix, multiply, UNCHANGED } from "./matrix.js";

/** The structure element that words belong to, or the furniture of the page. */
export type WordMark =
  | { readonly kind: "content"; readonly id: number }
  | { readonly kind: "header" | "footer" | "repeated" | "layout" }
  | { readonly kind: "none" };

/** Why words of the file are not words that a reader sees, or the other way round. */
export type Concealment =
  | "invisible"
  | "tiny"
  | "faint"
  | "covered"
  | "outside"
  | "spelled otherwise"
  | "without letters";

export interface ShownWords {
  readonly mark: WordMark;
  readonly text: string;
  readonly place: Place;
  readonly concealed: Concealment | null;
}

export interface PageWords {
  readonly shown: readonly ShownWords[];
  /** What this program never writes: forms, inline pictures, unknown operators. */
  readonly foreign: readonly string[];
  /** Pictures of samples that it shows. */
  readonly pictures: number;
}

/** Shown strings of one page: the densest has some hundreds. */
const MOST_SHOWN = 50_000;
/** Thousandths of the size by which a letter follows another; what is farther begins a new string. */
const FARTHEST = 1100;
/** Points: smaller letters are not read. */
const SMALLEST = 2;

export function readPageWords(file: PdfFile, page: PdfDictionary): PageWords {
  const streams = file.list(page.entries.get("Contents")).map((part) => {
    return file.unpack(file.dictionary(part));
  });
  const content = Buffer.concat(streams.flatMap((part) => [part, Buffer.from("\n")]));
  const reading = new PageReading(file, page);
  reading.read(new Tokens(content));
  return reading.words();
}

interface GraphicsState {
  readonly matrix: Matrix;
  readonly font: GlyphWords | undefined;
  readonly size: number;
  readonly mode: number;
}

const START: GraphicsState = { matrix: UNCHANGED, font: undefined, size: 0, mode: 0 };
const DEEPEST = 256;

class PageReading {
  readonly #file: PdfFile;
  readonly #resources: PdfDictionary | undefined;
  readonly #ink: Ink;
  readonly #fonts = new Map<string, GlyphWords>();
  readonly #shown: { mark: WordMark; text: string; place: Place; concealed: Concealment | null }[] =
    [];
  readonly #foreign = new Set<string>();
  readonly #marks: { readonly mark: WordMark; readonly spelled: string | undefined }[] = [];
  readonly #saved: GraphicsState[] = [];
  #pictures = 0;
  #state = START;
  #text: Matrix = UNCHANGED;
  /** What stands inside of a mark that gives its words by themselves. */
  #glyphs = "";

  constructor(file: PdfFile, page: PdfDictionary) {
    this.#file = file;
    this.#resources = file.dictionary(page, "Resources");
    const box = file.list(file.get(page, "CropBox") ?? null);
    const media = box.length === 4 ? box : file.list(file.get(page, "MediaBox"));
    const [left = 0, bottom = 0, right = 612, top = 792] = media.map(Number);
    this.#ink = new Ink(file, this.#resources, { left, bottom, right, top });
  }

  words(): PageWords {
    const shown = this.#shown.map((words) =>
      words.concealed === null && this.#ink.covers(words.place)
        ? { ...words, concealed: "covered" as const }
        : words,
    );
    if (this.#ink.isStrange) this.#foreign.add("a mask or a blend");
    return { shown, foreign: [...this.#foreign], pictures: this.#pictures };
  }

  read(tokens: Tokens): void {
    let operands: PdfValue[] = [];
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (!isOperator(token)) operands.push(token);
      else {
        this.#obey(token.word, operands);
        operands = [];
      }
    }
  }

  #obey(word: string, operands: readonly PdfValue[]): void {
    switch (word) {
      case "q":
        if (this.#saved.length >= DEEPEST) throw new PdfError("a page nests too deep");
        this.#saved.push(this.#state);
        this.#ink.save();
        break;
      case "Q":
        this.#state = this.#saved.pop() ?? this.#state;
        this.#ink.restore();
        break;
      case "cm":
        this.#state = { ...this.#state, matrix: multiply(numbers(operands), this.#state.matrix) };
        break;
      case "BT":
        this.#text = UNCHANGED;
        break;
      case "ET":
        break;
      case "BDC":
      case "BMC":
        this.#open(operands);
        break;
      case "EMC":
        this.#close();
        break;
      case "Tf":
        this.#setFont(nameOf(operands[0]) ?? "", Number(operands[1]));
        break;
      case "Tr":
        this.#state = { ...this.#state, mode: Number(operands[0]) };
        break;
      case "Tm":
        this.#text = numbers(operands);
        break;
      case "Td":
        this.#text = multiply([1, 0, 0, 1, Number(operands[0]), Number(operands[1])], this.#text);
        break;
      case "TJ":
      case "Tj":
        this.#show(operands);
        break;
      case "Do":
        if (this.#isPicture(nameOf(operands[0]) ?? "")) this.#pictures += 1;
        else this.#foreign.add("a form of its own");
        break;
      default:
        if (!this.#ink.obey(word, operands, this.#state.matrix)) this.#foreign.add(word);
    }
  }

  #isPicture(name: string): boolean {
    return nameOf(this.#file.get(this.#resources, "XObject", name, "Subtype")) === "Image";
  }

  #setFont(name: string, size: number): void {
    let font = this.#fonts.get(name);
    if (font === undefined) {
      font = readGlyphWords(this.#file, this.#file.dictionary(this.#resources, "Font", name));
      this.#fonts.set(name, font);
    }
    this.#state = { ...this.#state, font, size };
  }

  /** A mark without a number of its own belongs to the one around it. */
  #open([tag, properties]: readonly PdfValue[]): void {
    const around = this.#marks.at(-1);
    const entries = isDictionary(properties) ? properties.entries : new Map<string, PdfValue>();
    const id = entries.get("MCID");
    const spelled = textOf(entries.get("ActualText"));
    const mark: WordMark =
      nameOf(tag) === "Artifact"
        ? { kind: furnitureOf(entries) }
        : typeof id === "number"
          ? { kind: "content", id }
          : (around?.mark ?? { kind: "none" });
    if (spelled !== undefined) this.#glyphs = "";
    this.#marks.push({ mark, spelled });
  }

  #close(): void {
    const closed = this.#marks.pop();
    if (closed?.spelled === undefined) return;
    const isSame = lettersOf(closed.spelled) === lettersOf(this.#glyphs);
    this.#add(closed.spelled, isSame ? null : "spelled otherwise");
  }

  #show(operands: readonly PdfValue[]): void {
    const [first] = operands;
    const items = typeof first === "object" && first?.kind === "array" ? first.items : operands;
    if (items.some((item) => typeof item === "number" && Math.abs(item) > FARTHEST)) {
      this.#foreign.add("letters that are moved away");
    }
    const codes = Buffer.concat(items.flatMap((item) => bytesOf(item) ?? []));
    const words = this.#state.font?.wordsOf(codes) ?? null;
    if (this.#marks.some(({ spelled }) => spelled !== undefined)) {
      this.#glyphs += words ?? "";
      return;
    }
    this.#add(words ?? "", words === null ? "without letters" : this.#concealment());
  }

  #concealment(): Concealment | null {
    const { size, mode, matrix } = this.#state;
    const [a, b, c, d] = multiply(this.#text, matrix);
    if (mode === 3 || mode === 7) return "invisible";
    if (!(size * Math.sqrt(Math.abs(a * d - b * c)) >= SMALLEST)) return "tiny";
    const place = this.#place();
    if (this.#ink.isOutside(place)) return "outside";
    const isRead = this.#marks.at(-1)?.mark.kind === "content";
    return this.#ink.isFaint(place, isRead) ? "faint" : null;
  }

  #place(): Place {
    const [, , , , x, y] = multiply(this.#text, this.#state.matrix);
    return { x, y, order: this.#ink.order };
  }

  #add(text: string, concealed: Concealment | null): void {
    if (this.#shown.length >= MOST_SHOWN) throw new PdfError("a page holds too many words");
    if (text === "" && concealed !== "without letters") return;
    const mark = this.#marks.at(-1)?.mark ?? { kind: "none" };
    const isBlank = text.trim() === "" && concealed !== "without letters";
    this.#shown.push({ mark, text, place: this.#place(), concealed: isBlank ? null : concealed });
  }
}

function furnitureOf(entries: ReadonlyMap<string, PdfValue>) {
  const kind = nameOf(entries.get("Subtype"));
  if (kind === "Header") return "header";
  if (kind === "Footer") return "footer";
  return nameOf(entries.get("Type")) === "Pagination" ? "repeated" : "layout";
}

function numbers(operands: readonly PdfValue[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = operands.map(Number);
  return [a, b, c, d, e, f];
}

/** Letters in any order: words from right to left are painted as they are seen. */
function lettersOf(text: string): string {
  return [...text.normalize("NFKC").replace(/[\s\u00ad\p{Cf}-]/gu, "")].sort().join("");
}
