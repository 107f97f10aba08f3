/**
 * An issue of version 2 in, of version 3 out: the desk said nothing in it but on its themes, and
 * numbers in brackets led to its sources.
 */
import { isJsonObject, type JsonObject } from "./json-object.js";

export function from2To3(issue: JsonObject): JsonObject {
  const desk = { bottomLine: [], keyMessages: [], watch: [], standing: [] };
  const citing = { form: "bracket", style: "house" };
  const { sources } = issue;
  const dated = Array.isArray(sources) ? sources.map(withoutCopies) : sources;
  return { ...issue, schema: "briefwright/issue/3", citing, desk, sources: dated };
}

function withoutCopies(source: unknown): unknown {
  return isJsonObject(source) ? { ...source, archived: null, accessed: null } : source;
}
