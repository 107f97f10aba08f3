/** The fonts that come with the program: which file holds which family, weight and slope. */
import { remember } from "../remember.js";

export type FamilyName = "IBM Plex Sans" | "IBM Plex Serif" | "Amiri" | "Noto Sans Symbols 2";

/** One font file. */
export interface FaceName {
  readonly family: FamilyName;
  readonly weight: 400 | 600 | 700;
  readonly italic: boolean;
}

const FAMILIES: Readonly<Record<string, FamilyName>> = {
  "ibm plex sans": "IBM Plex Sans",
  "ibm plex serif": "IBM Plex Serif",
  amiri: "Amiri",
  "sans-serif": "IBM Plex Sans",
  "system-ui": "IBM Plex Sans",
  serif: "IBM Plex Serif",
};

const PACKAGES: Readonly<Record<FamilyName, string>> = {
  "IBM Plex Sans": "ibm-plex-sans",
  "IBM Plex Serif": "ibm-plex-serif",
  Amiri: "amiri",
  "Noto Sans Symbols 2": "noto-sans-symbols-2",
};

const WEIGHT_NAMES = { 400: "Regular", 600: "SemiBold", 700: "Bold" } as const;

/** Asked in this order for a letter that the page's own choice of fonts lacks. */
const LAST_RESORT: readonly FamilyName[] = [
  "IBM Plex Sans",
  "IBM Plex Serif",
  "Amiri",
  "Noto Sans Symbols 2",
];

export type FaceNames = readonly [FaceName, ...FaceName[]];

/** The faces to ask for a letter, in order; the first one also gives a line its measures. */
export function facesFor(families: readonly string[], weight: number, italic: boolean): FaceNames {
  const named = families.flatMap((name) => FAMILIES[name] ?? []);
  const first = named[0] ?? "IBM Plex Serif";
  const others = new Set([...named, ...LAST_RESORT]);
  others.delete(first);
  const faceOf = (family: FamilyName) => faceName(family, weight, italic);
  return [faceOf(first), ...[...others].map(faceOf)];
}

/** As the package that brings the font exports it. */
export function fileOf({ family, weight, italic }: FaceName): string {
  const folder = `${weight}${WEIGHT_NAMES[weight]}${italic ? "_Italic" : ""}`;
  const file = `${family.replaceAll(" ", "")}_${folder}.ttf`;
  return `@expo-google-fonts/${PACKAGES[family]}/${folder}/${file}`;
}

/** The same object for the same face, so that it can be compared and looked up as it is. */
function faceName(family: FamilyName, asked: number, italic: boolean): FaceName {
  const weight = nearestWeight(family, asked);
  const key = `${family}|${weight}|${italic}`;
  const slanted = italic && family !== "Noto Sans Symbols 2";
  return remember(faceNames, key, () => ({ family, weight, italic: slanted }));
}

const faceNames = new Map<string, FaceName>();

function nearestWeight(family: FamilyName, weight: number): FaceName["weight"] {
  if (weight < 500 || family === "Noto Sans Symbols 2") return 400;
  return weight <= 600 && family !== "Amiri" ? 600 : 700;
}
