/** Parameters that `template.yaml` declares and what the settings give in, checked values out. */
import { z } from "zod";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import {
  type GivenLook,
  ParameterNameSchema,
  type ParameterValue,
  ParameterValueSchema,
} from "../model/template-parameters.js";
import { closest } from "../text/suggest.js";

const described = { description: z.string().min(1) };

const DeclarationSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("string"), default: z.string().max(1000), ...described }),
  z.strictObject({ type: z.literal("number"), default: z.number(), ...described }),
  z.strictObject({ type: z.literal("boolean"), default: z.boolean(), ...described }),
  z.strictObject({ type: z.literal("colour"), default: z.string(), ...described }),
  z.strictObject({
    type: z.literal("choice"),
    choices: z.array(z.string().min(1)).min(1),
    default: z.string(),
    ...described,
  }),
  /** A file of the template or of the workspace; none by default. */
  z.strictObject({ type: z.literal("image"), default: z.string().default(""), ...described }),
]);
export type ParameterDeclaration = z.infer<typeof DeclarationSchema>;

/** By name; a template may give a parameter of its parent another default by the value alone. */
export const ParametersSchema = z.record(
  ParameterNameSchema,
  z.union([DeclarationSchema, ParameterValueSchema]),
);
type Parameters = z.infer<typeof ParametersSchema>;

/** A parameter with the value that counts, and the place where that is written. */
export interface Parameter {
  readonly name: string;
  readonly declaration: ParameterDeclaration;
  readonly value: ParameterValue;
  readonly place: Place;
}

/** A picture that a parameter names, under the path that the page names it by. */
export interface ParameterPicture {
  readonly path: string;
  /** As the value names it: a file of the chain, or of the workspace. */
  readonly source: string;
}

/** What the page says for a picture: whatever its file is called, the page can name it. */
export function picturesOf(parameters: readonly Parameter[]): readonly ParameterPicture[] {
  return parameters.flatMap(({ name, declaration, value }) => {
    if (declaration.type !== "image" || typeof value !== "string" || value === "") return [];
    const extension = value.split(".").at(-1)?.toLowerCase() ?? "";
    return [{ path: `parameters/${name}.${extension}`, source: value }];
  });
}

/** What a template sees of them. */
export function parameterValues(
  parameters: readonly Parameter[],
): Readonly<Record<string, ParameterValue>> {
  const pictures = new Map(picturesOf(parameters).map(({ path, source }) => [source, path]));
  return Object.fromEntries(
    parameters.map(({ name, declaration, value }) => [
      name,
      (declaration.type === "image" && pictures.get(String(value))) || value,
    ]),
  );
}

/** What one template of a chain says of its parameters. */
export interface ParametersOfFolder {
  readonly parameters: Parameters;
  readonly placeOf: (name: string) => Place;
}

/** Which pictures can be named: those of the chain, and those that the settings name. */
export type HasPicture = (path: string) => boolean;

/** @param chain nearest first */
export function resolveParameters(
  chain: readonly ParametersOfFolder[],
  given: GivenLook,
  hasPicture: HasPicture,
  diagnostics: Diagnostic[],
): readonly Parameter[] {
  const known = new Map<string, Parameter>();
  for (const { parameters, placeOf } of chain.toReversed()) {
    for (const [name, said] of Object.entries(parameters)) {
      const place = placeOf(name);
      const before = known.get(name);
      const parameter =
        typeof said === "object"
          ? declare(name, said, place, before)
          : giveValue(name, said, place, known);
      keep(parameter);
    }
  }
  for (const [name, { value, place }] of Object.entries(given.parameters)) {
    const parameter = giveValue(name, value, place, known);
    keep("code" in parameter ? { ...parameter, severity: "warning" } : parameter);
  }
  return [...known.values()];

  function keep(parameter: Parameter | Diagnostic): void {
    const fault = "code" in parameter ? parameter : faultOf(parameter, hasPicture);
    if (fault !== null) diagnostics.push(fault);
    else if (!("code" in parameter)) known.set(parameter.name, parameter);
  }
}

function declare(
  name: string,
  declaration: ParameterDeclaration,
  place: Place,
  before: Parameter | undefined,
): Parameter | Diagnostic {
  if (before === undefined || before.declaration.type === declaration.type) {
    return { name, declaration, value: declaration.default, place };
  }
  return {
    code: "parameter-type",
    severity: "error",
    message: `parameter "${name}" is a ${before.declaration.type} of the template that this one extends, not a ${declaration.type}`,
    place,
    hint: "give it another name",
  };
}

function giveValue(
  name: string,
  value: ParameterValue,
  place: Place,
  known: ReadonlyMap<string, Parameter>,
): Parameter | Diagnostic {
  const parameter = known.get(name);
  if (parameter !== undefined) return { ...parameter, value, place };
  const near = closest(name, known.keys());
  const names = [...known.keys()].join(", ") || "none";
  return {
    code: "unknown-parameter",
    severity: "error",
    message: `the template has no parameter "${name}"`,
    place,
    hint: near === null ? `it has ${names}` : `did you mean "${near}"?`,
  };
}

function faultOf(
  { name, declaration, value, place }: Parameter,
  hasPicture: HasPicture,
): Diagnostic | null {
  const wanted = wantedInstead(declaration, value, hasPicture);
  if (wanted === null) return null;
  const message = `parameter "${name}" is no ${declaration.type}: ${JSON.stringify(value)}`;
  return { code: "parameter-value", severity: "error", message, place, hint: wanted };
}

/** What to write in the place of a value; null for one that is right. */
function wantedInstead(
  declaration: ParameterDeclaration,
  value: ParameterValue,
  hasPicture: HasPicture,
): string | null {
  switch (declaration.type) {
    case "string":
      return typeof value === "string" ? null : "put it between double quotes";
    case "number":
      return typeof value === "number" ? null : "write a number without a unit";
    case "boolean":
      return typeof value === "boolean" ? null : "write true or false";
    case "colour":
      return typeof value === "string" && COLOUR.test(value)
        ? null
        : 'write it as "#12466b", between quotation marks';
    case "choice":
      return declaration.choices.some((choice) => choice === value)
        ? null
        : `one of ${declaration.choices.join(", ")}`;
    case "image":
      return value === "" || (typeof value === "string" && hasPicture(value))
        ? null
        : "name a PNG, JPEG or SVG file of the template's folder or of the workspace";
  }
}

/** CSS Color 4, as far as the PDF reads it; nothing of it can end a declaration. */
const COLOUR =
  /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,24}|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([\d\s.,%/+-]{1,60}\))$/i;
