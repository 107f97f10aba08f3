/**
 * Finished pages in; out comes which marks are one sequence, and which node of the page's element
 * tree each sequence belongs to. Sequences keep the order of painting, nodes that of reading.
 */
import { type ChildNode, type Element, isTag, type Text } from "domhandler";
import type { TextOrigin } from "../boxes/box.js";
import type { LineText } from "../inline/build-line.js";
import { isLeftward } from "../inline/is-leftward.js";
import type { Mark, Page, Rectangle, TextMark } from "../pages/page.js";
import { remember } from "../remember.js";
import type { Meaning, Meanings } from "./meanings.js";
import { groupsOthers } from "./node-builder.js";
import { OpenGroups } from "./open-groups.js";
import type { ArtifactKind, ContentReference, PlacedBox } from "./structure.js";

export type Owner = StateOwner | ArtifactOwner | TextOwner;

interface StateOwner {
  readonly kind: "state";
}

interface ArtifactOwner {
  readonly kind: "artifact";
  readonly artifact: ArtifactKind;
}

/** Words or a picture of one structure element. */
interface TextOwner {
  readonly kind: "content";
  readonly holder: Meaning;
  /** The block of text, so that two of them do not run together. */
  readonly paragraph: object | undefined;
  readonly isMarker: boolean;
  /** The footnote that the words call, which stand in the element around it. */
  readonly called: Element | undefined;
}

export interface DraftSequence {
  readonly owner: Owner;
  /** Of content: its MCID. */
  readonly id: number;
  readonly marks: Mark[];
}

/** Where in an element, or in which text node, a sequence begins. */
export type Slot = Exclude<TextOrigin, Text>;

export interface PlacedContent {
  readonly reference: ContentReference;
  readonly paragraph: object | undefined;
  /** The first words of the sequence. */
  readonly piece: LineText | undefined;
}

export interface Content {
  readonly pages: readonly (readonly DraftSequence[])[];
  at(node: ChildNode, slot?: Slot): readonly PlacedContent[];
  /** Where a picture stands, on the first page that has any of it. */
  boxOf(element: Element): PlacedBox | undefined;
}

export function gatherContent(pages: readonly Page[], meanings: Meanings): Content {
  const bySlot = new Map<ChildNode, Map<Slot | "words", PlacedContent[]>>();
  const boxes = new Map<Element, PlacedBox>();
  const sequences = pages.map((page, index) => {
    const sequencer = new Sequencer();
    const groups = new OpenGroups();
    const beside = linesBeside(page.marks);
    for (const part of page.marks.flatMap((mark) => partsOf(mark, meanings, beside))) {
      const id = sequencer.add(part);
      const { mark } = part;
      groups.follow(mark);
      if (mark.kind === "image") grow(boxes, mark.element, index, groups.seen(mark));
      if (mark.kind === "drawing") grow(boxes, mark.element, index, groups.seen(mark.place));
      if (id === undefined || !("node" in part)) continue;
      const slots = remember(bySlot, part.node, () => new Map<Slot | "words", PlacedContent[]>());
      const { paragraph } = part.owner;
      const reference = { kind: "content" as const, page: index, id };
      remember(slots, part.slot, () => []).push({ reference, paragraph, piece: part.piece });
    }
    return sequencer.sequences;
  });
  return {
    pages: sequences,
    at: (node, slot) => asRead(bySlot.get(node)?.get(slot ?? "words") ?? []),
    boxOf: (element) => boxes.get(element),
  };
}

/** Painted in the order seen; read in the order written. */
function asRead(contents: readonly PlacedContent[]): readonly PlacedContent[] {
  const orderOf = ({ piece }: PlacedContent) => piece?.piece.order ?? 0;
  return contents.length > 1 ? contents.toSorted((a, b) => orderOf(a) - orderOf(b)) : contents;
}

interface Part {
  readonly owner: TextOwner;
  readonly mark: Mark;
  readonly node: ChildNode;
  readonly slot: Slot | "words";
  readonly piece: LineText | undefined;
  /** Joins no other part, so that it can be listed where it is read. */
  readonly isAlone: boolean;
}

