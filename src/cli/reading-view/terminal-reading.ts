/** A reading as text for a terminal: kept on the left, removed on the right, or one below the other. */
import type { Article } from "../../model/article.js";
import { escapeControls, oneLine } from "../terminal.js";
import { padCells, widthOf, wrapCells } from "./cells.js";
import { directionOf, hasRightToLeft } from "./direction.js";
import { readingFacts } from "./reading-facts.js";
import { type KeptPiece, readingPieces } from "./reading-pieces.js";
import { type Row, readingRows, type SideGroup } from "./reading-rows.js";
import { counted, tallyReading } from "./reading-tally.js";
import { shortened } from "./shortened.js";

export type Tone = "title" | "kept" | "quiet" | "name" | "rule" | "removed" | "stated" | "repair";

export interface TerminalStyle {
  /** Cells of a line. */
  readonly width: number;
  /** Colours a text; the text comes without any escape sequence. */
  readonly paint: (tone: Tone, text: string) => string;
}

/** One line of one column. */
interface CellLine {
  readonly tone: Tone;
  readonly text: string;
}

/** Below this the two columns would be too narrow to read. */
const TWO_COLUMNS_FROM = 80;
const WIDEST = 140;
const WIDTH_OF_KEPT = 0.6;
const GUTTER = " │ ";
const INDENT = "  ";

export function terminalReading(article: Article, style: TerminalStyle): string {
  const width = Math.min(style.width, WIDEST);
  const rows = readingRows(readingPieces(article));
  const isWide = width >= TWO_COLUMNS_FROM;
  const body = isWide ? twoColumns(rows, width, style) : oneColumn(rows, width, style);
  return [...headLines(article, width, style), "", ...body, ""].join("\n");
}

function headLines(article: Article, width: number, { paint }: TerminalStyle): string[] {
  const file = oneLine(article.file);
  const rule = "─".repeat(Math.max(2, width - widthOf(file) - 4));
  const title = isolatedLines(article.title, "title", width);
  const derived = article.titleDerived
    ? [paint("quiet", "(title made of the first sentence)")]
    : [];
  return [
    `${paint("quiet", "──")} ${paint("name", file)} ${paint("quiet", rule)}`,
    ...title.map(({ tone, text }) => paint(tone, text)),
    ...derived,
    ...factLines(article, width, paint),
  ];
}

function factLines(article: Article, width: number, paint: TerminalStyle["paint"]): string[] {
  const { known, unknown } = readingFacts(article);
  const tally = tallyReading(article);
  const rules = tally.rules.map(({ rule, parts }) => `${rule}\u00a0${parts}`).join(", ");
  const lines = [
    ...known.flatMap(({ name, value, note, evidence }) => [
      { name, text: note === undefined ? value : `${value} (${note})` },
      ...evidence.map(({ article: id, quote }) => ({
        name: "",
        text: `by “${shortened(quote, LONGEST_STATED)}”${id === article.id ? "" : ` (${id})`}`,
      })),
    ]),
    ...(unknown.length === 0 ? [] : [{ name: "not stated", text: unknown.join(", ") }]),
    {
      name: "kept",
      text: `${counted(tally.paragraphs, "paragraph")}, ${counted(tally.kept, "character")}`,
    },
    {
      name: "removed",
      text: `${counted(tally.parts, "part")}, ${counted(tally.removed, "character")}${rules === "" ? "" : `: ${rules}`}`,
    },
  ];
  return lines.flatMap(({ name, text }) =>
    isolatedLines(text, name === "" ? "quiet" : "kept", Math.max(20, width - NAME_WIDTH)).map(
      (line, index) =>
        `${paint("quiet", padCells(index === 0 ? name : "", NAME_WIDTH))}${paint(line.tone, line.text)}`,
    ),
  );
}

const NAME_WIDTH = 14;

function twoColumns(rows: readonly Row[], width: number, style: TerminalStyle): string[] {
  const left = Math.floor((width - GUTTER.length) * WIDTH_OF_KEPT);
  const right = width - GUTTER.length - left;
  const { paint } = style;
  const heading = { kept: [{ tone: "quiet", text: "KEPT" }], beside: REMOVED_HEADING } as const;
  const cells = rows.map(({ kept, beside }) => ({
    kept: kept === null ? [] : keptLines(kept, left),
    beside: sideLines(beside, right),
  }));
  return [heading, ...cells].flatMap(({ kept, beside }) => {
    const height = Math.max(kept.length, beside.length);
    const lines = Array.from({ length: height }, (_, index) =>
      joinColumns(kept[index], beside[index], left, paint),
    );
    return [...lines, joinColumns(undefined, undefined, left, paint)];
  });
}

