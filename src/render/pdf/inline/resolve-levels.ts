/** The items of a paragraph in, the embedding level of each of their letters out (UAX #9). */
import { createRequire } from "node:module";
import type { Bidi } from "bidi-js";
import type { InlineItem } from "../boxes/box.js";
import type { Style } from "../css/properties.js";

export interface Directed {
  /** As they came, their directional controls taken out. */
  readonly items: readonly InlineItem[];
  /** By UTF-16 unit of `textOf` the items; undefined when all of it goes from left to right. */
  readonly levels: Levels | undefined;
}

export interface Levels {
  /** Odd: from right to left. */
  readonly own: Uint8Array;
  /** Of the paragraph that the letter stands in: 0 or 1. */
  readonly base: Uint8Array;
  /**
   * By unit that an isolate begins or ends before: the level of that boundary. Without it, two
   * isolates side by side would turn as one.
   */
  readonly parted: ReadonlyMap<number, number>;
}

/** @param block style of the block that holds the items */
export function resolveLevels(items: readonly InlineItem[], block: Style): Directed {
  if (!mayGoLeft(items, block)) return { items: items.map(withoutControls), levels: undefined };
  const marked = new MarkedText(block);
  for (const item of items) marked.add(item);
  const text = marked.text();
  const { levels, paragraphs } = bidi().getEmbeddingLevels(text, baseOf(block));
  const kept = marked.kept;
  const own = Uint8Array.from(kept, (at) => levels[at] ?? 0);
  const base = new Uint8Array(kept.length);
  let index = 0;
  for (const { end, level } of paragraphs) {
    for (; index < kept.length && (kept[index] ?? 0) <= end; index++) base[index] = level;
  }
  const parted = partsOf(text, kept, levels);
  return { items: items.map(withoutControls), levels: { own, base, parted } };
}

function partsOf(
  text: string,
  kept: readonly number[],
  levels: Uint8Array,
): ReadonlyMap<number, number> {
  const parted = new Map<number, number>();
  for (let index = 1; index < kept.length; index++) {
    for (let at = (kept[index - 1] ?? 0) + 1; at < (kept[index] ?? 0); at++) {
      if (!ISOLATES.has(text.charAt(at))) continue;
      parted.set(index, Math.min(parted.get(index) ?? 255, levels[at] ?? 0));
    }
  }
  return parted;
}

const ISOLATES: ReadonlySet<string> = new Set(["\u2066", "\u2067", "\u2068", "\u2069"]);

const OBJECT = "\ufffc";

/** What the item is to the algorithms that read a paragraph as plain text. */
export function textOf(item: InlineItem): string {
  if (item.kind === "text") return item.text;
  return item.kind === "break" ? "\n" : item.kind === "atomic" ? OBJECT : "";
}

let loaded: Bidi | undefined;

/** Most pages never need it. */
function bidi(): Bidi {
  const load = (): Bidi => createRequire(import.meta.url)("bidi-js")();
  loaded ??= load();
  return loaded;
}

/** Letters of scripts that go from right to left, and the controls that ask for it. */
const LEFTWARD =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function mayGoLeft(items: readonly InlineItem[], block: Style): boolean {
  if (block.direction === "rtl") return true;
  return items.some((item) => {
    if (item.kind === "text") return LEFTWARD.test(item.text);
    if (item.kind !== "open") return false;
    const { direction, unicodeBidi } = item.inline.style;
    return direction === "rtl" && unicodeBidi !== "normal";
  });
}

function baseOf({ direction, unicodeBidi }: Style): Style["direction"] | "auto" {
  return unicodeBidi === "plaintext" ? "auto" : direction;
}

function withoutControls(item: InlineItem): InlineItem {
  if (item.kind !== "text" || item.text.search(CONTROLS) < 0) return item;
  return { ...item, text: item.text.replace(CONTROLS, "") };
}

/** The paragraph with the controls that its elements stand for (CSS Writing Modes 4, 2.4.2). */
class MarkedText {
  /** Where each letter that stays was put. */
  readonly kept: number[] = [];
  readonly #parts: string[] = [];
  readonly #open: Controls[] = [];
  #length = 0;

  constructor(block: Style) {
    this.#open.push(overrideOf(block));
    this.#reopen();
  }

  add(item: InlineItem): void {
    if (item.kind === "open") {
      const controls = controlsOf(item.inline.style);
      this.#open.push(controls);
      this.#put(controls.before);
    } else if (item.kind === "close") this.#put(this.#open.pop()?.after ?? "");
    else this.#keep(textOf(item));
    // A forced break ends the paragraph and all that is open in it.
    if (item.kind === "break") this.#reopen();
  }

  text(): string {
    return this.#parts.join("");
  }

  #reopen(): void {
    for (const { before } of this.#open) this.#put(before);
  }

  #put(controls: string): void {
    this.#parts.push(controls);
    this.#length += controls.length;
  }

  #keep(text: string): void {
    const dropped = new Set(Array.from(text.matchAll(CONTROLS), ({ index }) => index));
    for (let at = 0; at < text.length; at++)
      if (!dropped.has(at)) this.kept.push(this.#length + at);
    this.#put(text);
  }
}

interface Controls {
  readonly before: string;
  readonly after: string;
}

function controlsOf(style: Style): Controls {
  const rtl = style.direction === "rtl";
  switch (style.unicodeBidi) {
    case "normal":
      return { before: "", after: "" };
    case "embed":
      return { before: rtl ? "\u202b" : "\u202a", after: "\u202c" };
    case "bidi-override":
      return { before: rtl ? "\u202e" : "\u202d", after: "\u202c" };
    case "isolate":
      return { before: rtl ? "\u2067" : "\u2066", after: "\u2069" };
    case "isolate-override":
      return { before: rtl ? "\u2067\u202e" : "\u2066\u202d", after: "\u202c\u2069" };
    case "plaintext":
      return { before: "\u2068", after: "\u2069" };
  }
}

/** Of a block only the override means anything to its text: it is a paragraph of its own anyway. */
function overrideOf({ direction, unicodeBidi }: Style): Controls {
  const overrides = unicodeBidi === "bidi-override" || unicodeBidi === "isolate-override";
  return { before: overrides ? (direction === "rtl" ? "\u202e" : "\u202d") : "", after: "" };
}
