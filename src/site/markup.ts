/** A template of HTML and values in, markup out in which no value can be anything but text (WHATWG HTML, 13.3). */

/** HTML that was made here, and may stand as it is. */
export class Markup {
  constructor(readonly html: string) {}
}

type Value = string | number | Markup | null | readonly Value[];

/** Text is escaped, markup stays, `null` is nothing, a list is its parts one after the other. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    parts.reduce((made, part, at) => `${made}${toHtml(values[at - 1] ?? null)}${part}`),
  );
}

export const NOTHING = new Markup("");

function toHtml(value: Value): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.html;
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? escapeText(value) : value.map(toHtml).join("");
}

/** Between tags, in quoted attributes and in XML; what is no character of XML 1.0 goes. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(NO_CHARACTER, "\ufffd")
    .replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const NO_CHARACTER = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
