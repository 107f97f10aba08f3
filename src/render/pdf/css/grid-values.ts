/** The words of `grid-*` in, tracks, areas and places out (CSS Grid 1, 7 and 8). */
import {
  type LengthContext,
  type Percent,
  parseLength,
  parseNumber,
  parsePercent,
  splitList,
  splitWords,
  unquote,
} from "./values.js";

/** A share of the free room. */
export interface Fraction {
  readonly fr: number;
}

export type Breadth = number | Percent | Fraction | "auto" | "min-content" | "max-content";

export interface Track {
  readonly min: Breadth;
  readonly max: Breadth;
}

export interface RepeatedTracks {
  readonly repeat: number | "auto-fill" | "auto-fit";
  readonly tracks: readonly Track[];
}

export type TrackList = readonly (Track | RepeatedTracks)[];

/** Where an item begins or ends: at a line, after a number of tracks, at the edge of an area. */
export type GridLine =
  | "auto"
  | { readonly line: number }
  | { readonly span: number }
  | { readonly area: string };

/** More tracks than that ask for our memory, not for a grid. */
export const MOST_TRACKS = 1000;

export function parseTrackList(text: string, context: LengthContext): TrackList | undefined {
  if (text === "none") return [];
  const words = splitWords(text).filter((word) => !/^\[.*\]$/.test(word));
  const tracks = words.map((word) => parseRepeat(word, context) ?? parseTrack(word, context));
  return tracks.every((track) => track !== undefined) ? tracks : undefined;
}

export function parseTrack(text: string, context: LengthContext): Track | undefined {
  const minmax = /^minmax\((.*)\)$/s.exec(text)?.[1];
  const fit = /^fit-content\((.*)\)$/s.exec(text)?.[1];
  if (fit !== undefined) return { min: "auto", max: "max-content" };
  const [first, second, ...rest] = minmax === undefined ? [text, text] : splitList(minmax);
  const min = parseBreadth(first ?? "", context);
  const max = parseBreadth(second ?? "", context);
  if (min === undefined || max === undefined || rest.length > 0) return undefined;
  return { min: typeof min === "object" && "fr" in min ? "auto" : min, max };
}

function parseRepeat(text: string, context: LengthContext): RepeatedTracks | undefined {
  const [count = "", ...rest] = splitList(/^repeat\((.*)\)$/s.exec(text)?.[1] ?? "");
  const repeat = count === "auto-fill" || count === "auto-fit" ? count : parseNumber(count);
  const tracks = splitWords(rest.join(","))
    .filter((word) => !/^\[.*\]$/.test(word))
    .map((word) => parseTrack(word, context));
  if (repeat === undefined || tracks.length === 0) return undefined;
  if (!tracks.every((track) => track !== undefined)) return undefined;
  return {
    repeat: typeof repeat === "number" ? Math.max(1, Math.min(MOST_TRACKS, repeat)) : repeat,
    tracks,
  };
}

function parseBreadth(text: string, context: LengthContext): Breadth | undefined {
  const fraction = /^(\d*\.?\d+)fr$/.exec(text)?.[1];
  if (fraction !== undefined) return { fr: Number(fraction) };
  if (text === "auto" || text === "min-content" || text === "max-content") return text;
  return parseLength(text, context) ?? parsePercent(text);
}

/** `"a a" "b c"` -> the names by row; a dot is an empty place. */
export function parseAreas(text: string): readonly (readonly string[])[] | undefined {
  if (text === "none") return [];
  const rows = splitWords(text).map((row) => unquote(row));
  if (!rows.every((row) => row !== undefined)) return undefined;
  return rows.map((row) => splitWords(row));
}

export function parseGridLine(text: string): GridLine | undefined {
  if (text === "auto") return "auto";
  const span = /^span\s+(\d+)$|^(\d+)\s+span$/.exec(text);
  if (span) return { span: capped(Number(span[1] ?? span[2])) };
  const line = /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  if (line !== undefined) return line === 0 ? undefined : { line: capped(line) };
  return /^[a-z_-][\w-]*$/i.test(text) ? { area: text } : undefined;
}

function capped(line: number): number {
  return Math.max(-MOST_TRACKS, Math.min(MOST_TRACKS, line));
}
