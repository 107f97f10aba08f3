/** What a template lets be set: its parameters and the paper, as settings and `template.yaml` write them. */
import { z } from "zod";
import type { Place } from "./diagnostic.js";

/** Longer words belong into a label or a note of the desk. */
const LONGEST = 1000;

export const ParameterValueSchema = z.union(
  [z.string().max(LONGEST), z.number(), z.boolean()],
  "write a text, a number, true or false",
);
export type ParameterValue = z.infer<typeof ParameterValueSchema>;

export const ParameterNameSchema = z
  .string()
  .max(40)
  .regex(
    /^[a-z][a-zA-Z0-9-]*$/,
    "begin with a small letter; letters, digits and hyphens may follow",
  );

const LENGTH = String.raw`(?:0|\d{1,4}(?:\.\d{1,3})?(?:mm|cm|in|pt|pc|px|Q))`;
const NAMED_PAPER = "(?:A[345]|B[45]|letter|legal|ledger)(?: (?:portrait|landscape))?";

/** `size` and `margin` of `@page` (CSS Paged Media 3). */
export const PageSchema = z.strictObject({
  size: z
    .string()
    .regex(
      new RegExp(`^(?:${NAMED_PAPER}|${LENGTH}(?: ${LENGTH})?)$`, "i"),
      "write A4, Letter, A4 landscape, or a width and a height: 170mm 240mm",
    )
    .optional(),
  margin: z
    .string()
    .regex(
      new RegExp(`^${LENGTH}(?: ${LENGTH}){0,3}$`, "i"),
      "write one to four lengths with their units: 20mm 18mm",
    )
    .optional(),
});
export type PagePaper = z.infer<typeof PageSchema>;

/** What the settings of a brief give to its template. */
export interface GivenLook {
  /** Values by the name of the parameter, each with the place that it stands at. */
  readonly parameters: Readonly<
    Record<string, { readonly value: ParameterValue; readonly place: Place }>
  >;
  readonly page: { readonly paper: PagePaper; readonly place: Place } | null;
  /** How long the template may take to fill one page. */
  readonly seconds: number;
  /** Pictures of the workspace that the values name, by that name. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export const FILL_SECONDS = 5;

export const NOTHING_GIVEN: GivenLook = {
  parameters: {},
  page: null,
  seconds: FILL_SECONDS,
  pictures: new Map(),
};
