/** The words that styles take from the labels, in English, and records like those of the manuals. */
import { parse } from "yaml";
import type { CitingWords, Reference } from "../../src/citing/index.js";
import { dateOrdered } from "../../src/templating/reference-words.js";
import { readRepository } from "../workspace.js";

const {
  reference: ofStyles,
  comma,
  inferred,
} = parse(readRepository("templates/weekly/labels.en.yaml"));
const labels: Record<string, string> = { ...ofStyles, comma, inferred };

export const english: CitingWords = {
  date: (value, order) => dateOrdered(value, order, "en"),
  word: (key, params = {}) =>
    (labels[key] ?? `no label ${key}`).replace(/\{(\w+)\}/g, (_, name) => String(params[name])),
};

/** A person whose family name is known. */
export function person(given: string, family: string) {
  return { kind: "person", given, family } as const;
}

export function body(name: string) {
  return { kind: "literal", name } as const;
}

export function reference(known: Partial<Reference>): Reference {
  return {
    id: "a-000000000001",
    number: 1,
    authors: [],
    title: "",
    titled: true,
    language: "en",
    container: null,
    agency: null,
    date: null,
    url: null,
    archived: null,
    accessed: null,
    linked: true,
    ...known,
  };
}

export function periodical(name: string): Reference["container"] {
  return { name, owner: null, kind: "periodical" };
}

export function website(name: string): Reference["container"] {
  return { name, owner: null, kind: "website" };
}

export function on(value: string, inferred = false): Reference["date"] {
  return { value, inferred };
}
