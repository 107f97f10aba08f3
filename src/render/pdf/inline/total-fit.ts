/**
 * The pieces of a justified paragraph and a measure in, the pieces of each line out: broken where
 * the spaces of all lines together are most even (Knuth & Plass, Breaking Paragraphs into Lines,
 * 1981). Places for hyphens are only looked for near the ends of lines.
 */
import type { Measure } from "./break-lines.js";
import { isDivisible } from "./first-fit.js";
import { hyphenateAt, hyphenPointsOf } from "./hyphenate.js";
import { type Opportunity, ParagraphWidths, START } from "./paragraph-widths.js";
import type { SizedPiece, TextPiece } from "./piece.js";
import {
  countStacked,
  fitnessOf,
  LOOSEST,
  mayFormRivers,
  type RatedLine,
  rateLine,
  ratioOf,
} from "./rate-line.js";
import { isSeen, trimEnd } from "./trim-line.js";

/** @returns undefined when the first fit is all that can be had */
export function fitTotal(
  pieces: readonly SizedPiece[],
  measure: Measure,
): readonly (readonly SizedPiece[])[] | undefined {
  const narrowest = Math.min(measure(0), measure(1));
  const isAbsurd = pieces.some(
    (piece) =>
      isLeader(piece) ||
      (piece.kind === "text" && piece.tab !== undefined) ||
      (piece.width > narrowest && isDivisible(piece) && hyphenPointsOf(piece).length === 0) ||
      isOfManyLines(piece, narrowest),
  );
  if (isAbsurd || !pieces.some(isSeen)) return undefined;
  return takeLines(pieces, new Paragraph(pieces, measure).fit());
}

/** Has to be cut more than once, and is cut once at most here. */
function isOfManyLines(piece: SizedPiece, line: number): boolean {
  return piece.kind === "text" && piece.width > 1.5 * line && hyphenPointsOf(piece).length > 1;
}

/** Takes all the room that there is, so no space has any to gain. */
function isLeader(piece: SizedPiece): boolean {
  return piece.kind === "text" && piece.source.leader !== undefined;
}

interface StretchedLine extends RatedLine {
  /** By which share of their width the spaces of the line are stretched. */
  readonly shift: number;
}

/** The best way known to end a line at an opportunity. */
interface Node extends StretchedLine {
  readonly at: Opportunity;
  readonly before: Node | undefined;
  /** How many lines end here or earlier. */
  readonly lines: number;
  readonly demerits: number;
  /** The last place that would make a very loose line, should nothing better come. */
  loose: Opportunity | undefined;
}

const BEGIN: Node = {
  at: START,
  before: undefined,
  ratio: 0,
  isHyphenated: false,
  shift: 0,
  lines: 0,
  demerits: 0,
  loose: undefined,
};

class Paragraph {
  readonly #pieces: readonly SizedPiece[];
  readonly #measure: Measure;
  readonly #measures: number[] = [];
  readonly #widths = new ParagraphWidths();
  #active: readonly Node[] = [{ ...BEGIN }];

  constructor(pieces: readonly SizedPiece[], measure: Measure) {
    this.#pieces = pieces;
    this.#measure = measure;
  }

