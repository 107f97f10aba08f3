/** Frames that open and close along a page in, their box marks, anchors and headings out. */
import type { Element } from "domhandler";
import type { Style } from "../css/properties.js";
import { bordersOf } from "../layout/edges.js";
import type { Frame } from "../layout/flow.js";
import { wordsOf } from "../page/parse-page.js";
import { groupOf, isGroup } from "./group-of.js";
import { moveNotes, type NotesSoFar, notesSoFar } from "./move-notes.js";
import { placeReplaced } from "./place-figure.js";
import { type FramePlace, placeOverlays } from "./place-overlays.js";
import type { PlaceFlow, Sheet } from "./sheet.js";

export class OpenFrames {
  readonly #x: number;
  readonly #sheet: Sheet;
  readonly #placeFlow: PlaceFlow;
  readonly #open: OpenFrame[] = [];

  /** @param x pt of the left edge that the frames count from */
  constructor(x: number, sheet: Sheet, placeFlow: PlaceFlow) {
    this.#x = x;
    this.#sheet = sheet;
    this.#placeFlow = placeFlow;
  }

  /** @param starts false when the frame goes on from the page before */
  open(frame: Frame, y: number, starts: boolean): void {
    const { marks } = this.#sheet;
    const group = isGroup(frame.style)
      ? { slot: marks.push(undefined) - 1, before: notesSoFar(this.#sheet) }
      : undefined;
    this.#open.push({ frame, y, starts, group, slot: marks.length });
    if (isVisible(frame.style)) marks.push(undefined);
    if (starts) this.#note(frame, y);
  }

  /** A box without height: only its name and what is laid over it count. */
  pass(frame: Frame, y: number): void {
    this.#note(frame, y);
    const place = { x: this.#x + frame.x, y, height: 0 };
    for (const layer of ["backdrop", "above"] as const) {
      const due = { layer, starts: true, ends: true };
      placeOverlays(frame, place, due, this.#sheet, this.#placeFlow);
    }
  }

  close(count: number, y: number): void {
    for (let closed = 0; closed < count; closed++) this.#finishLast(y, true);
  }

  /** Closes all; @param ends false when they go on on the next page */
  finish(y: number, ends: boolean): void {
    while (this.#open.length > 0) this.#finishLast(y, ends);
  }

  interrupt(y: number): void {
    this.finish(y, false);
  }

  #finishLast(bottom: number, ends: boolean): void {
    const opened = this.#open.pop();
    if (!opened) return;
    const { frame, y, starts, slot, group } = opened;
    const { style, element, width } = frame;
    const x = this.#x + frame.x;
    const height = bottom - y;
    const edges = { top: starts, right: true, bottom: ends, left: true };
    if (isVisible(style)) {
      this.#sheet.marks[slot] = { kind: "box", x, y, width, height, style, element, edges };
    }
    if (frame.replaced && style.visibility === "visible") {
      placeReplaced(frame.replaced, { x, y, width, height }, this.#sheet);
    }
    this.#layOver(opened, { x, y, height }, ends);
    if (group === undefined) return;
    const box = { x, y, width, height };
    const mark = groupOf(style, box, width);
    this.#sheet.marks[group.slot] = mark;
    moveNotes(this.#sheet, group.before, mark.matrix, box);
    this.#sheet.marks.push({ kind: "group-end" });
  }

  /** What depends on the height comes when that is known, under the content too. */
  #layOver({ frame, starts, slot }: OpenFrame, place: FramePlace, ends: boolean): void {
    if (frame.overlays.length === 0) return;
    const { marks } = this.#sheet;
    const below = { ...this.#sheet, marks: [] };
    placeOverlays(frame, place, { layer: "backdrop", starts, ends }, below, this.#placeFlow);
    marks.splice(slot + (isVisible(frame.style) ? 1 : 0), 0, ...below.marks);
    placeOverlays(frame, place, { layer: "above", starts, ends }, this.#sheet, this.#placeFlow);
  }

  #note(frame: Frame, y: number): void {
    const { element, style } = frame;
    if (element) noteElement(element, style, y, this.#sheet);
    if (frame.running) {
      const { name, box } = frame.running;
      this.#sheet.elements.push({ name, value: box, y });
    }
    const place = { x: this.#x + frame.x, y, height: 0 };
    const shown = { layer: "below", starts: true, ends: true } as const;
    placeOverlays(frame, place, shown, this.#sheet, this.#placeFlow);
  }
}

interface OpenFrame {
  readonly frame: Frame;
  readonly y: number;
  readonly starts: boolean;
  /** Where the mark of the group around it will stand, and what was noted before it began. */
  readonly group: { readonly slot: number; readonly before: NotesSoFar } | undefined;
  /** Where its own mark will stand. */
  readonly slot: number;
}

/** What other parts of the file want to know of an element: its name, its words as a heading. */
export function noteElement(element: Element, style: Style, y: number, sheet: Sheet): void {
  if (element.attribs.id) sheet.anchors.push({ id: element.attribs.id, y });
  const level = /^h([1-3])$/.exec(element.name)?.[1];
  if (level) sheet.headings.push({ level: Number(level), text: wordsOf(element), y });
  if (style.stringSet.length > 0) {
    for (const [name, value] of sheet.context.stringsOf(element, style)) {
      sheet.strings.push({ name, value, y });
    }
  }
  for (const { name, value } of style.counterReset) {
    if (name === "page") sheet.pageNumbers.push(value);
  }
}

/** Whether there is anything of the box itself to paint. */
export function isVisible(style: Style): boolean {
  const borders = bordersOf(style);
  if (style.visibility !== "visible") return false;
  return (
    style.backgroundColor !== "transparent" ||
    borders.top + borders.right + borders.bottom + borders.left > 0
  );
}
