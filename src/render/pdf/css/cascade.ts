/** Rules and elements in, computed styles out (CSS Cascade 4, CSS Custom Properties 1). */
import type { Element } from "domhandler";
import { remember } from "../remember.js";
import type { Report } from "../report.js";
import {
  IGNORED_PROPERTIES,
  PROPERTIES,
  type PropertyName,
  propertyNamed,
  type Style,
} from "./properties.js";
import { readStyleAttribute, type StyleDeclaration, type StyleSheet } from "./read-stylesheet.js";
import { type CompiledSelector, compileSelector, keysOf, type PseudoElement } from "./selectors.js";
import { expandShorthand } from "./shorthands.js";
import type { LengthContext } from "./values.js";

/** A style together with what its children need to know to have theirs. */
export interface ComputedStyle {
  readonly style: Style;
  readonly customProperties: ReadonlyMap<string, string>;
  /** pt; the font size of the root element, which `rem` refers to. */
  readonly rootFontSize: number;
}

export interface Cascade {
  /** @param parent undefined for the root element */
  styleOf(element: Element, parent: ComputedStyle | undefined): ComputedStyle;
  /** @returns undefined when no rule speaks of this pseudo-element. */
  pseudoStyleOf(
    element: Element,
    pseudo: PseudoElement,
    own: ComputedStyle,
  ): ComputedStyle | undefined;
  /** What a box without an element of its own looks like: nothing but what it inherits. */
  anonymousStyle(parent: ComputedStyle): ComputedStyle;
  /** The style that a bare list of declarations gives, as in a margin box. */
  styleFrom(declarations: readonly StyleDeclaration[], parent: ComputedStyle): ComputedStyle;
}

/** @param sheets in the order of the cascade, the user agent's first */
export function createCascade(sheets: readonly StyleSheet[], report: Report): Cascade {
  const index = indexRules(sheets, report);
  const shared = new Map<ComputedStyle | undefined, Map<string, ComputedStyle>>();

  const compute = (
    key: string,
    declarations: () => readonly StyleDeclaration[],
    parent: ComputedStyle | undefined,
  ): ComputedStyle => {
    const siblings = remember(shared, parent, () => new Map<string, ComputedStyle>());
    return remember(siblings, key, () => computeStyle(declarations(), parent, report));
  };

  const matching = (element: Element, pseudo: PseudoElement | undefined): IndexedRule[] =>
    keysOf(element)
      .flatMap((key) => index.get(key) ?? [])
      .filter((rule) => rule.selector.pseudo === pseudo && rule.selector.matches(element))
      .sort((a, b) => a.rank - b.rank);

  return {
    styleOf: (element, parent) => {
      const rules = matching(element, undefined);
      const own = element.attribs.style ?? "";
      const hints = presentationHints(element);
      const key = `${rules.map((rule) => rule.rank).join()}|${own}|${hints.map((h) => h.value)}`;
      return compute(
        key,
        () => [...hints, ...declarationsOf(rules), ...readStyleAttribute(own)],
        parent,
      );
    },
    pseudoStyleOf: (element, pseudo, own) => {
      const rules = matching(element, pseudo);
      if (rules.length === 0) return undefined;
      const key = `::${pseudo}${rules.map((rule) => rule.rank).join()}`;
      return compute(key, () => declarationsOf(rules), own);
    },
    anonymousStyle: (parent) => compute("anonymous", () => [], parent),
    styleFrom: (declarations, parent) => computeStyle(declarations, parent, report),
  };
}

interface IndexedRule {
  readonly rank: number;
  readonly selector: CompiledSelector;
  readonly declarations: readonly StyleDeclaration[];
}

function declarationsOf(rules: readonly IndexedRule[]): readonly StyleDeclaration[] {
  return rules.flatMap((rule) => rule.declarations);
}

function indexRules(
  sheets: readonly StyleSheet[],
  report: Report,
): ReadonlyMap<string, readonly IndexedRule[]> {
  const found: Omit<IndexedRule, "rank">[][] = sheets.map((sheet) =>
    sheet.rules.flatMap((rule) =>
      rule.selectors.flatMap((source) => {
        const selector = compileSelector(source);
        if (selector === undefined) {
          report(
            "unsupported-selector",
            `the PDF cannot match the selector "${source.text}"`,
            source.line,
            "write it with elements, classes, ids, attributes and :first-child or its like",
          );
        }
        if (selector === undefined || selector === "never") return [];
        return [{ selector, declarations: rule.declarations }];
      }),
    ),
  );
  const ordered = found.flatMap((rules) =>
    rules.toSorted((a, b) => a.selector.specificity - b.selector.specificity),
  );
  const index = new Map<string, IndexedRule[]>();
  ordered.forEach((rule, rank) => {
    const rules = index.get(rule.selector.key);
    if (rules) rules.push({ ...rule, rank });
    else index.set(rule.selector.key, [{ ...rule, rank }]);
  });
  return index;
}

/** SVG attributes that are styles, and the few HTML ones worth having, weaker than any rule. */
function presentationHints(element: Element): StyleDeclaration[] {
  const names = SVG_HINTS[element.name] ? SVG_PRESENTATION : NO_HINTS;
  return names.flatMap((name) => {
    const value = element.attribs[name];
    return value === undefined ? [] : [{ name, value, important: false, line: undefined }];
  });
}

const NO_HINTS: readonly string[] = [];
const SVG_PRESENTATION: readonly string[] = [
  "fill",
  "stroke",
  "stroke-width",
  "font-family",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
];
const SVG_HINTS: Readonly<Record<string, true>> = {
  svg: true,
  g: true,
  line: true,
  rect: true,
  circle: true,
  ellipse: true,
  path: true,
  polyline: true,
  polygon: true,
  text: true,
  tspan: true,
};

function computeStyle(
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
  const set = (name: PropertyName, { text, line }: Specified, context: LengthContext) => {
    const value = computeValue(name, text, parent?.style, context);
    if (value === undefined) reportValue(name, text, line, report);
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
  readonly line: number | undefined;
}

function specifiedValues(
  declarations: readonly StyleDeclaration[],
  customProperties: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<PropertyName, Specified> {
  const values = new Map<PropertyName, Specified>();
  for (const { name, value, line } of declarations) {
    if (name.startsWith("--")) continue;
    const text = substituteVariables(value, customProperties);
    const longhands = text === undefined ? undefined : expandShorthand({ name, value: text });
    if (!longhands) reportValue(name, value, line, report);
    for (const longhand of longhands ?? []) {
      const property = propertyNamed(longhand.name);
      if (property) values.set(property, { text: longhand.value, line });
      else if (!IGNORED_PROPERTIES.has(name) && !name.startsWith("-")) {
        report(
          "unsupported-property",
          `the PDF knows no property "${name}"`,
          line,
          "see the table of properties in src/render/pdf/README.md",
        );
      }
    }
  }
  return values;
}

function reportValue(name: string, value: string, line: number | undefined, report: Report): void {
  const cssName = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  report(
    "unsupported-value",
    `the PDF cannot read "${cssName}: ${value}"`,
    line,
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
