/** The schema of the view in, a tree of its fields as reference and lint walk it out. */
import { z } from "zod";

/** What stands under a name, and what its schema says of it. */
export interface Field {
  readonly shape: Shape;
  readonly nullable: boolean;
  readonly description: string;
}

export type Shape =
  /** `part` is what stands in several places: a statement. */
  | { readonly kind: "object"; readonly part: Part | null; readonly fields: Fields }
  | { readonly kind: "list"; readonly item: Field }
  /** Names that the data chooses. */
  | { readonly kind: "map"; readonly item: Field }
  /** `words` where it can only be one of these. */
  | { readonly kind: "text"; readonly part: Part | null; readonly words: readonly string[] | null }
  | { readonly kind: "number" }
  | { readonly kind: "flag" }
  | { readonly kind: "any" };

export interface Part {
  readonly name: string;
  readonly description: string;
}

export type Fields = ReadonlyMap<string, Field>;

/** @param parts schemas that have a name, by it */
export function fieldOf(schema: z.ZodType, parts: Readonly<Record<string, z.ZodType>> = {}): Field {
  const named = Object.entries(parts).map(([name, part]): [z.ZodType, Part] => {
    const { description = "" } = z.globalRegistry.get(part) ?? {};
    return [part, { name: partName(name), description }];
  });
  return readField(schema, new Map(named));
}

/** `date range` for `DateRangeViewSchema`. */
function partName(name: string): string {
  const words = name.replace(/(?:View)?Schema$/, "").replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ");
  return words.toLowerCase();
}

type Parts = ReadonlyMap<z.core.$ZodType, Part>;

function readField(schema: z.core.$ZodType, parts: Parts): Field {
  const description = z.globalRegistry.get(schema)?.description ?? "";
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    const inner = readField(schema.unwrap(), parts);
    return { ...inner, nullable: true, description: description || inner.description };
  }
  return { shape: readShape(schema, parts), nullable: false, description };
}

function readShape(schema: z.core.$ZodType, parts: Parts): Shape {
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(
      ([name, each]) => [name, readField(each, parts)] as const,
    );
    return { kind: "object", part: partOf(schema, parts), fields: new Map(fields) };
  }
  if (schema instanceof z.ZodArray) return { kind: "list", item: readField(schema.element, parts) };
  if (schema instanceof z.ZodRecord) {
    return { kind: "map", item: readField(schema.valueType, parts) };
  }
  if (schema instanceof z.ZodEnum)
    return { kind: "text", part: null, words: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral)
    return { kind: "text", part: null, words: [...schema.values].map(String) };
  if (schema instanceof z.ZodNumber) return { kind: "number" };
  if (schema instanceof z.ZodBoolean) return { kind: "flag" };
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return { kind: "text", part: partOf(schema, parts), words: null };
  }
  return { kind: "any" };
}

/** A schema that was given a description of its own is still the part that it was made from. */
function partOf(schema: z.core.$ZodType, parts: Parts): Part | null {
  for (let each: z.core.$ZodType | undefined = schema; each; each = each._zod.parent) {
    const part = parts.get(each);
    if (part !== undefined) return part;
  }
  return null;
}
