/**
 * Who may see what: markings in order of restriction. Built in is the Traffic Light Protocol 2.0 (FIRST,
 * August 2022), whose labels are never translated; a house adds schemes of its own in the settings.
 */
import { z } from "zod";
import { contrastOf, LEAST_CONTRAST, rgbOf } from "./contrast.js";

const ColourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, "write the colour as #rrggbb");

export const MarkingLabelSchema = z.strictObject({
  /** Printed as it stands here. */
  label: z
    .string()
    .regex(
      /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} :+&/.-]{0,58}[\p{L}\p{N}])?$/u,
      "write up to 60 letters, digits, spaces and : + & / . -",
    ),
  /** Of the words, and of what is behind them. */
  colour: ColourSchema.default("#ffffff"),
  background: ColourSchema.default("#000000"),
  /** What it lets a reader do, in one sentence. */
  statement: z.string().min(1).optional(),
});
export type MarkingLabel = z.infer<typeof MarkingLabelSchema>;

export const MarkingSchemeSchema = z.strictObject({
  name: z.string().min(1),
  /** From what everybody may see to what the fewest may. */
  labels: z.array(MarkingLabelSchema).min(1).max(20),
  /** Whether its first label is for the public: then the archive of all shows it. */
  public: z.boolean().default(false),
});
export type MarkingScheme = z.infer<typeof MarkingSchemeSchema>;

const tlp = (label: string, colour: string): MarkingLabel => ({
  label: `TLP:${label}`,
  colour,
  background: "#000000",
});

/** Colours as FIRST gives them, all on black. */
export const TLP: MarkingScheme = {
  name: "TLP",
  public: true,
  labels: [
    tlp("CLEAR", "#ffffff"),
    tlp("GREEN", "#33ff00"),
    tlp("AMBER", "#ffc000"),
    tlp("AMBER+STRICT", "#ffc000"),
    tlp("RED", "#ff2b2b"),
  ],
};

/** Schemes of a house: no label stands twice, and none of TLP is worded anew. */
export const HouseSchemesSchema = z
  .array(MarkingSchemeSchema)
  .max(20)
  .refine((schemes) => {
    const labels = schemes.flatMap((scheme) => scheme.labels.map(({ label }) => label));
    return new Set(labels).size === labels.length && !labels.some((label) => /^tlp\b/i.test(label));
  }, "each label stands once, and those of TLP are built in");

/** @param own schemes of the settings */
export function schemesWith(own: readonly MarkingScheme[]): readonly MarkingScheme[] {
  return [TLP, ...own];
}

interface Place {
  readonly scheme: MarkingScheme;
  readonly rank: number;
}

/** Where a label stands; null for one that no scheme has. Letters count as they are written. */
function placeOf(label: string, schemes: readonly MarkingScheme[]): Place | null {
  for (const scheme of schemes) {
    const rank = scheme.labels.findIndex((own) => own.label === label);
    if (rank >= 0) return { scheme, rank };
  }
  return null;
}

export function isMarking(label: string, schemes: readonly MarkingScheme[]): boolean {
  return placeOf(label, schemes) !== null;
}

/**
 * What to do about a label that no scheme has; null for one that a scheme has. A label of TLP holds no
 * space and no small letters, and is written whole.
 */
export function unknownMarking(label: string, schemes: readonly MarkingScheme[]): string | null {
  const known = schemes.flatMap(({ labels }) => labels.map((own) => own.label));
  return known.includes(label)
    ? null
    : (meantMarking(label, schemes) ?? `there are ${known.join(", ")}`);
}

/** Which label is meant by one that is misspelt, in words; null where it may be of another scheme. */
export function meantMarking(label: string, schemes: readonly MarkingScheme[]): string | null {
  if (isMarking(label, schemes)) return null;
  const known = schemes.flatMap(({ labels }) => labels.map((own) => own.label));
  const letters = bare(label);
  if (letters === "TLPWHITE" || letters === "WHITE") return "TLP 2.0 calls it TLP:CLEAR";
  const meant = known.find((own) => [bare(own), bare(own).replace(/^TLP/, "")].includes(letters));
  return meant === undefined ? null : `write it ${meant}`;
}

function bare(label: string): string {
  return label.toUpperCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** How a label looks; null for one that no scheme has. */
export function lookOf(label: string, schemes: readonly MarkingScheme[]): MarkingLabel | null {
  const place = placeOf(label, schemes);
  return place === null ? null : (place.scheme.labels[place.rank] ?? null);
}

/** Whether a label restricts at least as much as another one; labels of two schemes never compare. */
export function isAtLeast(
  label: string,
  other: string,
  schemes: readonly MarkingScheme[],
): boolean {
  const [one, two] = [placeOf(label, schemes), placeOf(other, schemes)];
  return one !== null && two !== null && one.scheme === two.scheme && one.rank >= two.rank;
}

/**
 * Whether those may see what bears a label who may see some: each of these covers itself and what
 * restricts less in its own scheme. A label that no scheme has is seen by nobody, and covers nothing.
 */
export function maySee(
  allowed: readonly string[],
  label: string,
  schemes: readonly MarkingScheme[],
): boolean {
  return allowed.some((own) => isAtLeast(own, label, schemes));
}

/** What everybody may see: the first label of a public scheme. */
export function isPublic(label: string, schemes: readonly MarkingScheme[]): boolean {
  const place = placeOf(label, schemes);
  return place?.scheme.public === true && place.rank === 0;
}

/** A marking as an issue carries it: of one of the house with its look and the order of its scheme. */
export interface CarriedMarking {
  readonly label: string;
  readonly statement?: string | undefined;
  readonly house?:
    | { readonly colour: string; readonly background: string; readonly labels: readonly string[] }
    | undefined;
}

/** What the settings say of a label of the house, written beside it; another one stays as it is. */
export function withHouse<T extends CarriedMarking>(
  marking: T,
  own: readonly MarkingScheme[],
): T | (T & Pick<Required<CarriedMarking>, "house">) {
  const place = placeOf(marking.label, own);
  const known = place?.scheme.labels[place.rank];
  if (place === null || known === undefined) return marking;
  const { colour, background, statement = marking.statement } = known;
  const labels = place.scheme.labels.map(({ label }) => label);
  const said = marking.statement ?? statement;
  return {
    ...marking,
    ...(said === undefined ? {} : { statement: said }),
    house: { colour, background, labels },
  };
}

/** The schemes by which an issue can be judged that travels alone. */
export function schemesOf({ house }: CarriedMarking): readonly MarkingScheme[] {
  if (house === undefined) return [TLP];
  const labels = house.labels.map((label) => ({ label, ...house }));
  return [TLP, { name: "house", public: false, labels }];
}

/** Colours of a label; those of one that no scheme has are white on black. */
export function coloursOf(marking: CarriedMarking): Pick<MarkingLabel, "colour" | "background"> {
  if (marking.house !== undefined) return marking.house;
  const { colour, background } = lookOf(marking.label, [TLP]) ?? PLAIN;
  return { colour, background };
}

const PLAIN = { colour: "#ffffff", background: "#000000" };

/** Labels of a scheme that are hard to read in their colours, each with its contrast. */
export function faintLabels({ labels }: MarkingScheme): readonly [label: string, ratio: number][] {
  return labels.flatMap(({ label, colour, background }): [string, number][] => {
    const ratio = contrastOf(rgbOf(colour), rgbOf(background));
    return ratio < LEAST_CONTRAST ? [[label, ratio]] : [];
  });
}