/** A mark, or a line of text cut where its words belong to another structure element. */
function partsOf(
  mark: Mark,
  meanings: Meanings,
  beside: ReadonlySet<Mark>,
): readonly (Part | ArtifactPart)[] {
  const { furniture, kind } = mark;
  if (furniture && kind !== "group" && kind !== "group-end") {
    return [{ owner: { kind: "artifact", artifact: furniture }, mark }];
  }
  switch (mark.kind) {
    case "box":
    case "rule":
      return [{ owner: LAYOUT, mark }];
    case "group":
    case "group-end":
      return [{ owner: STATE, mark }];
    case "image":
    case "drawing": {
      const owner = ownerOf(mark.element, undefined, undefined, meanings);
      if (owner.kind !== "content") return [{ owner, mark }];
      return [
        { owner, mark, node: mark.element, slot: "before", piece: undefined, isAlone: false },
      ];
    }
    case "text":
      return cutLine(mark, meanings, beside.has(mark));
  }
}

interface ArtifactPart {
  readonly owner: StateOwner | ArtifactOwner;
  readonly mark: Mark;
}

const STATE = { kind: "state" } as const;
const LAYOUT = { kind: "artifact", artifact: "layout" } as const;

/** Lines from right to left that the next one stands at the left of, as the cells of a row do. */
function linesBeside(marks: readonly Mark[]): ReadonlySet<Mark> {
  const lines = marks.filter((mark) => mark.kind === "text");
  return new Set(lines.filter((line, index) => isBeside(line, lines[index + 1])));
}

function isBeside(line: TextMark, next: TextMark | undefined): boolean {
  const [first] = line.pieces;
  const [following] = next?.pieces ?? [];
  if (!first || !next || !following || !isLeftward(line.pieces)) return false;
  const rise = next.y + following.y - line.y - first.y;
  const { fontSize } = first.piece.source.style;
  return next.x + following.x < line.x + first.x && Math.abs(rise) < fontSize / 2;
}

/**
 * Cuts a line where its words belong to another structure element and, on a line of both directions,
 * where the direction turns: such runs follow one another as they are read.
 *
 * @param hasBeside whether the next line of text stands at its left
 */
function cutLine(
  line: TextMark,
  meanings: Meanings,
  hasBeside: boolean,
): readonly (Part | ArtifactPart)[] {
  if (isBlank(line, meanings)) return [{ owner: LAYOUT, mark: line }];
  const backwards = line.pieces.map((_, index) => isBackwards(line.pieces, index));
  const isMixed = backwards.some((each) => each !== backwards[0]);
  const runs: { owner: Owner; pieces: LineText[] }[] = [];
  for (const [index, placed] of line.pieces.entries()) {
    const { element, origin } = placed.piece.source;
    const owner = element ? ownerOf(element, origin, line.paragraph, meanings) : LAYOUT;
    const last = runs.at(-1);
    const turns = backwards[index] !== backwards[index - 1];
    if (last && isSame(last.owner, owner) && !turns) last.pieces.push(placed);
    else runs.push({ owner, pieces: [placed] });
  }
  if (backwards.includes(true)) runs.sort((a, b) => orderOf(a.pieces) - orderOf(b.pieces));
  return runs.map(({ owner, pieces }, index) => {
    const isEnd = index === runs.length - 1;
    const next = runs[index + 1];
    const spaceAfter = (isEnd && (hasBeside || losesSpace(pieces))) || undefined;
    const joinsNext = (next && firstRead(next.pieces)?.piece.isSpace === false) || undefined;
    const kept = runs.length === 1 ? line.pieces : pieces.slice();
    const { x, y, paragraph } = line;
    const mark: TextMark = { kind: "text", x, y, pieces: kept, spaceAfter, joinsNext, paragraph };
    const piece = firstRead(pieces);
    const { element, origin } = piece?.piece.source ?? {};
    if (owner.kind !== "content" || !element) return { owner: LAYOUT, mark };
    const place =
      typeof origin === "object"
        ? { node: origin, slot: "words" as const }
        : { node: element, slot: origin ?? ("before" as const) };
    return { owner, mark, ...place, piece, isAlone: isMixed && runs.length > 1 };
  });
}

