/** A labels file in; the template's own words by dotted key, with the line of each, out. */

import type { Diagnostic } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";
import { readYaml } from "./yaml-file.js";

const PLURAL_FORMS = ["zero", "one", "two", "few", "many", "other"] as const;
type PluralForm = (typeof PLURAL_FORMS)[number];

/** Words by plural form; a label without forms has `other` alone. */
export interface Label {
  readonly forms: Readonly<Partial<Record<PluralForm, string>>> & { readonly other: string };
  readonly line: number;
}

export interface Labels {
  readonly language: string;
  readonly file: string;
  readonly entries: ReadonlyMap<string, Label>;
}

/** A label's words cut at its parameters: `{name}`, or `{name| + }` for a list joined by ` + `. */
export type LabelPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "parameter"; readonly name: string; readonly separator: string | null };

export function readLabels(
  file: string,
  text: string,
  language: string,
): { labels: Labels; diagnostics: readonly Diagnostic[] } {
  const yaml = readYaml(file, text);
  const entries = new Map<string, Label>();
  const diagnostics = [...yaml.diagnostics];
  const visit = (value: unknown, path: readonly string[]): void => {
    const line = yaml.lineOf(path);
    if (typeof value === "string") {
      entries.set(path.join("."), { forms: { other: value }, line });
    } else if (isPlural(value)) {
      entries.set(path.join("."), { forms: value, line });
    } else if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    } else if (yaml.diagnostics.length === 0) {
      diagnostics.push({
        code: "label-not-text",
        severity: "error",
        message: `label "${path.join(".")}" is not text`,
        place: { file, line },
        hint: "put it between double quotes",
      });
    }
  };
  visit(yaml.value, []);
  return { labels: { language, file, entries }, diagnostics };
}

/** The words of a label for a count; the form is chosen by the language's plural rules. */
export function labelText(labels: Labels, key: string, count?: number): string | null {
  const label = labels.entries.get(key);
  if (label === undefined) return null;
  if (count === undefined) return label.forms.other;
  const form = new Intl.PluralRules(labels.language).select(count);
  return label.forms[form] ?? label.forms.other;
}

/** Every form's text, for checks that must hold whatever the count. */
export function labelTexts(label: Label): readonly string[] {
  return PLURAL_FORMS.flatMap((form) => label.forms[form] ?? []);
}

export function labelParts(text: string): readonly LabelPart[] {
  return text.split(/(\{[a-zA-Z]\w*(?:\|[^{}]*)?\})/).flatMap((piece, i): LabelPart[] => {
    if (i % 2 === 0) return piece === "" ? [] : [{ kind: "text", text: piece }];
    const [name = "", separator] = piece.slice(1, -1).split("|");
    return [{ kind: "parameter", name, separator: separator ?? null }];
  });
}

/** `did you mean …?` for a key that the file does not have. */
export function labelHint(labels: Labels, key: string): string {
  const near = closest(key, [...labels.entries.keys()]);
  return near === null ? `add it to ${labels.file}` : `did you mean "${near}"?`;
}

function isPlural(value: unknown): value is Label["forms"] {
  return (
    isRecord(value) &&
    typeof value.other === "string" &&
    Object.entries(value).every(
      ([key, text]) => PLURAL_FORMS.some((form) => form === key) && typeof text === "string",
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
