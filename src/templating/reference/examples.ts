/** A view in, a real value for every row of the reference out, with the path that prints it. */
import type { Field } from "../view/shape.js";
import type { Section } from "./sections.js";

export interface Example {
  /** Which of the views gives it. */
  readonly view: number;
  /** From the whole of the data: `themes.0.happened.2.text`. */
  readonly path: string;
  readonly value: unknown;
}

/** By section and path of its row. */
export type Examples = ReadonlyMap<Section["key"], ReadonlyMap<string, Example>>;

/** @param views of several issues, as no issue has everything: the first that has a value gives it */
export function examplesOf(sections: readonly Section[], views: readonly unknown[]): Examples {
  const found = new Map(sections.map(({ key }) => [key, new Map<string, Example>()]));
  const bySection = new Map(sections.map((section) => [section.key, section]));
  const visit = (view: number, key: string, value: unknown, path: string): void => {
    for (const row of bySection.get(key)?.rows ?? []) {
      const inner = valueAt(value, row.path);
      if (inner === undefined) continue;
      const place = path === "" ? row.path : `${path}.${row.path}`;
      keep(found.get(key), row.path, { view, path: place, value: inner });
      if (row.told === null) continue;
      for (const [at, each] of itemsOf(inner, place)) visit(view, row.told, each, at);
    }
  };
  views.forEach((view, i) => {
    visit(i, "", view, "");
  });
  return found;
}

/** What is empty gives way to what is not, and nothing else. */
function keep(examples: Map<string, Example> | undefined, row: string, example: Example): void {
  const known = examples?.get(row);
  if (known === undefined || (isEmpty(known.value) && !isEmpty(example.value))) {
    examples?.set(row, example);
  }
}

export function isEmpty(value: unknown): boolean {
  if (value === null || value === "" || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, name) => {
    if (typeof inner !== "object" || inner === null) return undefined;
    return Object.entries(inner).find(([key]) => key === name)?.[1];
  }, value);
}

function itemsOf(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (!Array.isArray(value)) return [[path, value]];
  return value.map((each, i): [string, unknown] => [`${path}.${i}`, each]);
}

/** Whether a template prints the field itself, not what it holds. */
export function isPrinted({ shape }: Field): boolean {
  return ["text", "number", "flag"].includes(shape.kind);
}
