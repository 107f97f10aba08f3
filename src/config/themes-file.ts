/** A file of themes, in its full or its short form (`name: {terms: [...]}`), to one checked value. */
import type { z } from "zod";
import type { Diagnostic, Outcome, Place } from "../model/diagnostic.js";
import {
  ANY_LANGUAGE,
  type PlaceOfTerm,
  ShortThemesFileSchema,
  type ThemesFile,
  ThemesFileSchema,
} from "../model/lexicon.js";
import { type ParsedYaml, type Path, parseYaml } from "../text/yaml.js";
import { checkIds, checkTerms, error } from "./lexicon-checks.js";

export interface ParsedThemes extends Outcome<ThemesFile> {
  readonly placeOfTerm: PlaceOfTerm;
}

/**
 * Parses and checks a file of themes on its own. Never throws for what is in the file.
 * @param file name for the diagnostics
 */
export function parseThemesFile(text: string, file: string): ParsedThemes {
  const { value, diagnostics, placeOf } = readThemes({ file, text });
  const isSound = diagnostics.every(({ severity }) => severity !== "error");
  return {
    value: isSound ? value : null,
    diagnostics,
    placeOfTerm: value === null ? () => null : termPlaces(value, placeOf, text),
  };
}

/** @returns the value also where a check found an error in it, so that other files can be checked */
export function readThemes(source: {
  readonly file: string;
  readonly text: string;
}): ParsedYaml<ThemesFile> {
  let isShort = false;
  const parsed = parseYaml<ThemesFile>(
    (input): z.ZodType<ThemesFile> => {
      isShort = looksShort(input);
      return isShort ? ShortThemesFileSchema : ThemesFileSchema;
    },
    source.file,
    source.text,
  );
  const placeOf = placesOf(parsed, isShort);
  const themes = { ...parsed, placeOf };
  const faults = [
    ...checkIds(themes, "themes"),
    ...checkTerms(themes),
    ...checkWeights(themes),
    ...checkHolds(themes),
  ];
  return { ...themes, diagnostics: [...parsed.diagnostics, ...faults] };
}

/** The full form has a list of themes; in the short one every value is a theme. */
function looksShort(input: unknown): boolean {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return false;
  if ("themes" in input && Array.isArray(input.themes)) return false;
  return Object.values(input).some(
    (value) => typeof value === "object" && value !== null && "terms" in value,
  );
}

/**
 * Paths of the checked value to places in the file, which may have left out what the value holds: the
 * short form has themes by name, and a bare list of terms stands for strong ones of any language.
 */
function placesOf({ value, placeOf }: ParsedYaml<ThemesFile>, isShort: boolean) {
  const inFile = (path: Path): Path => {
    const [first, index, ...rest] = path;
    if (!isShort || first !== "themes" || typeof index !== "number") return path;
    return [value?.themes[index]?.id ?? "", ...rest];
  };
  return (path: Path): Place => {
    const long = inFile(path);
    const at = long.indexOf(ANY_LANGUAGE);
    if (at === -1) return placeOf(long);
    const level = long[at + 1];
    const isList = level === "strong" || level === undefined;
    const before = isShort && !isList ? long.slice(0, at - 1) : long.slice(0, at);
    const short = [...before, ...long.slice(isShort && !isList ? at + 1 : at + 2)];
    return later(placeOf(long), placeOf(short));
  };
}

/** The further of two, as a child stands behind its parent. */
function later(first: Place, second: Place): Place {
  const line = (place: Place) => place.line ?? 0;
  if (line(first) !== line(second)) return line(first) > line(second) ? first : second;
  return (first.column ?? 0) > (second.column ?? 0) ? first : second;
}

/** A negative weight that adds, or a strong one that takes away, is a slip. */
function checkWeights(themes: ParsedYaml<ThemesFile>): Diagnostic[] {
  if (themes.value === null) return [];
  const { strong, near, weak, negative } = themes.value.weights;
  if (negative <= 0 && weak >= 0 && near >= weak && strong >= near) return [];
  const hint = "keep strong >= near >= weak >= 0 >= negative";
  return [
    error("weights-out-of-order", "weights are out of order", themes.placeOf(["weights"]), hint),
  ];
}

/** A theme that nothing can match keeps its slot in the brief, so this is no error. */
function checkHolds({ value, placeOf }: ParsedYaml<ThemesFile>): Diagnostic[] {
  return (value?.themes ?? []).flatMap(({ id, terms }, index) => {
    const lists = Object.values(terms).flatMap(({ strong, near, weak, cs }) => [
      ...strong,
      ...near,
      ...weak,
      ...cs,
    ]);
    if (lists.length > 0) return [];
    const place = placeOf(["themes", index]);
    const message = `theme "${id}" has no terms, so no article can join it`;
    const hint = "write a few words or phrases that say on their own what a passage is about";
    return [{ code: "theme-without-terms", severity: "warning", message, place, hint }];
  });
}

const LEVELS = ["strong", "near", "weak", "negative", "cs", "not"] as const;

export function termPlaces(
  file: ThemesFile,
  placeOf: ParsedYaml<ThemesFile>["placeOf"],
  text: string,
): PlaceOfTerm {
  const lines = text.split("\n");
  return (id, wanted) => {
    const index = file.themes.findIndex((theme) => theme.id === id);
    const theme = file.themes[index];
    if (theme === undefined) return null;
    if (wanted === undefined) return placeOf(["themes", index]);
    for (const [language, terms] of Object.entries(theme.terms)) {
      for (const level of LEVELS) {
        const nth = terms[level].indexOf(wanted);
        if (nth === -1) continue;
        const place = placeOf(["themes", index, "terms", language, level, nth]);
        return lineOf(wanted, place, lines);
      }
    }
    return null;
  };
}

/** A term of a block of text stands on one of the lines after the beginning of the block. */
function lineOf(term: string, place: Place, lines: readonly string[]): Place {
  const first = place.line ?? 1;
  for (let line = first; line <= lines.length; line += 1) {
    const column = lines[line - 1]?.indexOf(term, line === first ? (place.column ?? 1) - 1 : 0);
    if (column !== undefined && column !== -1) return { ...place, line, column: column + 1 };
  }
  return place;
}
