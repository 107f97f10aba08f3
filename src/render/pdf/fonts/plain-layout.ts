/**
 * A font in, its ligatures and kerning out, read straight from the tables (OpenType
 * 1.9, GSUB and GPOS). Plain words need no more of a font, and are set many times faster so.
 */
import { remember } from "../remember.js";
import { type Sfnt, tagAt, uint16s, viewFrom } from "./sfnt.js";

/** Glyphs by number, lengths in font units. */
export interface PlainLayout {
  /** The ligature that begins at a place of a word, and how many glyphs it takes the place of. */
  ligatureAt(glyphs: readonly number[], at: number): Ligature | undefined;
  /** What comes between two neighbours; negative when they move closer. */
  kerning(left: number, right: number): number;
}

export interface Ligature {
  readonly glyph: number;
  readonly length: number;
}

export type Script = "latn" | "grek" | "cyrl" | "DFLT";

/** What the font can do at all, by the tags of OpenType. */
export function featureTagsOf({ tables }: Sfnt): ReadonlySet<string> {
  const tags = ["GSUB", "GPOS"].flatMap((name) => {
    const table = tables.get(name);
    if (!table) return [];
    const features = viewFrom(table, table.getUint16(6));
    return Array.from({ length: features.getUint16(0) }, (_, at) => tagAt(features, 2 + 6 * at));
  });
  return new Set(tags);
}

/** @returns undefined when the font does something that is not read here. */
export function readPlainLayout({ tables }: Sfnt, script: Script): PlainLayout | undefined {
  const ligatures = lookupsOf(tables.get("GSUB"), script, "liga", GSUB_EXTENSION);
  const kerning = lookupsOf(tables.get("GPOS"), script, "kern", GPOS_EXTENSION);
  const isPlain =
    ligatures.every(({ type }) => type === LIGATURES) &&
    kerning.every(({ type, subtables }) => type === PAIRS && subtables.every(movesOnlyAdvance));
  if (!isPlain) return undefined;
  const sets = ligatures.flatMap((lookup) => lookup.subtables.map(readLigatures));
  const pairs = kerning.map((lookup) => lookup.subtables.map(readPairs));
  const known = new Map<number, number>();
  return {
    ligatureAt: (glyphs, at) => {
      for (const set of sets) {
        const found = set.get(glyphs[at] ?? -1)?.find((each) => each.follows(glyphs, at));
        if (found) return found;
      }
      return undefined;
    },
    kerning: (left, right) =>
      remember(known, left * 0x10000 + right, () =>
        pairs.reduce((sum, subtables) => sum + firstMatch(subtables, left, right), 0),
      ),
  };
}

const LIGATURES = 4;
const PAIRS = 2;
const GSUB_EXTENSION = 7;
const GPOS_EXTENSION = 9;

interface Lookup {
  readonly type: number;
  readonly subtables: readonly DataView[];
}

/** The lookups that a feature of a script's default language consists of. */
function lookupsOf(
  table: DataView | undefined,
  script: Script,
  feature: string,
  extension: number,
): readonly Lookup[] {
  if (!table) return [];
  const scripts = viewFrom(table, table.getUint16(4));
  const features = viewFrom(table, table.getUint16(6));
  const lookups = viewFrom(table, table.getUint16(8));
  const chosen = recordNamed(scripts, script) ?? recordNamed(scripts, "DFLT");
  const language = chosen && viewFrom(chosen, chosen.getUint16(0));
  if (!language || chosen.getUint16(0) === 0) return [];
  const indexes = uint16s(language, 6, language.getUint16(4))
    .filter((index) => tagAt(features, 2 + 6 * index) === feature)
    .flatMap((index) => {
      const record = viewFrom(features, features.getUint16(2 + 6 * index + 4));
      return uint16s(record, 4, record.getUint16(2));
    });
  return [...new Set(indexes)]
    .sort((a, b) => a - b)
    .map((index) => readLookup(viewFrom(lookups, lookups.getUint16(2 + 2 * index)), extension));
}

function readLookup(lookup: DataView, extension: number): Lookup {
  const type = lookup.getUint16(0);
  const subtables = uint16s(lookup, 6, lookup.getUint16(4)).map((at) => viewFrom(lookup, at));
  const [first] = subtables;
  if (type !== extension || !first) return { type, subtables };
  return {
    type: first.getUint16(2),
    subtables: subtables.map((each) => viewFrom(each, each.getUint32(4))),
  };
}

