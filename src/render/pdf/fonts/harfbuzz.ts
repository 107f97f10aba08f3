/**
 * The bytes of a font in, a shaper for any script out: HarfBuzz, called at its C interface.
 *
 * Its own wrapper can only be awaited; the few calls needed here are made directly, so that it is
 * loaded in the middle of a line, at the first word that needs it, and by no page without one.
 */
import { remember } from "../remember.js";
import type { Direction } from "./face.js";
import { copyIn, openWasm, type WasmExports } from "./wasm.js";

/** Lengths in font units; y grows upwards. */
export interface PlacedGlyph {
  readonly id: number;
  /** UTF-16 offset of the first letter of the cluster that the glyph belongs to. */
  readonly cluster: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface HarfBuzzRun {
  readonly direction: Direction;
  /** BCP 47. */
  readonly language: string;
  /** By OpenType tag; 0 switches a feature off. */
  readonly features: Readonly<Record<string, number>>;
}

export interface HarfBuzzFont {
  /** @returns glyphs from left to right */
  shape(text: string, run: HarfBuzzRun): readonly PlacedGlyph[];
}

export function openHarfBuzzFont(bytes: Uint8Array): HarfBuzzFont {
  harfBuzz ??= load();
  const opened = harfBuzz;
  const { wasm } = opened;
  const blob = wasm.hb_blob_create(copyIn(wasm, bytes), bytes.length, WRITABLE, 0, 0);
  const face = wasm.hb_face_create(blob, 0);
  const font = wasm.hb_font_create(face);
  return { shape: (text, run) => shape(opened, font, text, run) };
}

interface HarfBuzz {
  readonly wasm: Wasm;
  /** One for all: nothing of a word is left in it for the next. */
  readonly buffer: number;
  readonly languages: Map<string, number>;
}

let harfBuzz: HarfBuzz | undefined;

function load(): HarfBuzz {
  const wasm = openWasm<Wasm>("harfbuzzjs/dist/harfbuzz.wasm");
  wasm.__wasm_call_ctors();
  return { wasm, buffer: wasm.hb_buffer_create(), languages: new Map() };
}

/** `HB_MEMORY_MODE_WRITABLE`: the blob keeps the bytes where they are. */
const WRITABLE = 2;
/** `hb_direction_t`. */
const DIRECTIONS: Readonly<Record<Direction, number>> = { ltr: 4, rtl: 5 };
/** `HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES`: a mark is in the cluster of its letter. */
const GRAPHEMES = 0;

/** Size of `hb_glyph_info_t` and of `hb_glyph_position_t`, in 32-bit words. */
const STRIDE = 5;

function shape(
  { wasm, buffer, languages }: HarfBuzz,
  font: number,
  text: string,
  { direction, language, features }: HarfBuzzRun,
): readonly PlacedGlyph[] {
  wasm.hb_buffer_clear_contents(buffer);
  const letters = copyIn(wasm, utf16(text));
  wasm.hb_buffer_add_utf16(buffer, letters, text.length, 0, text.length);
  wasm.free(letters);
  wasm.hb_buffer_set_cluster_level(buffer, GRAPHEMES);
  wasm.hb_buffer_set_direction(buffer, DIRECTIONS[direction]);
  const known = remember(languages, language, () => readLanguage(wasm, language));
  wasm.hb_buffer_set_language(buffer, known);
  wasm.hb_buffer_guess_segment_properties(buffer);
  const settings = Object.entries(features);
  const list = copyIn(wasm, featureList(settings));
  wasm.hb_shape(font, buffer, list, settings.length);
  wasm.free(list);
  return readGlyphs(wasm, buffer);
}

function readGlyphs(wasm: Wasm, buffer: number): readonly PlacedGlyph[] {
  const infos = wasm.hb_buffer_get_glyph_infos(buffer, 0) / 4;
  const positions = wasm.hb_buffer_get_glyph_positions(buffer, 0) / 4;
  const words = new Int32Array(wasm.memory.buffer);
  const at = (index: number) => words[index] ?? 0;
  return Array.from({ length: wasm.hb_buffer_get_length(buffer) }, (_, index) => {
    const info = infos + STRIDE * index;
    const position = positions + STRIDE * index;
    return {
      id: at(info),
      cluster: at(info + 2),
      advance: at(position),
      xOffset: at(position + 2),
      yOffset: at(position + 3),
    };
  });
}

/** `hb_feature_t` of each: tag, value, and the whole text as its range. */
function featureList(features: readonly (readonly [string, number])[]): Uint8Array {
  const words = features.flatMap(([tag, value]) => [tagNumber(tag), value, 0, 0xffffffff]);
  return new Uint8Array(Uint32Array.from(words).buffer);
}

function tagNumber(tag: string): number {
  return [0, 1, 2, 3].reduce((sum, at) => sum * 256 + (tag.padEnd(4).charCodeAt(at) & 0xff), 0);
}

function readLanguage(wasm: Wasm, tag: string): number {
  const name = new TextEncoder().encode(tag);
  const at = copyIn(wasm, name);
  const language = wasm.hb_language_from_string(at, name.length);
  wasm.free(at);
  return language;
}

function utf16(text: string): Uint8Array {
  const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return new Uint8Array(units.buffer);
}

/** What `harfbuzz.wasm` exports, as far as it is called here; numbers are addresses and lengths. */
interface Wasm extends WasmExports {
  __wasm_call_ctors(): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, free: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_font_create(face: number): number;
  hb_font_destroy(font: number): void;
  hb_language_from_string(text: number, length: number): number;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(
    buffer: number,
    text: number,
    length: number,
    itemOffset: number,
    itemLength: number,
  ): void;
  hb_buffer_set_cluster_level(buffer: number, level: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_set_language(buffer: number, language: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}