/** A space between two small boxes, outside of any paragraph: it keeps no words apart. */
function isBlank({ pieces }: TextMark, meanings: Meanings): boolean {
  return pieces.every(({ piece: { isSpace, source } }) => {
    const holder = source.element && meanings.get(source.element)?.holder;
    return isSpace && holder?.type !== undefined && groupsOthers(holder.type);
  });
}

/** Whether a piece is read with the words at its right; figures among such words are. */
function isBackwards(pieces: readonly LineText[], index: number): boolean {
  const { level, text, order } = pieces[index]?.piece ?? NO_PIECE;
  if (level % 2 === 1) return true;
  if (level === 0 || !/\p{N}/u.test(text) || /\p{L}/u.test(text)) return false;
  const before = pieces[index - 1]?.piece ?? NO_PIECE;
  const after = pieces[index + 1]?.piece ?? NO_PIECE;
  const follows = before.level === level && before.order < order;
  const leads = after.level === level && after.order > order;
  return !follows && !leads;
}

const NO_PIECE = { level: -1, text: "", order: 0 };

function orderOf(pieces: readonly LineText[]): number {
  return firstRead(pieces)?.piece.order ?? 0;
}

function firstRead(pieces: readonly LineText[]): LineText | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  return first && last && last.piece.order < first.piece.order ? last : first;
}

function lastRead(pieces: readonly LineText[]): LineText | undefined {
  const [first] = pieces;
  const last = pieces.at(-1);
  return first && last && last.piece.order < first.piece.order ? first : last;
}

/** A line that ends after a letter, and not where one word may be broken, ends at a space. */
function losesSpace(pieces: readonly LineText[]): boolean {
  const last = lastRead(pieces);
  if (!last) return false;
  const { baseLevel, breakAfter, isSpace, source } = last.piece;
  return baseLevel === 0 && !breakAfter && !isSpace && source.origin !== "marker";
}

function ownerOf(
  element: Element,
  origin: TextOrigin | undefined,
  paragraph: object | undefined,
  meanings: Meanings,
): Owner {
  const called = origin === "footnote-call" ? element : undefined;
  const around = called && element.parent && isTag(element.parent) ? element.parent : element;
  const meaning = meanings.get(around);
  if (!meaning || meaning.isHidden) return LAYOUT;
  const isMarker = origin === "marker" || origin === "footnote-marker";
  return { kind: "content", holder: meaning.holder, paragraph, isMarker, called };
}

function isSame(one: Owner, other: Owner): boolean {
  if (one.kind === "state" || other.kind === "state") return one.kind === other.kind;
  if (one.kind === "artifact" || other.kind === "artifact") {
    return one.kind === "artifact" && other.kind === "artifact" && one.artifact === other.artifact;
  }
  return (
    one.holder === other.holder &&
    one.isMarker === other.isMarker &&
    one.called === other.called &&
    one.paragraph === other.paragraph
  );
}

/** Joins the parts of one page that follow one another and mean the same. */
class Sequencer {
  readonly sequences: DraftSequence[] = [];
  #contents = 0;
  #isClosed = false;

  /** @returns the MCID of a sequence that begins with this part */
  add({ owner, mark, ...part }: Part | ArtifactPart): number | undefined {
    const last = this.sequences.at(-1);
    const isAlone = "isAlone" in part && part.isAlone;
    const isClosed = this.#isClosed || isAlone;
    this.#isClosed = isAlone;
    if (last && !isClosed && isSame(last.owner, owner)) {
      last.marks.push(mark);
      return undefined;
    }
    const id = owner.kind === "content" ? this.#contents++ : 0;
    this.sequences.push({ owner, id, marks: [mark] });
    return owner.kind === "content" ? id : undefined;
  }
}

function grow(
  boxes: Map<Element, PlacedBox>,
  element: Element,
  page: number,
  { x, y, width, height }: Rectangle,
): void {
  const known = boxes.get(element);
  if (known && known.page !== page) return;
  boxes.set(element, {
    page,
    left: Math.min(known?.left ?? x, x),
    top: Math.min(known?.top ?? y, y),
    right: Math.max(known?.right ?? 0, x + width),
    bottom: Math.max(known?.bottom ?? 0, y + height),
  });
}
