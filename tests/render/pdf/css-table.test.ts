/** The table of `templates/README.md` against the properties of the PDF: each row runs, each property has a row. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LOGICAL_NAMES } from "../../../src/render/pdf/css/logical-properties.js";
import {
  IGNORED_PROPERTIES,
  INTERNAL_PROPERTIES,
  PROPERTIES,
  PROPERTY_NAMES,
  propertyNamed,
} from "../../../src/render/pdf/css/properties.js";
import { PSEUDO_CLASSES } from "../../../src/render/pdf/css/pseudo-classes.js";
import { PSEUDO_ELEMENTS } from "../../../src/render/pdf/css/selectors.js";
import { SHORTHANDS } from "../../../src/render/pdf/css/shorthands.js";
import {
  AT_RULE_WAYS,
  PROPERTY_WAYS,
  SELECTOR_WAYS,
  UNIT_WAYS,
  VALUE_WAYS,
} from "../../../src/render/pdf/css/ways.js";
import { renderPdf } from "../../../src/render/pdf/index.js";
import { MARGIN_BOXES } from "../../../src/render/pdf/pages/margin-boxes.js";
import { CREATED_AT } from "./page.js";

const README = readFileSync("templates/README.md", "utf8");
const [, PAGE = ""] = /```html\n([\s\S]*?)```/.exec(README) ?? [];
const [, STYLE = ""] = /```css\n([\s\S]*?)```/.exec(README) ?? [];

interface Row {
  readonly names: readonly string[];
  readonly values: string;
  readonly remarks: string;
  readonly example: string;
}

const ROWS: readonly Row[] = section("Properties")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, names = "", values = "", remarks = "", example = ""] = cells;
    return { names: codeIn(names), values, remarks, example: codeIn(example).join(" ") };
  });

function section(title: string): string {
  const text = README.replaceAll(/^```[\s\S]*?^```/gm, "");
  return text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

async function render(css: string): Promise<{ file: string; faults: readonly string[] }> {
  const styleSheets = [{ css: STYLE }, { css, file: "example.css" }];
  const { bytes, diagnostics } = await renderPdf(PAGE, { createdAt: CREATED_AT, styleSheets });
  return { file: Buffer.from(bytes).toString("latin1"), faults: diagnostics.map((d) => d.message) };
}

/** The closed list of a property's words; empty where it takes more than words. */
function wordsOf(name: string): readonly string[] {
  const property = propertyNamed(name);
  const { words = [] }: { words?: readonly string[] } = property ? PROPERTIES[property] : {};
  return words;
}

/** The example without what it says of one property. */
function without(name: string, css: string): string {
  return css.replaceAll(new RegExp(`(?<![\\w-])${name}\\s*:[^;}]*;?`, "g"), "");
}

const INSTEAD = [
  "| instead of | |",
  "|---|---|",
  ...Object.entries(PROPERTY_WAYS).map(([name, way]) => row(name, way)),
  ...VALUE_WAYS.map(({ shown, way }) => row(shown, way)),
  ...grouped(UNIT_WAYS).map(([units, way]) => `| ${units.map(code).join(" ")} | ${escaped(way)} |`),
  ...Object.entries(AT_RULE_WAYS).map(([name, way]) => row(`@${name}`, way)),
  ...Object.entries(SELECTOR_WAYS).map(([selector, way]) => row(selector, way)),
].join("\n");

function row(shown: string, way: string): string {
  return `| ${code(shown)} | ${escaped(way)} |`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function escaped(text: string): string {
  return text.replace(/</g, "\\<");
}

function grouped(ways: Readonly<Record<string, string>>): [string[], string][] {
  const units = Map.groupBy(Object.keys(ways), (unit) => ways[unit] ?? "");
  return [...units].map(([way, names]) => [names, way]);
}

describe("templates/README.md", () => {
  it("says what to do instead of what is not supported, as the diagnostics do", () => {
    expect(section("Not supported, do this instead").trim().split("\n\n").at(-1)).toBe(INSTEAD);
  });

  it("lists the selectors, the margin boxes and what is passed over", () => {
    expect(codeIn(section("Selectors"))).toEqual(
      expect.arrayContaining([
        ...PSEUDO_CLASSES.map((name) => `:${name}`),
        ...PSEUDO_ELEMENTS.map((name) => `::${name}`),
      ]),
    );
    const boxes = codeIn(section("Pages")).filter((each) =>
      /^@(?:top|right|bottom|left)-/.test(each),
    );
    expect(new Set(boxes)).toEqual(new Set(Object.keys(MARGIN_BOXES).map((name) => `@${name}`)));
    const passedOver = codeIn(section("Passed over without a word")).filter(
      (name) => !name.startsWith("-"),
    );
    expect(passedOver).toEqual([...IGNORED_PROPERTIES]);
  });

  it("names no way to do without what the PDF reads", () => {
    expect(Object.keys(PROPERTY_WAYS).filter((name) => propertyNamed(name))).toEqual([]);
  });
});

describe("the table of properties in templates/README.md", () => {
  it("has a row for every property that the PDF reads, and no other", () => {
    const known = [...PROPERTY_NAMES, ...LOGICAL_NAMES, ...Object.keys(SHORTHANDS)];
    const documented = ROWS.flatMap(({ names }) => names);
    const wanted = [...new Set(known)].filter((name) => !INTERNAL_PROPERTIES.has(name));
    const missing = wanted.filter((name) => !documented.includes(name));
    expect(missing, `templates/README.md lacks rows for ${missing.join(", ")}`).toEqual([]);
    expect(documented.filter((name) => !wanted.includes(name))).toEqual([]);
    expect(documented.filter((name, at) => documented.indexOf(name) < at)).toEqual([]);
  });

  it("names every word that a property takes", () => {
    const missing = ROWS.flatMap(({ names: [name = "", ...others], values }) => {
      const words = wordsOf(name);
      const known = codeIn(values).join(" ").split(" ");
      const unnamed = words.filter(
        (word) => !word.split(" ").every((each) => known.includes(each)),
      );
      return others.length > 0 || /^(?:`auto` and )?as /.test(values)
        ? []
        : unnamed.map((word) => `${name}: ${word}`);
    });
    expect(missing, `rows of templates/README.md lack words: ${missing.join(", ")}`).toEqual([]);
  });

  it.each(ROWS.map((row) => [row.names.join(" "), row] as const))("%s", async (_, row) => {
    const { file, faults } = await render(row.example);
    const useless: string[] = [];
    for (const name of row.names) {
      const other = await render(without(name, row.example));
      if (other.file === file && wordsOf(name).length !== 1) useless.push(name);
    }
    if (row.remarks.includes("with a diagnostic")) expect(faults).toHaveLength(1);
    else expect(faults, `its example brings diagnostics: ${faults.join("; ")}`).toEqual([]);
    expect(useless, `change nothing in the example: ${useless.join(", ")}`).toEqual([]);
  });
});
