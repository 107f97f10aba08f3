/** JSON to articles: one object is one article, a list is many. */
import type { FieldNames } from "../../model/settings.js";
import { decodeText } from "../decode.js";
import { readItems } from "../item.js";
import { MAX_FILE_BYTES } from "../limits.js";
import type { Head, RawFile, ReadContext, Reader, ReadResult } from "../reader.js";
import { findField, isRecord } from "./find-field.js";
import { lineRecords, noRecords } from "./jsonl.js";
import { parseJson } from "./parse-json.js";
import { recordItem } from "./record-item.js";

export const json: Reader = {
  name: "json",
  format: "JSON",
  extensions: [".json"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ text, extension }: Head) => BEGINNING.test(text) && NAMES.has(extension),
  read: readJson,
};

/** Text may begin with a bracket too: `[ad_1]`. */
const BEGINNING = /^(?:\{\s*"|\[\s*\{\s*")/;
/** Extensions that do not speak of another format. */
const NAMES = new Set(["", ".json", ".txt", ".text", ".geojson", ".jsonld"]);

function readJson(source: RawFile, { fields }: ReadContext): ReadResult {
  const { file, bytes } = source;
  const { text, diagnostics } = decodeText(bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const parsed = parseJson(text, file);
  const lines = parsed.diagnostics.length > 0 ? lineRecords("json", text, fields) : null;
  // A file of one object a line goes by the name of JSON too.
  if (parsed.diagnostics.length > 0 && (lines === null || !lines.some((item) => "body" in item))) {
    return { articles: [], diagnostics: [...diagnostics, ...parsed.diagnostics] };
  }
  const records = lines === null ? recordsOf(parsed.value, fields) : [];
  const items = lines ?? records.map((record) => recordItem("json", record, fields));
  if (items.length === 0) return { articles: [], diagnostics: [...diagnostics, noRecords(file)] };
  const result = readItems(items, source);
  return { articles: result.articles, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/** Names of the lists that exports and interfaces wrap their records in. */
const LISTS =
  "articles items results data documents docs hits response news entries stories posts records rows value list @graph".split(
    " ",
  );
const MAX_WRAPPINGS = 4;

function recordsOf(value: unknown, fields: FieldNames): readonly unknown[] {
  let inner: unknown = value;
  for (let wrapping = 0; wrapping < MAX_WRAPPINGS; wrapping += 1) {
    if (Array.isArray(inner)) return inner;
    if (!isRecord(inner) || findField(inner, "body", fields) !== null) return [inner];
    const record = inner;
    const lists = LISTS.map((name) => record[name]);
    const wrapped = lists.find(Array.isArray) ?? lists.find(isRecord);
    if (wrapped === undefined) return [inner];
    inner = wrapped;
  }
  return [inner];
}
