/** The parts we use of packages that bring no types, or none for the entry point we load. */

declare module "css-tree/parser" {
  import type { parse } from "css-tree";

  export type { ParseOptions, SyntaxParseError } from "css-tree";

  const parseCss: typeof parse;
  export default parseCss;
}

declare module "linebreak" {
  /** UAX #14 break opportunities of one text, in order. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module "fontkit" {
  export interface Subset {
    readonly glyphs: number[];
    encode(): Uint8Array;
  }
  export interface Glyph {
    readonly id: number;
  }
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly { readonly xAdvance: number }[];
  }
  export interface Font {
    readonly unitsPerEm: number;
    createSubset(): Subset;
    layout(text: string, features?: Readonly<Record<string, boolean>>): GlyphRun;
  }
  export function create(bytes: Uint8Array): Font;
}

declare module "pdfkit" {
  import type { Readable } from "node:stream";

  export interface Outline {
    addItem(
      title: string,
      options: { fit: false; top: number; left: number; zoom: number; expanded?: boolean },
    ): Outline;
  }
  /** An object of the file; strings in its data are names, `String` objects are text. */
  export interface Reference {
    readonly id: number;
    readonly data: Record<string, unknown>;
    /** Writes the object, after which its data no longer counts. */
    end(bytes?: Uint8Array): void;
  }
  export interface Page {
    readonly width: number;
    readonly height: number;
    readonly dictionary: Reference;
    readonly fonts: Record<string, unknown>;
    readonly ext_gstates: Record<string, Reference>;
    readonly annotations: readonly Reference[];
  }
  export default class PDFDocument extends Readable {
    constructor(options: {
      readonly pdfVersion: string;
      readonly lang: string;
      readonly displayTitle: boolean;
      readonly autoFirstPage: false;
      readonly font: null;
      readonly margin: 0;
      readonly tagged?: boolean;
      readonly subset?: "PDF/A-3a";
      readonly info: Readonly<Record<string, string | Date>>;
    });
    readonly page: Page;
    readonly outline: Outline;
    ref(data: object): Reference;
    addPage(options: { size: readonly [number, number]; margin: 0 }): this;
    addContent(operators: string): this;
    addNamedEmbeddedFile(name: string, file: Reference): void;
    addNamedDestination(name: string, fit: "XYZ", left: number, top: number, zoom: null): void;
    goTo(x: number, y: number, w: number, h: number, name: string, options: object): this;
    link(x: number, y: number, w: number, h: number, url: string, options: object): this;
    font(source: object): this;
    image(
      bytes: Uint8Array,
      x: number,
      y: number,
      options: { width: number; height: number; ignoreOrientation: boolean },
    ): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    ellipse(x: number, y: number, rx: number, ry: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    closePath(): this;
    path(d: string): this;
    clip(): this;
    opacity(share: number): this;
    fillOpacity(share: number): this;
    strokeOpacity(share: number): this;
    lineCap(cap: "butt" | "round" | "square"): this;
    lineJoin(join: "miter" | "round" | "bevel"): this;
    lineWidth(width: number): this;
    fill(color: string, rule?: "even-odd" | "non-zero"): this;
    stroke(color: string): this;
    fillAndStroke(fill: string, stroke: string, rule?: "even-odd" | "non-zero"): this;
    end(): void;
  }
}

/** The runtime has it, the types of the language and of Node do not. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, object>>);
    readonly exports: object;
  }
}
