/** A labels file in; the template's own words by dotted key, with the line of each, out. */
import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.js";
import type { TemplateFolder } from "../model/template-folder.js";
import { Recent } from "../text/recent.js";
import { closest } from "../text/suggest.js";
import { parseYaml } from "../text/yaml.js";

const PLURAL_FORMS = ["zero", "one", "two", "few", "many", "other"] as const;
type PluralForm = (typeof PLURAL_FORMS)[number];

/** Words by plural form; a label without forms has `other` alone. */
export interface Label {
  readonly forms: Readonly<Partial<Record<PluralForm, string>>> & { readonly other: string };
  readonly file: string;
  readonly line: number;
}

export interface Labels {
  readonly language: string;
  /** Where a person would add a label. */
  readonly file: string;
  readonly entries: ReadonlyMap<string, Label>;
}

/** A label's words cut at its parameters: `{name}`, or `{name| + }` for a list joined by ` + `. */
export type LabelPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "parameter"; readonly name: string; readonly separator: string | null };

interface ReadLabels {
  readonly labels: Labels;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whoever fills a template again mostly has the same labels. */
const READ = new Recent<ReadLabels>(16);

export function readLabels(file: string, text: string, language: string): ReadLabels {
  return READ.get([file, text, language], () => read(file, text, language));
}

function read(file: string, text: string, language: string): ReadLabels {
  const yaml = parseYaml(LabelsSchema, file, text);
  const entries = new Map<string, Label>();
  const diagnostics = [...yaml.diagnostics];
  const refuse = (path: readonly string[], code: string, fault: string, hint: string): void => {
    const message = `label "${path.join(".")}" ${fault}`;
    diagnostics.push({ code, severity: "error", message, place: yaml.placeOf(path), hint });
  };
  const visit = (value: unknown, path: readonly string[]): void => {
    // Who asks for a line has found a fault: to know the lines of all takes longer than to read all.
    const withLine = (forms: Label["forms"]): Label => ({
      forms,
      file,
      get line() {
        return yaml.placeOf(path).line ?? 1;
      },
    });
    if (typeof value === "string") {
      entries.set(path.join("."), withLine({ other: value }));
    } else if (isPlural(value)) {
      entries.set(path.join("."), withLine(value));
    } else if (!isRecord(value)) {
      refuse(path, "label-not-text", "is not text", "put it between double quotes");
    } else if (path.length === MAX_DEPTH) {
      refuse(path, "label-too-deep", "is nested too deeply", "take levels out");
    } else {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    }
  };
  visit(yaml.value ?? {}, []);
  return { labels: { language, file, entries }, diagnostics };
}

/**
 * Labels of a template and of those it extends, key by key the nearest.
 * @param folders nearest first; a label that none of them has is to be added to the first
 * @returns null where none has a file for the language
 */
export function readLabelsOfChain(
  folders: readonly Pick<TemplateFolder, "folder" | "files">[],
  language: string,
): { readonly labels: Labels; readonly diagnostics: readonly Diagnostic[] } | null {
  const path = `labels.${language}.yaml`;
  const read = folders.toReversed().flatMap(({ folder, files }) => {
    const text = files.get(path);
    return text === undefined ? [] : [readLabels(`${folder}/${path}`, text, language)];
  });
  if (read.length === 0) return null;
  const entries = new Map(read.flatMap(({ labels }) => [...labels.entries]));
  const labels = { language, file: `${folders[0]?.folder}/${path}`, entries };
  return { labels, diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

const LabelsSchema = z.record(z.string(), z.unknown());

/** Keys in a label's dotted name; an alias can make a label hold itself. */
const MAX_DEPTH = 8;

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
