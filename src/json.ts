/** A value in, the bytes of its JSON as this program writes files out. */
import type { z } from "zod";
import { inSchemaOrder } from "./text/schema-order.js";

/** @param schema gives the order of the keys; as they are by default */
export function toJson(value: unknown, schema?: z.ZodType): Uint8Array {
  const ordered = schema === undefined ? value : inSchemaOrder(schema, value);
  return new TextEncoder().encode(`${JSON.stringify(ordered, null, 2)}\n`);
}

/** The same on one line, for where room is short. */
export function toLine(value: unknown, schema: z.ZodType): string {
  return JSON.stringify(inSchemaOrder(schema, value));
}