function recordNamed(list: DataView, tag: string): DataView | undefined {
  for (let index = 0; index < list.getUint16(0); index++) {
    const record = 2 + 6 * index;
    if (tagAt(list, record) === tag) return viewFrom(list, list.getUint16(record + 4));
  }
  return undefined;
}

interface LigatureRule extends Ligature {
  follows(glyphs: readonly number[], at: number): boolean;
}

/** By first glyph, the longest first, as the font lists them. */
function readLigatures(table: DataView): ReadonlyMap<number, readonly LigatureRule[]> {
  const sets = new Map<number, readonly LigatureRule[]>();
  for (const [glyph, index] of readCoverage(viewFrom(table, table.getUint16(2)))) {
    const set = viewFrom(table, table.getUint16(6 + 2 * index));
    const rules = uint16s(set, 2, set.getUint16(0)).map((at) => readLigature(viewFrom(set, at)));
    sets.set(glyph, rules);
  }
  return sets;
}

function readLigature(rule: DataView): LigatureRule {
  const length = rule.getUint16(2);
  const rest = uint16s(rule, 4, length - 1);
  return {
    glyph: rule.getUint16(0),
    length,
    follows: (glyphs, at) => rest.every((glyph, index) => glyphs[at + 1 + index] === glyph),
  };
}

/** A pair's kerning, or undefined when the subtable does not speak of it. */
type Pairs = (left: number, right: number) => number | undefined;

function firstMatch(subtables: readonly Pairs[], left: number, right: number): number {
  for (const pairs of subtables) {
    const found = pairs(left, right);
    if (found !== undefined) return found;
  }
  return 0;
}

/** Value format 4: the first glyph's advance and nothing else. */
function movesOnlyAdvance(table: DataView): boolean {
  return table.getUint16(4) === 4 && table.getUint16(6) === 0;
}

function readPairs(table: DataView): Pairs {
  const coverage = readCoverage(viewFrom(table, table.getUint16(2)));
  return table.getUint16(0) === 1 ? glyphPairs(table, coverage) : classPairs(table, coverage);
}

function glyphPairs(table: DataView, coverage: Coverage): Pairs {
  return (left, right) => {
    const index = coverage.get(left);
    if (index === undefined) return undefined;
    const set = viewFrom(table, table.getUint16(10 + 2 * index));
    for (let record = 2; record < 2 + 4 * set.getUint16(0); record += 4) {
      if (set.getUint16(record) === right) return set.getInt16(record + 2);
    }
    return undefined;
  };
}

function classPairs(table: DataView, coverage: Coverage): Pairs {
  const leftClasses = readClasses(viewFrom(table, table.getUint16(8)));
  const rightClasses = readClasses(viewFrom(table, table.getUint16(10)));
  const rightCount = table.getUint16(14);
  return (left, right) => {
    if (!coverage.has(left)) return undefined;
    const row = leftClasses.get(left) ?? 0;
    const column = rightClasses.get(right) ?? 0;
    return table.getInt16(16 + 2 * (row * rightCount + column));
  };
}

/** By glyph: its position in the table's lists. */
type Coverage = ReadonlyMap<number, number>;

function readCoverage(table: DataView): Coverage {
  const count = table.getUint16(2);
  if (table.getUint16(0) === 1) {
    return new Map(uint16s(table, 4, count).map((glyph, index) => [glyph, index]));
  }
  const glyphs = new Map<number, number>();
  for (const [start, end, first] of ranges(table, 4, count)) {
    for (let glyph = start; glyph <= end; glyph++) glyphs.set(glyph, first + glyph - start);
  }
  return glyphs;
}

function readClasses(table: DataView): ReadonlyMap<number, number> {
  if (table.getUint16(0) === 1) {
    const first = table.getUint16(2);
    const classes = uint16s(table, 6, table.getUint16(4));
    return new Map(classes.map((each, index) => [first + index, each]));
  }
  const classes = new Map<number, number>();
  for (const [start, end, value] of ranges(table, 4, table.getUint16(2))) {
    for (let glyph = start; glyph <= end; glyph++) classes.set(glyph, value);
  }
  return classes;
}

type Range = readonly [start: number, end: number, value: number];

function ranges(table: DataView, at: number, count: number): readonly Range[] {
  return Array.from({ length: count }, (_, index) => [
    table.getUint16(at + 6 * index),
    table.getUint16(at + 6 * index + 2),
    table.getUint16(at + 6 * index + 4),
  ]);
}
