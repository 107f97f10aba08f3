/** A list of recipients in CSV in, its rows with their lines out; a row that is wrong costs that row alone. */
import type { Diagnostic } from "../model/diagnostic.js";
import { type CsvRow, findDelimiter, parseCsv } from "../text/parse-csv.js";
import { describeIssues } from "../text/schema-issues.js";
import { closest } from "../text/suggest.js";
import { ListEntrySchema, type PlacedEntry } from "./list-entry.js";
import type { ReadList } from "./read-yaml-list.js";

const COLUMNS = Object.keys(ListEntrySchema.shape);

export function readCsvList(text: string, file: string): ReadList {
  const [header, ...rows] = parseCsv(text, findDelimiter(text));
  const names = header?.fields.map((name) => columnOf(name)) ?? [];
  if (header === undefined || !names.includes("address")) {
    return { entries: [], diagnostics: [noAddresses(file, header)] };
  }
  const diagnostics = names.flatMap((name, at) =>
    name === null ? [unknownColumn(file, header.line, header.fields[at] ?? "")] : [],
  );
  const entries: PlacedEntry[] = [];
  for (const row of rows) {
    const place = { file, line: row.line };
    if (row.fault !== null) {
      diagnostics.push({ ...WRONG_ROW, message: row.fault, place });
      continue;
    }
    const given = recordOf(names, row);
    const checked = ListEntrySchema.safeParse(given);
    if (checked.success) entries.push({ entry: checked.data, placeOf: () => place });
    else {
      const { issues } = checked.error;
      diagnostics.push(...describeIssues(ListEntrySchema, given, issues, () => place));
    }
  }
  return { entries, diagnostics };
}

/** Spreadsheets write columns as people do: `Address`, `password env`. */
function columnOf(name: string): string | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, "");
  return COLUMNS.find((column) => column.toLowerCase() === plain) ?? ALSO.get(plain) ?? null;
}

const ALSO: ReadonlyMap<string, string> = new Map([
  ["email", "address"],
  ["mail", "address"],
  ["marking", "markings"],
]);

/** Empty cells say nothing. */
function recordOf(names: readonly (string | null)[], { fields }: CsvRow): Record<string, unknown> {
  const cells = names.flatMap((name, at): [string, unknown][] => {
    const cell = fields[at]?.trim() ?? "";
    return name === null || cell === "" ? [] : [[name, cellValue(name, cell)]];
  });
  return Object.fromEntries(cells);
}

function cellValue(name: string, cell: string): unknown {
  if (name === "markings")
    return cell
      .split(/[;|,]/)
      .map((label) => label.trim())
      .filter(Boolean);
  if (name !== "watermark") return cell;
  return YES_OR_NO.get(cell.toLowerCase()) ?? cell;
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["true", true],
  ["1", true],
  ["no", false],
  ["false", false],
  ["0", false],
]);

const WRONG_ROW = {
  code: "recipient-row",
  severity: "error",
  hint: "put fields that hold commas or quotation marks into quotation marks, doubled inside",
} as const;

function noAddresses(file: string, header: CsvRow | undefined): Diagnostic {
  return {
    code: "recipient-columns",
    severity: "error",
    message: header === undefined ? "holds nothing" : "no column is named address",
    place: { file, ...(header === undefined ? {} : { line: header.line }) },
    hint: `begin with a row of names: ${COLUMNS.join(",")}`,
  };
}

function unknownColumn(file: string, line: number, name: string): Diagnostic {
  const near = closest(name, COLUMNS);
  return {
    code: "recipient-columns",
    severity: "warning",
    message: `the column “${name}” means nothing here, and is left out`,
    place: { file, line },
    hint: near === null ? `there are ${COLUMNS.join(", ")}` : `did you mean “${near}”?`,
  };
}
