/**
 * Finished pages in; out comes which marks are one sequence, and which node of the page's element
 * tree each sequence belongs to. Sequences keep the order of painting, nodes that of reading.
 */
import type { ChildNode, Element, Text } from "domhandler";
import type { TextOrigin } from "../boxes/box.js";
import type { Mark, Page, PlacedPiece, Rectangle, TextMark } from "../pages/page.js";
import { remember } from "../remember.js";
import type { Meaning, Meanings } from "./meanings.js";
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
  readonly piece: PlacedPiece | undefined;
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
    for (const part of page.marks.flatMap((mark) => partsOf(mark, meanings))) {
      const id = sequencer.add(part);
      if (part.mark.kind === "image") grow(boxes, part.mark.element, index, part.mark);
      if (part.mark.kind === "drawing") grow(boxes, part.mark.element, index, part.mark.place);
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
    at: (node, slot) => bySlot.get(node)?.get(slot ?? "words") ?? [],
    boxOf: (element) => boxes.get(element),
  };
}

interface Part {
  readonly owner: TextOwner;
  readonly mark: Mark;
  readonly node: ChildNode;
  readonly slot: Slot | "words";
  readonly piece: PlacedPiece | undefined;
}

/** A mark, or a line of text cut where its words belong to another structure element. */
function partsOf(mark: Mark, meanings: Meanings): readonly (Part | ArtifactPart)[] {
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
      return [{ owner, mark, node: mark.element, slot: "before", piece: undefined }];
    }
    case "text":
      return cutLine(mark, meanings);
  }
}

interface ArtifactPart {
  readonly owner: StateOwner | ArtifactOwner;
  readonly mark: Mark;
}

const STATE = { kind: "state" } as const;
const LAYOUT = { kind: "artifact", artifact: "layout" } as const;

function cutLine(line: TextMark, meanings: Meanings): readonly (Part | ArtifactPart)[] {
  const runs: { owner: Owner; pieces: PlacedPiece[] }[] = [];
  for (const placed of line.pieces) {
    const { element, origin } = placed.piece.source;
    const owner = element ? ownerOf(element, origin, line.paragraph, meanings) : LAYOUT;
    const last = runs.at(-1);
    if (last && isSame(last.owner, owner)) last.pieces.push(placed);
    else runs.push({ owner, pieces: [placed] });
  }
  return runs.map(({ owner, pieces }) => {
    const mark = { ...line, pieces };
    const [piece] = pieces;
    const { element, origin } = piece?.piece.source ?? {};
    if (owner.kind !== "content" || !element) return { owner: LAYOUT, mark };
    return typeof origin === "object"
      ? { owner, mark, node: origin, slot: "words" as const, piece }
      : { owner, mark, node: element, slot: origin ?? "before", piece };
  });
}

function ownerOf(
  element: Element,
  origin: TextOrigin | undefined,
  paragraph: object | undefined,
  meanings: Meanings,
): Owner {
  const meaning = meanings.get(element);
  if (!meaning || meaning.isHidden) return LAYOUT;
  return { kind: "content", holder: meaning.holder, paragraph, isMarker: origin === "marker" };
}

function isSame(one: Owner, other: Owner): boolean {
  if (one.kind === "state" || other.kind === "state") return one.kind === other.kind;
  if (one.kind === "artifact" || other.kind === "artifact") {
    return one.kind === "artifact" && other.kind === "artifact" && one.artifact === other.artifact;
  }
  return (
    one.holder === other.holder &&
    one.isMarker === other.isMarker &&
    one.paragraph === other.paragraph
  );
}

/** Joins the parts of one page that follow one another and mean the same. */
class Sequencer {
  readonly sequences: DraftSequence[] = [];
  #contents = 0;

  /** @returns the MCID of a sequence that begins with this part */
  add({ owner, mark }: Part | ArtifactPart): number | undefined {
    const last = this.sequences.at(-1);
    if (last && isSame(last.owner, owner)) {
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