  fit(): Node | undefined {
    const last = this.#pieces.length - 1;
    for (const [index, piece] of this.#pieces.entries()) {
      if (piece.kind === "text" && !piece.isSpace) this.#hyphenate(piece, index);
      this.#widths.pass(piece);
      if (piece.breakAfter && index < last) this.#breakAt(this.#widths.after(index), false);
    }
    this.#breakAt(this.#widths.after(last), true);
    return best(this.#active);
  }

  /** Tries a word's hyphens when some line would end in it or near it. */
  #hyphenate(piece: TextPiece, index: number): void {
    const { width, spaces } = this.#widths;
    const isNear = this.#active.some((node) => {
      const missing = this.#measureOf(node.lines) - (width - node.at.nextWidth);
      return missing > 0 && ratioOf(missing - piece.width, spaces - node.at.nextSpaces) < NEAR;
    });
    if (!isNear) return;
    for (const offset of hyphenPointsOf(piece)) {
      const parts = hyphenateAt(piece, offset);
      if (parts) this.#breakAt(this.#widths.within(index, offset, piece, parts), false);
    }
  }

  #breakAt(at: Opportunity, isLast: boolean): void {
    const found: Node[] = [];
    const over: Node[] = [];
    for (const node of this.#active) {
      const line = this.#lineTo(node, at, isLast);
      const isOver = line.ratio < -1 - TOLERANCE;
      // A hyphen may stick out where the whole word does not.
      if (isOver && at.offset === undefined) over.push(node);
      if (line.ratio > LOOSEST) node.loose = at;
      else if (!isOver) this.#keepBest(found, at, node, line);
    }
    if (over.length === this.#active.length) this.#force(over, at, isLast);
    else if (isLast) this.#active = found;
    else if (found.length + over.length > 0) {
      const kept =
        over.length > 0 ? this.#active.filter((node) => !over.includes(node)) : this.#active;
      this.#active = withinLimit([...kept, ...found]);
    }
  }

  /** Nothing fits: a very loose line is better than one that is too long. */
  #force(over: readonly Node[], at: Opportunity, isLast: boolean): void {
    const node = best(over.filter(({ loose }) => loose !== undefined));
    if (node?.loose) {
      const line = this.#lineTo(node, node.loose, false);
      this.#active = [nodeAt(node.loose, node, line, this.#demeritsTo(node.loose, node, line))];
      this.#breakAt(at, isLast);
    } else {
      const longest = best(over);
      const line = { ratio: OVERFULL, isHyphenated: false, shift: 0 };
      if (longest) this.#active = [nodeAt(at, longest, line, this.#demeritsTo(at, longest, line))];
    }
  }

  #lineTo(node: Node, at: Opportunity, isLast: boolean): StretchedLine {
    const isHyphenated = at.offset !== undefined;
    const missing = this.#measureOf(node.lines) - (at.width - node.at.nextWidth);
    if (isLast && missing >= 0) return { ratio: 0, isHyphenated, shift: 0 };
    const spaces = at.spaces - node.at.nextSpaces;
    const shift = spaces > 0 ? missing / spaces : 0;
    return { ratio: ratioOf(missing, spaces), isHyphenated, shift };
  }

  /** Of all lines up to this place, the line before it ending at `before`. */
  #demeritsTo(at: Opportunity, before: Node, line: StretchedLine): number {
    const above = before.before;
    if (!above) return before.demerits + rateLine(line, undefined, 0);
    const stacked = mayFormRivers(line, before)
      ? countStacked(
          this.#widths.gapsOf(above.at, before.at, before.shift),
          this.#widths.gapsOf(before.at, at, line.shift),
        )
      : 0;
    return before.demerits + rateLine(line, before, stacked);
  }

  /** Of ways to end here that leave the same to come, only the best counts. */
  #keepBest(found: Node[], at: Opportunity, before: Node, line: StretchedLine): void {
    const demerits = this.#demeritsTo(at, before, line);
    const rival = found.findIndex((each) => this.#isAlike(each, line.ratio, before.lines + 1));
    const known = found[rival];
    if (!known) found.push(nodeAt(at, before, line, demerits));
    else if (demerits < known.demerits) found[rival] = nodeAt(at, before, line, demerits);
  }

  #isAlike(node: Node, ratio: number, lines: number): boolean {
    if (fitnessOf(node.ratio) !== fitnessOf(ratio)) return false;
    return (
      this.#measureOf(node.lines) === this.#measureOf(lines) &&
      this.#measureOf(node.lines + 1) === this.#measureOf(lines + 1)
    );
  }

  #measureOf(line: number): number {
    const known = this.#measures[line] ?? this.#measure(line);
    this.#measures[line] = known;
    return known;
  }
}

function nodeAt(at: Opportunity, before: Node, line: StretchedLine, demerits: number): Node {
  const { ratio, isHyphenated, shift } = line;
  return {
    at,
    before,
    ratio,
    isHyphenated,
    shift,
    lines: before.lines + 1,
    demerits,
    loose: undefined,
  };
}

/** Widths are sums of rounded numbers. */
const TOLERANCE = 0.001;

/** Words whose end would leave a line looser than this are not hyphenated. */
const NEAR = 1;

/** The rating of a line that runs over. */
const OVERFULL = -10;

/** So many ways are followed at once; more only come from text that has no width. */
const MOST_ACTIVE = 400;

function withinLimit(nodes: Node[]): readonly Node[] {
  if (nodes.length <= MOST_ACTIVE) return nodes;
  return nodes.sort((a, b) => a.demerits - b.demerits).slice(0, MOST_ACTIVE / 2);
}

function best(nodes: readonly Node[]): Node | undefined {
  const [first, ...others] = nodes;
  return others.reduce<Node | undefined>(
    (least, node) => (least && least.demerits <= node.demerits ? least : node),
    first,
  );
}

function takeLines(
  pieces: readonly SizedPiece[],
  end: Node | undefined,
): readonly (readonly SizedPiece[])[] {
  const ends: Opportunity[] = [];
  for (let node = end; node?.before; node = node.before) ends.push(node.at);
  const lines: (readonly SizedPiece[])[] = [];
  let start: Opportunity = START;
  /** What the line before left of the word that it ended in. */
  let rest: TextPiece | undefined;
  for (const at of ends.reverse()) {
    const whole = pieces.slice(rest ? start.index + 1 : start.index, at.index);
    const begun: readonly SizedPiece[] = rest ? [rest] : [];
    const isSameWord = rest !== undefined && at.index === start.index;
    const word = at.offset === undefined ? undefined : isSameWord ? rest : pieces[at.index];
    const offset = (at.offset ?? 0) - (isSameWord ? (start.offset ?? 0) : 0);
    const parts = word?.kind === "text" ? hyphenateAt(word, offset) : undefined;
    const carried = isSameWord ? [] : begun;
    lines.push(trimEnd([...carried, ...whole, ...(parts ? [parts.before] : [])]));
    rest = parts?.after;
    start = at;
  }
  return lines;
}
