/** Declarations in the order of the cascade in, a computed style out (CSS Cascade 4, 4). */
import type { Report, SourcePlace } from "../report.js";
import { hintForProperty } from "./nearest-way.js";
import {
  IGNORED_PROPERTIES,
  PROPERTIES,
  type PropertyName,
  propertyNamed,
  type Style,
} from "./properties.js";
import type { StyleDeclaration } from "./read-stylesheet.js";
import { expandShorthand } from "./shorthands.js";
import type { LengthContext } from "./values.js";

/** A style together with what its children need to know to have theirs. */
export interface ComputedStyle {
  readonly style: Style;
  readonly customProperties: ReadonlyMap<string, string>;
  /** pt; the font size of the root element, which `rem` refers to. */
  readonly rootFontSize: number;
}

/** @param parent undefined for the root element */
export function computeStyle(
  declarations: readonly StyleDeclaration[],
  parent: ComputedStyle | undefined,
  report: Report,
): ComputedStyle {
  const ordered = [
    ...declarations.filter((each) => !each.important),
    ...declarations.filter((each) => each.important),
  ];
  const customProperties = collectCustomProperties(ordered, parent?.customProperties);
  const specified = specifiedValues(ordered, customProperties, report);
  const style = inheritedStyle(parent?.style);
  const parentFontSize = parent?.style.fontSize ?? PROPERTIES.fontSize.initial;
  const inheritedRoot = parent?.rootFontSize ?? parentFontSize;
  const set = (name: PropertyName, { text, place }: Specified, context: LengthContext) => {
    const value = computeValue(name, text, parent?.style, context);
    if (value === undefined) reportValue(name, text, place, report);
    else style[name] = value;
  };
  const fontSize = specified.get("fontSize");
  if (fontSize) {
    set("fontSize", fontSize, { fontSize: parentFontSize, rootFontSize: inheritedRoot });
  }
  const rootFontSize = parent ? inheritedRoot : Number(style.fontSize);
  const context = { fontSize: Number(style.fontSize), rootFontSize };
  for (const [name, value] of specified) if (name !== "fontSize") set(name, value, context);
  return { style: style as unknown as Style, customProperties, rootFontSize };
}

interface Specified {
  readonly text: string;
  readonly place: SourcePlace | undefined;
}

function specifiedValues(
  declarations: readonly StyleDeclaration[],
  customProperties: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<PropertyName, Specified> {
  const values = new Map<PropertyName, Specified>();
  for (const { name, value, place } of declarations) {
    if (name.startsWith("--")) continue;
    const text = substituteVariables(value, customProperties);
    const longhands = text === undefined ? undefined : expandShorthand({ name, value: text });
    if (!longhands) reportValue(name, value, place, report);
    for (const longhand of longhands ?? []) {
      const property = propertyNamed(longhand.name);
      if (property) values.set(property, { text: longhand.value, place });
      else if (!IGNORED_PROPERTIES.has(name) && !name.startsWith("-")) {
        report(
          "unsupported-property",
          `the PDF knows no property "${name}"`,
          place,
          hintForProperty(name),
        );
      }
    }
  }
  return values;
}

function reportValue(
  name: string,
  value: string,
  place: SourcePlace | undefined,
  report: Report,
): void {
  const cssName = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  report(
    "unsupported-value",
    `the PDF cannot read "${cssName}: ${value}"`,
    place,
    "see the table of properties in src/render/pdf/README.md",
  );
}

function inheritedStyle(parent: Style | undefined): Record<PropertyName, unknown> {
  const names = Object.keys(PROPERTIES) as PropertyName[];
  return Object.fromEntries(
    names.map((name) => {
      const property = PROPERTIES[name];
      return [name, parent && property.inherited ? parent[name] : property.initial];
    }),
  ) as Record<PropertyName, unknown>;
}

function computeValue(
  name: PropertyName,
  text: string,
  parent: Style | undefined,
  context: LengthContext,
): unknown {
  const { initial, inherited, parse } = PROPERTIES[name];
  if (text === "initial") return initial;
  if (text === "inherit" || (text === "unset" && inherited)) return parent ? parent[name] : initial;
  if (text === "unset") return initial;
  return parse(text, context);
}

function collectCustomProperties(
  declarations: readonly StyleDeclaration[],
  inherited: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const own = declarations.filter((each) => each.name.startsWith("--"));
  if (own.length === 0) return inherited ?? new Map();
  return new Map([...(inherited ?? []), ...own.map((each) => [each.name, each.value] as const)]);
}

const DEEPEST_VARIABLE = 16;

/** @returns undefined when a variable is missing and brings no fallback, or refers to itself. */
function substituteVariables(
  value: string,
  variables: ReadonlyMap<string, string>,
  depth = 0,
): string | undefined {
  if (!value.includes("var(")) return value;
  if (depth > DEEPEST_VARIABLE) return undefined;
  let missing = false;
  const text = value.replace(
    /var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)/g,
    (_, name: string, fallback?: string) => {
      const found = variables.get(name) ?? fallback;
      if (found === undefined) missing = true;
      return found?.trim() ?? "";
    },
  );
  return missing ? undefined : substituteVariables(text, variables, depth + 1);
}
