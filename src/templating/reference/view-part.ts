/** A view and a path in, what stands there out: as a value, and as YAML that tells of every field once. */
import { Document, isMap, isPair, isScalar, isSeq } from "yaml";
import { closest } from "../../text/suggest.js";
import type { Field } from "../view/shape.js";
import { viewField } from "../view/view-field.js";

export interface ViewPart {
  readonly value: unknown;
  readonly field: Field;
  /** `themes` for `themes.0`. */
  readonly path: string;
}

/** @returns the part, or the names that there are in the place of the one that is not */
export function viewPart(
  view: unknown,
  path: string,
): ViewPart | { readonly missing: string; readonly hint: string } {
  const names = path.split(/[.[\]]+/).filter((name) => name !== "");
  let at: ViewPart = { value: view, field: viewField(), path: "" };
  for (const [i, name] of names.entries()) {
    const inner = step(at, name);
    if (inner === null) {
      const before = names.slice(0, i).map((each) => `${each}.`);
      return { missing: `${before.join("")}${name}`, hint: hintAt(at, name, before.join("")) };
    }
    at = inner;
  }
  return at;
}

function step({ value, field, path }: ViewPart, name: string): ViewPart | null {
  if (typeof value !== "object" || value === null) return null;
  const inner = Object.entries(value).find(([key]) => key === name);
  if (inner === undefined) return null;
  const isItem = Array.isArray(value);
  return {
    value: inner[1],
    field: isItem ? itemOf(field) : fieldAt(field, name),
    path: isItem ? path : path === "" ? name : `${path}.${name}`,
  };
}

function hintAt({ value }: ViewPart, name: string, before: string): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? "the list is empty" : `the list goes from 0 to ${value.length - 1}`;
  }
  if (typeof value !== "object" || value === null) return "nothing is inside of it";
  const names = Object.keys(value);
  const near = closest(name, names);
  return near === null ? `there are ${names.join(", ")}` : `did you mean "${before}${near}"?`;
}

const UNKNOWN: Field = { shape: { kind: "any" }, nullable: false, description: "" };

function itemOf({ shape }: Field): Field {
  return shape.kind === "list" || shape.kind === "map" ? shape.item : UNKNOWN;
}

function fieldAt({ shape }: Field, name: string): Field {
  if (shape.kind === "object") return shape.fields.get(name) ?? UNKNOWN;
  return itemOf({ ...UNKNOWN, shape });
}

/** What a field is stands above it where it comes first. */
export function viewYaml({ value, field, path }: ViewPart): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const told = new Set<string>();
  tell(document.contents, field, path, told);
  return document.toString({ lineWidth: 100 });
}

function tell(node: unknown, field: Field, path: string, told: Set<string>): void {
  if (isMap(node)) {
    const part = field.shape.kind === "object" ? field.shape.part?.name : undefined;
    for (const [i, { key, value }] of node.items.filter(isPair).entries()) {
      const name = isScalar(key) ? String(key.value) : "";
      const inner = fieldAt(field, name);
      const place = `${part ?? path}.${name}`;
      if (isScalar(key) && inner.description !== "" && !told.has(place)) {
        told.add(place);
        // The comment of a first key would stand before the dash of a list.
        if (i > 0 || path === "") key.commentBefore = ` ${inner.description}`;
        else node.commentBefore = ` ${inner.description}`;
      }
      tell(value, inner, place, told);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) tell(item, itemOf(field), path, told);
  }
}
