/** The shape of the view and views of real issues in, the page that tells of every field out, as Markdown. */
import { HELPERS } from "../helper-table.js";
import { VIEW_VERSION } from "../view/index.js";
import type { Field, Shape } from "../view/shape.js";
import { viewField } from "../view/view-field.js";
import { type Example, type Examples, examplesOf } from "./examples.js";
import { type Row, type Section, sectionsOf } from "./sections.js";

/** Characters of a value that the page shows. */
const LONGEST = 90;

export function writeReference(views: readonly unknown[]): string {
  const sections = sectionsOf(viewField());
  const examples = examplesOf(sections, views);
  return [INTRODUCTION, ...sections.flatMap((section) => writeSection(section, examples))].join(
    "\n",
  );
}

const INTRODUCTION = `# The data that a template sees

Every field of \`${VIEW_VERSION}\`, with a value from a sample issue. \`brief template data 2021-W18\` prints
all of it for an issue of yours, \`brief template data 2021-W18 themes.0\` a part; the JSON Schema is
\`schemas/view.schema.json\`.

Inside \`{{#each themes}}\` a field is written by its own name: \`{{title}}\`; where a helper bears that name,
with \`this.\` before it: \`{{this.number}}\`. From anywhere else the path leads there, counted from 0:
\`{{themes.0.title}}\`; one that ends in a number is written \`{{corrections.[0]}}\`. A field that may be null
prints nothing where it is null, but none of its own fields may be asked for then: put them into
\`{{#if issue.previous}}…{{/if}}\`. \`{{#if}}\` takes null, false, 0, an empty text and an empty list for no.

A template says in \`template.yaml\` which version it is written for: \`view: ${VIEW_VERSION}\`. While the
version stays, no field is renamed or removed. A field that was is an error of \`brief template check\`,
which tells the new name and writes it with \`--fix\`.

<!-- Written by npm run reference from src/templating/view: change the descriptions there. -->
`;

function writeSection({ key, kind, description, rows }: Section, examples: Examples): string[] {
  const lists = key.split(" ").map((list) => `{{#each ${list}}}`);
  const title = {
    page: "The page",
    list: `In \`${lists.join("")}\``,
    part: capital(withArticle(key)),
  };
  return [
    `## ${title[kind]}`,
    "",
    ...(description === "" ? [] : [code(description), ""]),
    "| write | type | is | value |",
    "| --- | --- | --- | --- |",
    ...rows.map((row) => writeRow(row, kind, examples.get(key)?.get(row.path))),
    "",
  ];
}

function writeRow(row: Row, kind: Section["kind"], example: Example | undefined): string {
  const { field } = row;
  const cells = [
    `\`${howToWrite(row, kind)}\``,
    `${typeWords(field)}${field.nullable ? " or null" : ""}`,
    code(field.description),
    showValue(field.shape, example?.value),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** What prints the field where its section's thing is at hand. */
function howToWrite({ path, field: { shape, nullable } }: Row, kind: Section["kind"]): string {
  const isHelper = Object.keys(HELPERS).includes(path);
  const name = isHelper || (kind !== "page" && shape.kind === "object") ? `this.${path}` : path;
  if (shape.kind === "list") return writeList(name, shape.item);
  const helper = helperOf(shape);
  if (helper === null) return shape.kind === "object" ? `{{#with ${name}}}` : `{{${name}}}`;
  const call = `{{${helper} ${name}}}`;
  return nullable ? `{{#if ${name}}}${call}{{/if}}` : call;
}

function writeList(name: string, { shape }: Field): string {
  if (shape.kind === "object" && shape.part?.name === "citation") return "{{cite this}}";
  const helper = helperOf(shape);
  if (helper !== null) return `{{#each ${name}}}{{${helper} this}}{{/each}}`;
  return shape.kind === "object" ? `{{#each ${name}}}` : `{{#each ${name}}}{{this}}{{/each}}`;
}

/** Helpers that bear the name of the part which they print. */
const PRINTED = ["statement", "finding", "date"] as const;

/** What prints a part as a whole. */
function helperOf(shape: Shape): string | null {
  const part = shape.kind === "object" || shape.kind === "text" ? shape.part?.name : undefined;
  if (part === "date range") return "dateRange";
  return PRINTED.find((helper) => helper === part) ?? null;
}

function typeWords({ shape }: Field): string {
  switch (shape.kind) {
    case "text":
      if (shape.part !== null) return shape.part.name;
      return shape.words === null ? "text" : oneOf(shape.words);
    case "number":
      return "number";
    case "flag":
      return "true or false";
    case "list":
      return `list of ${typeWords(shape.item)}`;
    case "map":
      return "values by name";
    case "object":
      return shape.part === null
        ? "fields"
        : `[${shape.part.name}](#${withArticle(shape.part.name).replaceAll(" ", "-")})`;
    case "any":
      return "text, number or list";
  }
}

/** Longer lists of words stand in the JSON Schema. */
const MANY_WORDS = 12;

function oneOf(words: readonly string[]): string {
  const shown = words.slice(0, MANY_WORDS).map((word) => `\`${word}\``);
  return [...shown, ...(words.length > MANY_WORDS ? ["…"] : [])].join(", ");
}

function showValue(shape: Shape, value: unknown): string {
  const words = valueWords(shape, value);
  return words === "" ? "" : `\`${cut(words.replaceAll("`", "'"))}\``;
}

function valueWords(shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (shape.kind === "object" && shape.part === null) return "";
  if (Array.isArray(value)) {
    return shape.kind === "list" ? valueWords(shape.item.shape, value[0]) : value.join(", ");
  }
  if (typeof value !== "object") return String(value);
  if ("precision" in value) return Object.values(value).join(", ");
  for (const name of ["text", "quote", "title", "name", "kind"]) {
    const words: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
    if (typeof words === "string") return words;
  }
  return shape.kind === "map" ? JSON.stringify(value) : "";
}

function cut(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}

/** Mustaches and keys of labels in a description are code. */
function code(description: string): string {
  return description.replaceAll(/(?:\{\{[^}]*\}\})+|\b[a-z-]+\.<[^>]*>/g, "`$&`");
}

function withArticle(part: string): string {
  return `${/^[aeiou]/.test(part) ? "an" : "a"} ${part}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
