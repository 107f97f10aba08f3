/** The three files of the lexicon to one checked value: themes, entities and outlets. */
import type { z } from "zod";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import {
  EntitiesFileSchema,
  type Lexicon,
  OutletsFileSchema,
  StyleFileSchema,
} from "../model/lexicon.js";
import { fold } from "../text/fold.js";
import { sha256 } from "../text/sha256.js";
import { closest } from "../text/suggest.js";
import { type ParsedYaml, parseYaml } from "../text/yaml.js";
import { checkIds, checkTerms, error } from "./lexicon-checks.js";
import { readThemes, termPlaces } from "./themes-file.js";

export interface LexiconFile {
  /** Name for diagnostics and for the list of inputs. */
  readonly file: string;
  readonly text: string;
}

export interface LexiconFiles {
  readonly themes: LexiconFile;
  readonly entities: LexiconFile;
  readonly outlets: LexiconFile;
  /** A lexicon can do without. */
  readonly style?: LexiconFile | undefined;
}

export interface ParsedLexicon {
  /** Null where there is an error among the diagnostics. */
  readonly lexicon: Lexicon | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and checks the lexicon; all faults of all files are told at once. */
export function parseLexicon(files: LexiconFiles): ParsedLexicon {
  const themes = readThemes(files.themes);
  const entities = parse(EntitiesFileSchema, files.entities);
  const outlets = parse(OutletsFileSchema, files.outlets);
  const style = files.style === undefined ? null : parse(StyleFileSchema, files.style);
  const diagnostics = [
    ...themes.diagnostics,
    ...entities.diagnostics,
    ...outlets.diagnostics,
    ...(style?.diagnostics ?? []),
    ...checkIds(entities, "entities"),
    ...checkIds(outlets, "outlets"),
    ...checkTerms(entities),
    ...checkTerms(outlets),
    ...checkLookAlikes(entities),
    ...checkReferences(entities, outlets),
    ...checkSides(themes, entities),
  ];
  const isSound = diagnostics.every((diagnostic) => diagnostic.severity !== "error");
  if (!isSound || !themes.value || !entities.value || !outlets.value) {
    return { lexicon: null, diagnostics };
  }
  const own = [files.themes, files.entities, files.outlets, ...(files.style ? [files.style] : [])];
  const inputs = own.map(({ file, text }) => ({
    name: file,
    sha256: sha256(text),
  }));
  const lexicon = {
    themes: themes.value,
    placeOfTerm: termPlaces(themes.value, themes.placeOf, files.themes.text),
    entities: entities.value,
    outlets: outlets.value,
    style: style?.value ?? StyleFileSchema.parse({}),
    inputs,
  };
  return { lexicon, diagnostics };
}

function parse<T>(schema: z.ZodType<T>, { file, text }: LexiconFile): ParsedYaml<T> {
  return parseYaml(schema, file, text);
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

/** A side that nobody is on would be missing from every issue. */
function checkSides(
  themes: Pick<ReturnType<typeof readThemes>, "value" | "placeOf">,
  entities: ParsedYaml<z.infer<typeof EntitiesFileSchema>>,
): Diagnostic[] {
  if (entities.value === null) return [];
  const known = new Set(entities.value.entities.flatMap(({ side }) => side ?? []));
  return (themes.value?.themes ?? []).flatMap(({ sides = [] }, index) =>
    sides.flatMap((side, nth) => {
      if (known.has(side)) return [];
      const near = closest(side, known);
      const hint =
        near === null ? "give it to entities, or take it out" : `did you mean "${near}"?`;
      const place = themes.placeOf(["themes", index, "sides", nth]);
      return [error("unknown-side", `no entity is on side "${side}"`, place, hint)];
    }),
  );
}

function checkReferences(
  entities: ParsedYaml<z.infer<typeof EntitiesFileSchema>>,
  outlets: ParsedYaml<z.infer<typeof OutletsFileSchema>>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const check = (
    kind: string,
    id: string,
    known: ReadonlySet<string>,
    place: () => Place,
  ): void => {
    if (known.has(id)) return;
    const near = closest(id, known);
    const hint = near === null ? "add it, or take the reference out" : `did you mean "${near}"?`;
    diagnostics.push(error(`unknown-${kind}`, `there is no ${kind} "${id}"`, place(), hint));
  };
  const entityIds = new Set(entities.value?.entities.map((entity) => entity.id));
  const outletIds = new Set(outlets.value?.outlets.map((outlet) => outlet.id));
  for (const [index, { readings }] of entities.value?.contested.entries() ?? []) {
    for (const [nth, { entity }] of readings.entries()) {
      const path = ["contested", index, "readings", nth, "entity"];
      check("entity", entity, entityIds, () => entities.placeOf(path));
    }
  }
  for (const [index, { republishes, readsAs = {} }] of outlets.value?.outlets.entries() ?? []) {
    for (const [nth, outlet] of republishes.entries()) {
      const path = ["outlets", index, "republishes", nth];
      check("outlet", outlet, outletIds, () => outlets.placeOf(path));
    }
    for (const [term, entity] of Object.entries(readsAs)) {
      if (entities.value === null) continue;
      const path = ["outlets", index, "readsAs", term];
      check("entity", entity, entityIds, () => outlets.placeOf(path));
    }
  }
  return diagnostics;
}
