/** The characters of a page and the faces of its style in, the font files that it needs out. */
import { Recent } from "../../text/recent.js";
import { contains, covers, FAMILIES, type Family, LAST_RESORT, nearestWeight } from "./families.js";

/** One face of one subset of a family. */
export interface FontFile extends Face {
  /** Module path, e.g. `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2`. */
  readonly path: string;
  /** CSS `unicode-range` of the subset. */
  readonly range: string;
}

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
}

/** Asked for several times of the same page. */
const NEEDED = new Recent<readonly FontFile[]>(2);

export function neededFonts(page: string, style: string): readonly FontFile[] {
  return NEEDED.get([page, style], () => findNeeded(page, style));
}

function findNeeded(page: string, style: string): readonly FontFile[] {
  const points = pointsOf(page + style);
  const faces = facesOf(style);
  const lacking = lackingPoints(points, faces);
  const own = FAMILIES.flatMap((family) =>
    filesOf(
      family,
      faces.filter((face) => face.family === family.name),
      points,
    ),
  );
  const others = fallbackFamilies(page, style).flatMap((family) =>
    filesOf(family, fallbackFaces(family, faces), lacking),
  );
  return [...own, ...others];
}

/** Families that the style does not name, for letters that those it names do not have. */
export function fallbackFamilies(page: string, style: string): readonly Family[] {
  const faces = facesOf(style);
  const lacking = lackingPoints(pointsOf(page + style), faces);
  return LAST_RESORT.flatMap((name) => {
    const family = FAMILIES.find((each) => each.name === name);
    const isNamed = faces.some((face) => face.family === name);
    const helps = family !== undefined && lacking.some((point) => covers(family, point));
    return helps && !isNamed ? [family] : [];
  });
}

/** Asked for several times of the same text. */
const POINTS = new Recent<readonly number[]>(2);

function pointsOf(text: string): readonly number[] {
  return POINTS.get([text], () => [...new Set(text)].map((char) => char.codePointAt(0) ?? 0));
}

/** Letters that one of the style's families lacks. */
function lackingPoints(points: readonly number[], faces: readonly Face[]): readonly number[] {
  const used = FAMILIES.filter(({ name }) => faces.some(({ family }) => family === name));
  return points.filter((point) => used.some((family) => !covers(family, point)));
}

function filesOf(
  { name, slug, ranges }: Family,
  faces: readonly Face[],
  points: readonly number[],
): readonly FontFile[] {
  return Object.entries(ranges)
    .filter(([, range]) => points.some((point) => contains(range, point)))
    .flatMap(([subset, range]) =>
      faces.map(({ weight, style }) => ({
        path: `@fontsource/${slug}/files/${slug}-${subset}-${weight}-${style}.woff2`,
        family: name,
        weight,
        style,
        range,
      })),
    );
}

/** Upright alone: Arabic and Greek quotations are not slanted. */
function fallbackFaces(family: Family, faces: readonly Face[]): readonly Face[] {
  const weights = new Set(faces.map(({ weight }) => nearestWeight(family, weight)));
  return [...weights]
    .toSorted((a, b) => a - b)
    .map((weight) => ({ family: family.name, weight, style: "normal" }));
}

/**
 * Families, weights and slants that stand together in one rule; a rule that sets a weight or a
 * slant without a family means every family of the sheet. Upright regular comes with each family.
 */
function facesOf(style: string): readonly Face[] {
  const rules = [...style.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(/\{([^{}]*)\}/g)];
  const named = rules.map(([, body = ""]) => ({
    families: FAMILIES.filter(({ name }) => body.includes(name)),
    weight: weightOf(body),
    style: /font(?:-style)?\s*:[^;]*\bitalic\b/.test(body) ? "italic" : "normal",
  }));
  const used = FAMILIES.filter((family) => named.some(({ families }) => families.includes(family)));
  const faces = new Map<string, Face>();
  const add = (family: Family, asked: number, slant: string): void => {
    const weight = nearestWeight(family, asked);
    const style = slant === "italic" ? "italic" : "normal";
    faces.set(`${family.name} ${weight} ${style}`, { family: family.name, weight, style });
  };
  for (const family of used) add(family, 400, "normal");
  for (const { families, weight, style: slant } of named) {
    if (weight === 400 && slant === "normal") continue;
    for (const family of families.length > 0 ? families : used) add(family, weight, slant);
  }
  return [...faces].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, face]) => face);
}

function weightOf(body: string): number {
  const value =
    /font-weight\s*:\s*(\w+)/.exec(body)?.[1] ??
    /font\s*:\s*(?:italic\s+)?(bold|[1-9]00)\s/.exec(body)?.[1];
  if (value === "bold") return 700;
  return value === undefined || value === "normal" ? 400 : Number(value);
}
