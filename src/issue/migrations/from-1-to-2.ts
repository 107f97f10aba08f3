/** An issue of version 1 in, of version 2 out: what it did not know of stays empty. */
import { isJsonObject, type JsonObject } from "./json-object.js";

/** The only program that wrote version 1. */
const PROGRAM = { name: "briefwright", version: "0.1.0" };

export function from1To2(issue: JsonObject): JsonObject {
  return {
    ...issue,
    schema: "briefwright/issue/2",
    program: PROGRAM,
    asOf: null,
    previous: null,
    revision: null,
    themes: listOf(issue.themes, withoutHistory),
    disagreements: [],
    coverage: listOf(issue.coverage, withoutGrounds),
  };
}

function withoutGrounds(entry: JsonObject): JsonObject {
  return { ...entry, why: null, language: null, outlet: null, origin: null, story: null };
}

function withoutHistory(theme: JsonObject): JsonObject {
  const { reports, origins, backgroundReports } = theme;
  const ledger = {
    articles: lengthOf(reports),
    background: lengthOf(backgroundReports),
    origins: lengthOf(origins),
    outlets: {},
    languages: {},
    span: null,
    fates: {},
    silent: [],
  };
  return { ...theme, volume: [], ledger };
}

/** What is no list of objects is left to the schema to refuse. */
function listOf(value: unknown, change: (item: JsonObject) => JsonObject): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (isJsonObject(item) ? change(item) : item));
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
