/** The labels of a template in each of its languages in, what one has and another lacks out. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { type Label, type Labels, labelParts, labelTexts } from "../labels.js";

/** The keys that a template names: whole ones, and those of which it names the beginning. */
export class UsedLabels {
  readonly #keys = new Set<string>();
  readonly #groups = new Set<string>();

  add(key: string): void {
    this.#keys.add(key);
  }

  addGroup(beginning: string): void {
    this.#groups.add(beginning);
  }

  has(key: string): boolean {
    if (this.#keys.has(key)) return true;
    const names = key.split(".");
    return names.some((_, i) => i > 0 && this.#groups.has(names.slice(0, i).join(".")));
  }
}

/** @param all the first is the one that the others are held to */
export function lintLabelSets(
  all: readonly Labels[],
  used: Pick<UsedLabels, "has">,
): readonly Diagnostic[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  return others.flatMap((labels) => [
    ...missing(first, labels, used),
    ...[...labels.entries].flatMap(([key, label]) => {
      const original = used.has(key) ? first.entries.get(key) : undefined;
      if (original === undefined) return [];
      return [...differing(first, original, key, label), ...formless(labels, key, label)];
    }),
  ]);
}

function missing(
  first: Labels,
  { entries, file }: Labels,
  used: Pick<UsedLabels, "has">,
): readonly Diagnostic[] {
  return [...first.entries].flatMap(([key, label]): Diagnostic[] => {
    if (entries.has(key) || !used.has(key)) return [];
    return [
      {
        code: "missing-label",
        severity: "error",
        message: `no label "${key}"`,
        place: { file },
        hint: `in ${nameOf(first)} it is "${label.forms.other}"`,
      },
    ];
  });
}

/** What a label fills in is given by the template: it is the same in every language. */
function differing(
  first: Labels,
  original: Label,
  key: string,
  label: Label,
): readonly Diagnostic[] {
  const [wanted, given] = [parametersOf(original), parametersOf(label)];
  const strange = [...given].filter((name) => !wanted.has(name));
  const lost = [...wanted].filter((name) => !given.has(name));
  if (strange.length === 0 && lost.length === 0) return [];
  const faults = [
    ...(strange.length === 0 ? [] : [`fills in ${braced(strange)}, which is not given`]),
    ...(lost.length === 0 ? [] : [`leaves out ${braced(lost)}`]),
  ];
  return [
    {
      code: "label-parameters",
      severity: strange.length > 0 ? "error" : "warning",
      message: `label "${key}" ${faults.join(" and ")}`,
      place: { file: label.file, line: label.line },
      hint: `in ${nameOf(first)} it is "${original.forms.other}"`,
    },
  ];
}

function parametersOf(label: Label): ReadonlySet<string> {
  const parts = labelTexts(label).flatMap(labelParts);
  return new Set(parts.flatMap((part) => (part.kind === "parameter" ? part.name : [])));
}

const braced = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(", ");

/** Counts that a brief has: of the forms of a language all that any of these takes are needed. */
const COUNTS = Array.from({ length: 200 }, (_, n) => n);

function formless({ language }: Labels, key: string, label: Label): readonly Diagnostic[] {
  if (Object.keys(label.forms).length < 2) return [];
  const lacking = formsOf(language).filter((form) => !Object.hasOwn(label.forms, form));
  if (lacking.length === 0) return [];
  return [
    {
      code: "plural-forms",
      severity: "warning",
      message: `label "${key}" lacks the form "${lacking.join('", "')}"`,
      place: { file: label.file, line: label.line },
      hint: `${nameOf({ language })} counts with it; "other" stands in its place until then`,
    },
  ];
}

const FORMS = new Map<string, readonly string[]>();

function formsOf(language: string): readonly string[] {
  const known = FORMS.get(language);
  if (known !== undefined) return known;
  const rules = new Intl.PluralRules(language);
  const forms = [...new Set(COUNTS.map((count) => rules.select(count)))];
  FORMS.set(language, forms);
  return forms;
}

function nameOf({ language }: Pick<Labels, "language">): string {
  return new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;
}
