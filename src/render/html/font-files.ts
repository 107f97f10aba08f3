/** The characters of a page and the faces of its style in, the font files that it needs out. */
import sansRanges from "@fontsource/ibm-plex-sans/unicode.json" with { type: "json" };
import serifRanges from "@fontsource/ibm-plex-serif/unicode.json" with { type: "json" };

/** One face of one subset of a family. */
export interface FontFile {
  /** Module path of the file. */
  readonly path: string;
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
  /** CSS `unicode-range` of the subset. */
  readonly range: string;
}

const FAMILIES = [
  { family: "IBM Plex Sans", slug: "ibm-plex-sans", ranges: sansRanges },
  { family: "IBM Plex Serif", slug: "ibm-plex-serif", ranges: serifRanges },
];

interface Face {
  readonly family: string;
  readonly weight: number;
  readonly style: "normal" | "italic";
}

/** Module paths, e.g. `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2`. */
export function fontFiles(page: string, style: string): readonly string[] {
  return neededFonts(page, style).map(({ path }) => path);
}

export function neededFonts(page: string, style: string): readonly FontFile[] {
  const points = [...new Set(page + style)].map((char) => char.codePointAt(0) ?? 0);
  const faces = facesOf(style);
  return FAMILIES.flatMap(({ family, slug, ranges }) =>
    Object.entries(ranges)
      .filter(([, range]) => points.some((point) => contains(range, point)))
      .flatMap(([subset, range]) =>
        faces
          .filter((face) => face.family === family)
          .map(({ weight, style: slant }) => ({
            path: `@fontsource/${slug}/files/${slug}-${subset}-${weight}-${slant}.woff2`,
            family,
            weight,
            style: slant,
            range,
          })),
      ),
  );
}

/**
 * Families, weights and slants that stand together in one rule; a rule that sets a weight or a
 * slant without a family means every family of the sheet. Upright regular comes with each family.
 */
function facesOf(style: string): readonly Face[] {
  const rules = [...style.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(/\{([^{}]*)\}/g)];
  const named = rules.map(([, body = ""]) => ({
    families: FAMILIES.map(({ family }) => family).filter((family) => body.includes(family)),
    weight: weightOf(body),
    style: /font(?:-style)?\s*:[^;]*\bitalic\b/.test(body) ? "italic" : "normal",
  }));
  const used = FAMILIES.map(({ family }) => family).filter((family) =>
    named.some(({ families }) => families.includes(family)),
  );
  const faces = new Map<string, Face>();
  const add = (family: string, weight: number, slant: string): void => {
    const face: Face = { family, weight, style: slant === "italic" ? "italic" : "normal" };
    faces.set(`${family} ${weight} ${face.style}`, face);
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

/** Whether `U+0000-00FF,U+0131` holds a code point. */
function contains(range: string, point: number): boolean {
  return range.split(",").some((part) => {
    const [from = "", to = from] = part.trim().replace("U+", "").split("-");
    return Number.parseInt(from, 16) <= point && point <= Number.parseInt(to, 16);
  });
}
