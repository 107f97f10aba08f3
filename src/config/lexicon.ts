/** The three files of the lexicon to one checked value: themes, entities and outlets. */
import type { z } from "zod";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import {
  EntitiesFileSchema,
  type Lexicon,
  OutletsFileSchema,
  type ThemesFile,
  ThemesFileSchema,
} from "../model/lexicon.js";
import { fold } from "../text/fold.js";
import { sha256 } from "../text/sha256.js";
import { closest } from "../text/suggest.js";
import { type ParsedYaml, type Path, parseYaml } from "../text/yaml.js";

export interface LexiconFile {
  /** Name for diagnostics and for the list of inputs. */
  readonly file: string;
  readonly text: string;
}

export interface LexiconFiles {
  readonly themes: LexiconFile;
  readonly entities: LexiconFile;
  readonly outlets: LexiconFile;
}

export interface ParsedLexicon {
  /** Null where there is an error among the diagnostics. */
  readonly lexicon: Lexicon | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and checks the lexicon; all faults of all files are told at once. */
export function parseLexicon(files: LexiconFiles): ParsedLexicon {
  const themes = parse(ThemesFileSchema, files.themes);
  const entities = parse(EntitiesFileSchema, files.entities);
  const outlets = parse(OutletsFileSchema, files.outlets);
  const diagnostics = [
    ...themes.diagnostics,
    ...entities.diagnostics,
    ...outlets.diagnostics,
    ...checkIds(themes, "themes"),
    ...checkIds(entities, "entities"),
    ...checkIds(outlets, "outlets"),
    ...checkTerms(themes),
    ...checkTerms(entities),
    ...checkTerms(outlets),
    ...checkWeights(themes),
    ...checkLookAlikes(entities),
    ...checkReferences(entities, outlets),
  ];
  const isSound = diagnostics.every((diagnostic) => diagnostic.severity !== "error");
  if (!isSound || !themes.value || !entities.value || !outlets.value) {
    return { lexicon: null, diagnostics };
  }
  const inputs = [files.themes, files.entities, files.outlets].map(({ file, text }) => ({
    name: file,
    sha256: sha256(text),
  }));
  const lexicon = {
    themes: themes.value,
    entities: entities.value,
    outlets: outlets.value,
    inputs,
  };
  return { lexicon, diagnostics };
}

function parse<T>(schema: z.ZodType<T>, { file, text }: LexiconFile): ParsedYaml<T> {
  return parseYaml(schema, file, text);
}

function error(code: string, message: string, place: Place, hint?: string): Diagnostic {
  const base = { code, severity: "error", message, place } as const;
  return hint === undefined ? base : { ...base, hint };
}

function checkIds<K extends string>(
  file: ParsedYaml<{ readonly [key in K]: readonly { readonly id: string }[] }>,
  key: K,
): Diagnostic[] {
  const seen = new Set<string>();
  return (file.value?.[key] ?? []).flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const place = file.placeOf([key, index, "id"]);
    return [error("duplicate-id", `"${id}" stands for two entries`, place, "rename one of them")];
  });
}

/** Keys under which text is matched against articles. */
const TERM_KEYS: ReadonlySet<PropertyKey> = new Set([
  ...["strong", "near", "weak", "negative", "cs", "not", "short", "names", "terms"],
  ...["mask", "context", "contextNot"],
]);

/** A term without a letter or digit would match nothing; `*` alone would match everything. */
function checkTerms(file: ParsedYaml<unknown>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const visit = (value: unknown, path: Path, isTerm: boolean): void => {
    if (typeof value === "string" && isTerm && !/[\p{L}\p{N}]/u.test(value)) {
      const message = `term ${JSON.stringify(value)} holds no word`;
      diagnostics.push(error("empty-term", message, file.placeOf(path), "take it out"));
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      visit(inner, [...path, step], isTerm || TERM_KEYS.has(step));
    }
  };
  visit(file.value, [], false);
  return diagnostics;
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

/** A look-alike that folds to the same letters as a name would hide it wherever it stands. */
function checkLookAlikes(entities: ParsedYaml<z.infer<typeof EntitiesFileSchema>>): Diagnostic[] {
  return (entities.value?.entities ?? []).flatMap(({ names, short, cs, not }, index) => {
    const own = new Set([...Object.values(names).flat(), ...short, ...cs].map(fold));
    return not.flatMap((term, nth) => {
      if (!own.has(fold(term))) return [];
      const place = entities.placeOf(["entities", index, "not", nth]);
      const hint = "accents and the like do not count in matching: take one of the two out";
      const message = `look-alike "${term}" is spelt like a name of its entity`;
      return [{ ...error("look-alike-hides-name", message, place, hint), severity: "warning" }];
    });
  });
}

function checkReferences(
  entities: ParsedYaml<z.infer<typeof EntitiesFileSchema>>,
  outlets: ParsedYaml<z.infer<typeof OutletsFileSchema>>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const check = (kind: string, id: string, known: ReadonlySet<string>, place: Place): void => {
    if (known.has(id)) return;
    const near = closest(id, known);
    const hint = near === null ? "add it, or take the reference out" : `did you mean "${near}"?`;
    diagnostics.push(error(`unknown-${kind}`, `there is no ${kind} "${id}"`, place, hint));
  };
  const entityIds = new Set(entities.value?.entities.map((entity) => entity.id));
  const outletIds = new Set(outlets.value?.outlets.map((outlet) => outlet.id));
  for (const [index, { readings }] of entities.value?.contested.entries() ?? []) {
    for (const [nth, { entity }] of readings.entries()) {
      const path = ["contested", index, "readings", nth, "entity"];
      check("entity", entity, entityIds, entities.placeOf(path));
    }
  }
  for (const [index, { republishes, readsAs = {} }] of outlets.value?.outlets.entries() ?? []) {
    for (const [nth, outlet] of republishes.entries()) {
      const path = ["outlets", index, "republishes", nth];
      check("outlet", outlet, outletIds, outlets.placeOf(path));
    }
    for (const [term, entity] of Object.entries(readsAs)) {
      if (entities.value === null) continue;
      check("entity", entity, entityIds, outlets.placeOf(["outlets", index, "readsAs", term]));
    }
  }
  return diagnostics;
}
