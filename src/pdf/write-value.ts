/** PDF values in, their bytes out (ISO 32000-2, 7.3): strings as hexadecimals, so that nothing in them has to be escaped. */
import type { PdfDictionary, PdfValue } from "./value.js";

export function name(text: string): PdfValue {
  return { kind: "name", name: text };
}

export function reference(id: number): PdfValue {
  return { kind: "reference", id };
}

export function array(items: readonly PdfValue[]): PdfValue {
  return { kind: "array", items };
}

export function dictionary(entries: Readonly<Record<string, PdfValue>>): PdfDictionary {
  return { kind: "dictionary", entries: new Map(Object.entries(entries)) };
}

export function streamOf(
  entries: Readonly<Record<string, PdfValue>>,
  bytes: Uint8Array,
): PdfDictionary {
  return { ...dictionary(entries), stream: Buffer.from(bytes) };
}

export function writeValue(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value);
  switch (value.kind) {
    case "name":
      return writeName(value.name);
    case "string":
      return `<${value.bytes.toString("hex")}>`;
    case "reference":
      return `${value.id} 0 R`;
    case "array":
      return `[${value.items.map(writeValue).join(" ")}]`;
    case "dictionary":
      return writeDictionary(value.entries);
  }
}

/** A whole object; of a stream with its bytes, and their length as it is now. */
export function writeObject(id: number, value: PdfValue): Buffer {
  const isStream = value !== null && typeof value === "object" && "stream" in value;
  if (!isStream || value.stream === undefined) {
    return Buffer.from(`${id} 0 obj\n${writeValue(value)}\nendobj\n`, "latin1");
  }
  const entries = new Map(value.entries).set("Length", value.stream.length);
  return Buffer.concat([
    Buffer.from(`${id} 0 obj\n${writeDictionary(entries)}\nstream\n`, "latin1"),
    value.stream,
    Buffer.from("\nendstream\nendobj\n", "latin1"),
  ]);
}

function writeDictionary(entries: ReadonlyMap<string, PdfValue>): string {
  const parts = [...entries].map(([key, value]) => `${writeName(key)} ${writeValue(value)}`);
  return `<<${parts.join(" ")}>>`;
}

/** Letters other than these, and what begins with `#`, are written as hexadecimals. */
function writeName(text: string): string {
  const bytes = [...Buffer.from(text, "latin1")];
  const written = bytes.map((byte) => {
    const letter = String.fromCharCode(byte);
    return /[!"$&'*+,\-.0-9:;=?@A-Z\\^_`a-z|~]/.test(letter)
      ? letter
      : `#${byte.toString(16).padStart(2, "0")}`;
  });
  return `/${written.join("")}`;
}

/** PDF has no exponents. */
function writeNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(6).replace(/\.?0+$/, "");
}
