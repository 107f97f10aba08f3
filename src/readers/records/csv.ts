/** CSV with a header, parted by commas, semicolons, tabs or bars, to an article per row. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { FieldNames } from "../../model/settings.js";
import { type CsvRow, findDelimiter, parseCsv } from "../../text/parse-csv.js";
import { decodeText } from "../decode.js";
import { type Item, type NoItem, readItems } from "../item.js";
import { MAX_FILE_BYTES } from "../limits.js";
import type { RawFile, ReadContext, Reader, ReadResult } from "../reader.js";
import { findField, type RecordOfFields } from "./find-field.js";
import { recordItem, withoutBody } from "./record-item.js";

export const csv: Reader = {
  name: "csv",
  format: "CSV",
  extensions: [".csv", ".tsv", ".tab"],
  maxBytes: MAX_FILE_BYTES,
  // Any text with commas could be one: the name has to say so.
  recognises: () => false,
  read: readCsv,
};

function readCsv(source: RawFile, { fields }: ReadContext): ReadResult {
  const { file, bytes } = source;
  const { text, diagnostics } = decodeText(bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const [header, ...rows] = parseCsv(text, findDelimiter(text));
  const fault =
    header === undefined || rows.length === 0 ? noRows(file) : headerFault(header, fields, file);
  if (header === undefined || fault !== null) {
    return { articles: [], diagnostics: [...diagnostics, ...(fault === null ? [] : [fault])] };
  }
  const names = header.fields.map((name) => name.trim());
  const result = readItems(
    rows.map((row) => rowItem(row, names, fields)),
    source,
  );
  return { articles: result.articles, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/** One row is enough to see whether a column holds the text: its name does. */
function headerFault(header: CsvRow, fields: FieldNames, file: string): Diagnostic | null {
  const record = recordOf(
    header.fields.map((name) => name.trim()),
    header.fields.map((name) => name || "-"),
  );
  const known = findField(record, "body", fields) ?? findField(record, "summary", fields);
  if (known !== null) return null;
  const note = withoutBody(record, "no column is named for the articles' text");
  return { ...note, place: { file, line: header.line } };
}

function rowItem(row: CsvRow, names: readonly string[], fields: FieldNames): Item | NoItem {
  if (row.fault !== null) return { missing: { ...brokenRow(row.fault), line: row.line } };
  const record = recordOf(names, row.fields);
  const item = recordItem("csv", record, fields, row.line);
  return "missing" in item ? { missing: { ...emptyRow(), line: row.line } } : item;
}

/** Of columns with the same name the first that holds something counts. */
function recordOf(names: readonly string[], values: readonly string[]): RecordOfFields {
  const record: Record<string, string> = Object.create(null);
  for (const [index, name] of names.entries()) record[name] ||= values[index] ?? "";
  return record;
}

function brokenRow(fault: string) {
  return {
    code: "csv-row",
    severity: "warning",
    message: `cannot be told apart: ${fault}`,
    hint: 'write fields that hold delimiters or line breaks between quotation marks, and " in them as ""',
  } as const;
}

function emptyRow() {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    hint: "remove the row, or fetch the article again",
  } as const;
}

function noRows(file: string): Diagnostic {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no rows below a header",
    place: { file },
    hint: "write the names of the columns into the first row, such as title, date, body",
  };
}
