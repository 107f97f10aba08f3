/** An issue of version 2 in, of version 3 out: the desk said nothing in it but on its themes. */
import type { JsonObject } from "./json-object.js";

export function from2To3(issue: JsonObject): JsonObject {
  const desk = { bottomLine: [], keyMessages: [], watch: [], standing: [] };
  return { ...issue, schema: "briefwright/issue/3", desk };
}
