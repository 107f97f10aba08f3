/** A record and a field's names to the field's value, and the name that it was found under. */
import type { FieldNames } from "../../model/settings.js";
import { type FieldName, USUAL_NAMES } from "./field-names.js";

export type RecordOfFields = Readonly<Record<string, unknown>>;

export interface FoundField {
  /** As the record writes it; of nested records the whole way, with dots. */
  readonly name: string;
  readonly text: string;
}

export function isRecord(value: unknown): value is RecordOfFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names of the settings come before the usual ones. */
export function findField(
  record: RecordOfFields,
  field: FieldName,
  settings: FieldNames,
): FoundField | null {
  const own = field === "agency" || field === "summary" ? [] : (settings[field] ?? []);
  for (const path of [...own, ...USUAL_NAMES[field]]) {
    const found = follow(record, path);
    const text = found === null ? "" : textOf(found.value, field);
    if (found !== null && text.trim() !== "") return { name: found.name, text };
  }
  return null;
}

interface Followed {
  readonly name: string;
  readonly value: unknown;
}

/** A name that is there as it is written comes before a way through nested records. */
function follow(record: RecordOfFields, path: string): Followed | null {
  const key = keyOf(record, path);
  if (key !== undefined) return { name: key, value: record[key] };
  if (!path.includes(".")) return null;
  const names: string[] = [];
  let value: unknown = record;
  for (const step of path.split(".", MAX_STEPS)) {
    const inner: unknown = Array.isArray(value) ? value[0] : value;
    if (!isRecord(inner)) return null;
    const next = keyOf(inner, step);
    if (next === undefined) return null;
    names.push(next);
    value = inner[next];
  }
  return { name: names.join("."), value };
}

const MAX_STEPS = 8;

function keyOf(record: RecordOfFields, name: string): string | undefined {
  if (Object.hasOwn(record, name)) return name;
  return keysOf(record).get(plain(name));
}

/** Names of a record's fields by their plain form; looked for many times, made once. */
function keysOf(record: RecordOfFields): ReadonlyMap<string, string> {
  const known = KEYS.get(record);
  if (known !== undefined) return known;
  const keys = new Map<string, string>();
  for (const key of Object.keys(record).slice(0, MAX_KEYS)) {
    const form = plain(key);
    if (!keys.has(form)) keys.set(form, key);
  }
  KEYS.set(record, keys);
  return keys;
}

const KEYS = new WeakMap<RecordOfFields, ReadonlyMap<string, string>>();
const MAX_KEYS = 500;

function plain(name: string): string {
  const known = PLAIN.get(name);
  if (known !== undefined) return known;
  const form = name.toLowerCase().replace(/[\s_-]+/g, "");
  if (PLAIN.size < MAX_PLAIN) PLAIN.set(name, form);
  return form;
}

/** Exports repeat the same few names in every record. */
const PLAIN = new Map<string, string>();
const MAX_PLAIN = 5000;

/** Fields of records that stand where words were expected. */
const WORDS_OF_RECORD =
  "name rendered text value content title #text _text @value @id url original".split(" ");

function textOf(value: unknown, field: FieldName): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) {
    const texts = value.map((part: unknown) => (Array.isArray(part) ? "" : textOf(part, field)));
    return texts.filter((text) => text.trim() !== "").join(field === "body" ? "\n\n" : ", ");
  }
  if (!isRecord(value)) return "";
  if (typeof value.date === "string") return [value.date, value.time ?? ""].join(" ").trim();
  const inner = WORDS_OF_RECORD.map((name) => value[name]).find((part) => typeof part === "string");
  return typeof inner === "string" ? inner : "";
}
