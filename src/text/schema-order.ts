/** A value and its schema in, the same value with its keys in the order of the schema out. */
import { z } from "zod";

/**
 * One value has one text: keys that the schema names come in its order, those of a record by code
 * units. The value is one that the schema has checked.
 */
export function inSchemaOrder(schema: z.core.$ZodType, value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (schema instanceof z.ZodObject) {
    return inOrder(value, Object.keys(schema.shape), (key) => schema.shape[key]);
  }
  if (schema instanceof z.ZodRecord) {
    return inOrder(value, Object.keys(value).sort(), () => schema.valueType);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => inSchemaOrder(schema.element, item));
  }
  if (schema instanceof z.ZodUnion) {
    const fitting = schema.options.find((option) => z.safeParse(option, value).success);
    return fitting === undefined ? value : inSchemaOrder(fitting, value);
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return inSchemaOrder(schema.unwrap(), value);
  }
  return value;
}

function inOrder(
  value: object,
  keys: readonly string[],
  schemaOf: (key: string) => z.core.$ZodType | undefined,
): object {
  const given = new Map<string, unknown>(Object.entries(value));
  const entries = keys.flatMap((key) => {
    const schema = schemaOf(key);
    const inner = given.get(key);
    return schema === undefined || inner === undefined ? [] : [[key, inSchemaOrder(schema, inner)]];
  });
  return Object.fromEntries(entries);
}
