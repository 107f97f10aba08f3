/** The fields of the view in, the sections of its reference page out: one for each thing that has fields. */
import type { Field, Fields, Shape } from "../view/shape.js";

export interface Section {
  /** A part by its name, a list by its path, the page by nothing. */
  readonly key: string;
  readonly kind: "page" | "list" | "part";
  readonly description: string;
  readonly rows: readonly Row[];
}

export interface Row {
  /** From the section's thing, `issue.number`. */
  readonly path: string;
  readonly field: Field;
  /** The section that tells of its fields, where they are told elsewhere. */
  readonly told: string | null;
}

export function sectionsOf({ shape }: Field): readonly Section[] {
  const sections: Section[] = [];
  const done = new Set<string>();
  const add = (key: string, kind: Section["kind"], description: string, fields: Fields): void => {
    if (done.has(key)) return;
    done.add(key);
    const rows = rowsOf(fields, key, "");
    sections.push({ key, kind, description, rows });
    for (const { field, told } of rows) {
      const inner = objectIn(field);
      if (told === null || inner === null) continue;
      const kind = inner.part === null ? "list" : "part";
      add(told, kind, inner.part?.description ?? field.description, inner.fields);
    }
  };
  if (shape.kind === "object") add("", "page", "", shape.fields);
  return [...sections.filter(({ kind }) => kind !== "part"), ...sections.filter(isPart)];
}

const isPart = ({ kind }: Section): boolean => kind === "part";

/** Objects that stand in one place are told where they stand. */
function rowsOf(fields: Fields, section: string, before: string): readonly Row[] {
  return [...fields].flatMap(([name, field]): Row[] => {
    const path = before === "" ? name : `${before}.${name}`;
    const { shape } = field;
    const inner = objectIn(field);
    if (shape.kind === "object" && shape.part === null) {
      return [{ path, field, told: null }, ...rowsOf(shape.fields, section, path)];
    }
    const told = inner && (inner.part?.name ?? (section === "" ? path : `${section} ${path}`));
    return [{ path, field, told }];
  });
}

/** The object that a field holds, or holds a list of. */
function objectIn({ shape }: Field): Extract<Shape, { kind: "object" }> | null {
  if (shape.kind === "list") return objectIn(shape.item);
  return shape.kind === "object" ? shape : null;
}
