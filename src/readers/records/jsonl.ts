/** JSON Lines to articles: one object a line. */
import type { FieldNames } from "../../model/settings.js";
import { decodeText } from "../decode.js";
import { type Item, type NoItem, readItems } from "../item.js";
import { MAX_FILE_BYTES } from "../limits.js";
import { type RawFile, type ReadContext, type Reader, type ReadResult, refuse } from "../reader.js";
import { parseJson } from "./parse-json.js";
import { recordItem } from "./record-item.js";

export const jsonl: Reader = {
  name: "jsonl",
  format: "JSON Lines",
  extensions: [".jsonl", ".ndjson", ".ldjson"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ text, extension }) => LINE.test(text) && jsonl.extensions.includes(extension),
  read: readJsonl,
};

const LINE = /^\{/;

function readJsonl(source: RawFile, { fields }: ReadContext): ReadResult {
  const { file, bytes } = source;
  const { text, diagnostics } = decodeText(bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const items = lineRecords("jsonl", text, fields);
  const result = items.length === 0 ? refuse(noRecords(file)) : readItems(items, source);
  return { articles: result.articles, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/** Every line that is not blank to a record; a line that is no JSON is one too, and says so. */
export function lineRecords(format: string, text: string, fields: FieldNames): (Item | NoItem)[] {
  const items: (Item | NoItem)[] = [];
  let line = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    line += 1;
    const words = text.slice(start, end).trim();
    if (words !== "") items.push(lineRecord(format, words, fields, line));
    start = end + 1;
  }
  return items;
}

function lineRecord(
  format: string,
  words: string,
  fields: FieldNames,
  line: number,
): Item | NoItem {
  const { value, diagnostics } = parseJson(words, "", line);
  const [fault] = diagnostics;
  if (fault === undefined) return recordItem(format, value, fields, line);
  const { place: _, ...note } = fault;
  return { missing: { ...note, line } };
}

export function noRecords(file: string) {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no records",
    place: { file },
    hint: "export the articles again",
  } as const;
}