const REMOVED_HEADING: readonly CellLine[] = [{ tone: "quiet", text: "REMOVED, by rule" }];

function joinColumns(
  kept: CellLine | undefined,
  beside: CellLine | undefined,
  left: number,
  paint: TerminalStyle["paint"],
): string {
  const text = kept?.text ?? "";
  const gap = padCells(text, left).slice(text.length);
  const first = text === "" ? "" : paint(kept?.tone ?? "kept", text);
  const second = beside === undefined ? "" : paint(beside.tone, beside.text);
  const bar = second === "" ? GUTTER.trimEnd() : GUTTER;
  return `${first}${gap}${paint("quiet", bar)}${second}`;
}

function oneColumn(rows: readonly Row[], width: number, { paint }: TerminalStyle): string[] {
  return rows.flatMap(({ kept, beside }) => {
    const above =
      kept === null ? [] : [...keptLines(kept, width), { tone: "kept", text: "" } as const];
    const below = sideLines(beside, width - INDENT.length - 2).map(({ tone, text }) => ({
      tone,
      text: text === "" ? "" : `${INDENT}${text}`,
    }));
    const lines = [
      ...above,
      ...below,
      ...(below.length === 0 ? [] : [{ tone: "kept", text: "" } as const]),
    ];
    return lines.map(({ tone, text }) => (text === "" ? "" : paint(tone, text)));
  });
}

function keptLines(piece: KeptPiece, width: number): CellLine[] {
  if (piece.kind !== "paragraph") {
    const text = isolatedLines(piece.text, piece.kind === "title" ? "title" : "kept", width);
    return [{ tone: "quiet", text: `[${piece.kind}]` }, ...text];
  }
  const language = piece.isForeign ? isolatedLines(`[${piece.language}]`, "stated", width) : [];
  const repairs = piece.repairs.flatMap(({ rule, from, to }) =>
    isolatedLines(`[${rule}] ${visibleBreaks(from)} became ${visibleBreaks(to)}`, "repair", width),
  );
  return [...language, ...isolatedLines(piece.text, "kept", width), ...repairs];
}

/** Longest texts of what is not kept, in code units. */
const LONGEST_REMOVED = 500;
const LONGEST_STATED = 200;

function sideLines(groups: readonly SideGroup[], width: number): CellLine[] {
  return groups.flatMap(({ rule, paragraphs }): CellLine[] => {
    const [name, text, longest] =
      rule === null
        ? ([NO_TEXT, "stated", LONGEST_STATED] as const)
        : ([rule, "removed", LONGEST_REMOVED] as const);
    const shown = paragraphs.slice(0, MOST_PARAGRAPHS);
    const lines = shown.flatMap((texts) =>
      isolatedLines(shortened(texts.join(" · "), longest), text, width),
    );
    const left = paragraphs.length - shown.length;
    const more = left === 0 ? [] : [{ tone: "quiet", text: `… and ${left} more` } as const];
    return [
      { tone: rule === null ? "stated" : "rule", text: `[${oneLine(name)}]` },
      ...lines,
      ...more,
    ];
  });
}

const NO_TEXT = "not text of the article";
/** Of one rule in a row; the page and --json have all. */
const MOST_PARAGRAPHS = 6;

/** Line breaks as a sign, since a repair is often one. */
function visibleBreaks(text: string): string {
  return text.replace(/\s+/gu, (space) => (space.includes("\n") ? " ⏎ " : space));
}

/** Escaped, wrapped, and each line with right-to-left words shut off from what stands beside it (UAX #9). */
function isolatedLines(text: string, tone: Tone, width: number): CellLine[] {
  const opening = directionOf(text) === "rtl" ? "\u2067" : "\u2066";
  return wrapCells(escapeControls(text), width).map((line) => ({
    tone,
    text: hasRightToLeft(line) ? `${opening}${line}\u2069` : line,
  }));
}
