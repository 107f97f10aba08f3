/** The fonts that come with the program: which file holds which family, weight and slope. */
import { remember } from "../remember.js";
import { createFace, type Face } from "./face.js";
import { readShippedFile } from "./shipped-files.js";

/** One font file of a family. */
export interface FontSource {
  /** The lightest and the heaviest that it serves. */
  readonly weights: readonly [number, number];
  readonly italic: boolean;
  /** Whether it is meant for the letter at all. */
  covers(codePoint: number): boolean;
  /** The file is read when it is first asked for. */
  face(): Face;
}

/** The files of each family by its name in lower case; of equals the first is taken. */
export type Families = ReadonlyMap<string, readonly FontSource[]>;

export interface ShippedFamily {
  readonly name: string;
  readonly package: string;
  readonly weights: readonly Weight[];
  readonly hasItalics: boolean;
}

type Weight = 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900;

const WEIGHT_NAMES: Readonly<Record<Weight, string>> = {
  100: "Thin",
  200: "ExtraLight",
  300: "Light",
  400: "Regular",
  500: "Medium",
  600: "SemiBold",
  700: "Bold",
  800: "ExtraBold",
  900: "Black",
};

const TO_BOLD: readonly Weight[] = [100, 200, 300, 400, 500, 600, 700];

const PLEX_SANS: ShippedFamily = {
  name: "IBM Plex Sans",
  package: "ibm-plex-sans",
  weights: TO_BOLD,
  hasItalics: true,
};
const PLEX_SERIF: ShippedFamily = {
  name: "IBM Plex Serif",
  package: "ibm-plex-serif",
  weights: TO_BOLD,
  hasItalics: true,
};
const AMIRI: ShippedFamily = {
  name: "Amiri",
  package: "amiri",
  weights: [400, 700],
  hasItalics: true,
};
const NOTO_SERIF: ShippedFamily = {
  name: "Noto Serif",
  package: "noto-serif",
  weights: [...TO_BOLD, 800, 900],
  hasItalics: true,
};
const SYMBOLS: ShippedFamily = {
  name: "Noto Sans Symbols 2",
  package: "noto-sans-symbols-2",
  weights: [400],
  hasItalics: false,
};

/** No font of equal widths comes along: such text is set in the sans serif. */
const SHIPPED: ReadonlyMap<string, ShippedFamily> = new Map([
  ...[PLEX_SANS, PLEX_SERIF, AMIRI, NOTO_SERIF, SYMBOLS].map(
    (family) => [family.name.toLowerCase(), family] as const,
  ),
  ...["sans-serif", "system-ui", "ui-sans-serif", "monospace", "ui-monospace"].map(
    (name) => [name, PLEX_SANS] as const,
  ),
  ...["serif", "ui-serif"].map((name) => [name, PLEX_SERIF] as const),
]);

/** @returns undefined when the program has no family of that name */
export function shippedFamily(name: string): readonly FontSource[] | undefined {
  const family = SHIPPED.get(name);
  return family && sourcesOf(family);
}

/** @param name as fonts call themselves: `IBM Plex Sans SemiBold`, `Amiri-Bold` */
export function localFont(name: string): FontSource | undefined {
  const wanted = plainName(name);
  for (const family of new Set(SHIPPED.values())) {
    const found = sourcesOf(family).find(({ weights: [weight], italic }) =>
      namesOf(family, weight, italic).includes(wanted),
    );
    if (found) return found;
  }
  return undefined;
}

function namesOf({ name }: ShippedFamily, weight: number, italic: boolean): readonly string[] {
  const own = plainName(name);
  const slope = italic ? "italic" : "";
  const named = `${own}${(WEIGHT_NAMES[weight as Weight] ?? "").toLowerCase()}${slope}`;
  return weight === 400 ? [named, `${own}${slope}`] : [named];
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/**
 * The families to ask for a letter that the page's own choice lacks, in order: first those that look
 * like it. The first of them also stands in for families that nobody has.
 */
export function lastResort(isSansSerif: boolean): readonly (readonly FontSource[])[] {
  const texts = isSansSerif
    ? [PLEX_SANS, PLEX_SERIF, NOTO_SERIF]
    : [PLEX_SERIF, NOTO_SERIF, PLEX_SANS];
  return [...texts, AMIRI, SYMBOLS].map(sourcesOf);
}

/** Every font file that comes with the program, by its family. */
export function shippedFonts(): readonly {
  readonly family: string;
  readonly source: FontSource;
}[] {
  return [...new Set(SHIPPED.values())].flatMap((family) =>
    sourcesOf(family).map((source) => ({ family: family.name, source })),
  );
}

const sources = new Map<ShippedFamily, readonly FontSource[]>();

function sourcesOf(family: ShippedFamily): readonly FontSource[] {
  const slopes = family.hasItalics ? [false, true] : [false];
  return remember(sources, family, () =>
    slopes.flatMap((italic) => family.weights.map((weight) => openSource(family, weight, italic))),
  );
}

/** Fonts never change while the program runs, so every page shares them. */
function openSource(family: ShippedFamily, weight: Weight, italic: boolean): FontSource {
  let face: Face | undefined;
  return {
    weights: [weight, weight],
    italic,
    covers: () => true,
    face: () => {
      face ??= createFace(readShippedFile(fileOf(family, weight, italic)));
      return face;
    },
  };
}

/** As the package that brings the font exports it. */
function fileOf({ name, package: from }: ShippedFamily, weight: Weight, italic: boolean): string {
  const folder = `${weight}${WEIGHT_NAMES[weight]}${italic ? "_Italic" : ""}`;
  return `@expo-google-fonts/${from}/${folder}/${name.replaceAll(" ", "")}_${folder}.ttf`;
}
