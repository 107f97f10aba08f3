/** Declarations in the order of the cascade in, a computed style out (CSS Cascade 4, 4). */
import type { Families } from "../fonts/families.js";
import type { Report } from "../report.js";
import { type Direction, physicalName } from "./logical-properties.js";
import { hintForVariable } from "./nearest-way.js";
import {
  type PreparedDeclaration,
  readDeclaration,
  reportValue,
  shorten,
} from "./prepare-declarations.js";
import { PROPERTIES, type PropertyName, propertyNamed, type Style } from "./properties.js";
import type { LengthContext } from "./values.js";
import { fillIn, namesIn, resolveVariables, type Variables } from "./variables.js";

/** A style together with what its children need to know to have theirs. */
export interface ComputedStyle {
  readonly style: Style;
  readonly customProperties: Variables;
  /** pt; the font size of the root element, which `rem` refers to. */
  readonly rootFontSize: number;
}

/** Weakest first. */
export interface CascadedDeclarations {
  /** What `revert` goes back to. */
  readonly userAgent: readonly PreparedDeclaration[];
  readonly author: readonly PreparedDeclaration[];
}

/**
 * @param parent undefined for the root element
 * @param families that the page brings
 */
export function computeStyle(
  { userAgent, author }: CascadedDeclarations,
  parent: ComputedStyle | undefined,
  families: Families,
  report: Report,
): ComputedStyle {
  const inherited = parent?.customProperties ?? NO_VARIABLES;
  const custom = author.filter(({ kind }) => kind === "custom");
  const customProperties = custom.length === 0 ? inherited : resolveVariables(custom, inherited);
  const ours = fillVariables(author, customProperties, report);
  const direction = directionOf([...userAgent, ...ours], parent);
  const reverted = collect(userAgent, direction, new Map());
  const specified = collect(ours, direction, reverted);
  return { ...settleValues(specified, parent, families, report), customProperties };
}

const NO_VARIABLES: Variables = new Map();

/** What waited for its variables can be read now. */
function fillVariables(
  declarations: readonly PreparedDeclaration[],
  variables: Variables,
  report: Report,
): readonly PreparedDeclaration[] {
  return declarations.flatMap((declaration) => {
    if (declaration.kind === "custom") return [];
    if (declaration.kind === "longhand") return [declaration];
    const { name, text, place } = declaration;
    const value = fillIn(text, (variable) => variables.get(variable));
    if (value !== undefined) return readDeclaration(declaration, value.trim(), report);
    const missing = namesIn(text).find((each) => !variables.has(each));
    const hint = hintForVariable(missing, variables.keys());
    report("unsupported-value", `the PDF cannot read "${name}: ${shorten(text)}"`, place, hint);
    return [];
  });
}

function directionOf(
  declarations: readonly PreparedDeclaration[],
  parent: ComputedStyle | undefined,
): Direction {
  const inherited = parent?.style.direction ?? PROPERTIES.direction.initial;
  const last = declarations.findLast(({ name }) => name === "direction");
  const value = last && PROPERTIES.direction.parse(last.text, NO_CONTEXT);
  return value ?? (last?.text === "initial" ? PROPERTIES.direction.initial : inherited);
}

const NO_CONTEXT: LengthContext = { fontSize: 0, rootFontSize: 0 };

type Specified = ReadonlyMap<PropertyName, PreparedDeclaration>;

/** @param reverted the values that `revert` goes back to */
function collect(
  declarations: readonly PreparedDeclaration[],
  direction: Direction,
  reverted: Specified,
): Specified {
  const values = new Map(reverted);
  for (const declaration of declarations) {
    const property = propertyNamed(physicalName(declaration.name, direction));
    if (property === undefined) continue;
    const before = reverted.get(property);
    if (declaration.text.toLowerCase() !== "revert") values.set(property, declaration);
    else if (before) values.set(property, before);
    else values.set(property, { ...declaration, text: "unset" });
  }
  return values;
}

function settleValues(
  specified: Specified,
  parent: ComputedStyle | undefined,
  families: Families,
  report: Report,
): Omit<ComputedStyle, "customProperties"> {
  const style = inheritedStyle(parent?.style);
  const set = (name: PropertyName, context: LengthContext) => {
    const declaration = specified.get(name);
    if (!declaration) return;
    const value = computeValue(name, declaration.text, parent?.style, context);
    if (value !== undefined) style[name] = value;
    else reportValue(name, declaration.text, declaration.place, report);
  };
  const parentFontSize = parent?.style.fontSize ?? PROPERTIES.fontSize.initial;
  const inheritedRoot = parent?.rootFontSize ?? parentFontSize;
  set("fontSize", { fontSize: parentFontSize, rootFontSize: inheritedRoot });
  const rootFontSize = parent ? inheritedRoot : Number(style.fontSize);
  const inheritedWeight = parent?.style.fontWeight ?? PROPERTIES.fontWeight.initial;
  const context = {
    fontSize: Number(style.fontSize),
    rootFontSize,
    families,
    inheritedWeight,
  };
  for (const name of specified.keys()) if (name !== "fontSize") set(name, context);
  return { style: style as unknown as Style, rootFontSize };
}

function inheritedStyle(parent: Style | undefined): Record<PropertyName, unknown> {
  const style: Record<PropertyName, unknown> = { ...INITIAL };
  if (parent) for (const name of INHERITED) style[name] = parent[name];
  return style;
}

const NAMES = Object.keys(PROPERTIES) as readonly PropertyName[];
const INHERITED = NAMES.filter((name) => PROPERTIES[name].inherited);
/** Copied for every style, which is much quicker than to put each together from its values. */
const INITIAL = Object.fromEntries(NAMES.map((name) => [name, PROPERTIES[name].initial])) as Record<
  PropertyName,
  unknown
>;

function computeValue(
  name: PropertyName,
  text: string,
  parent: Style | undefined,
  context: LengthContext,
): unknown {
  const { initial, inherited, parse } = PROPERTIES[name];
  const ofParent = parent ? parent[name] : initial;
  switch (text.toLowerCase()) {
    case "initial":
      return initial;
    case "inherit":
      return ofParent;
    case "unset":
      return inherited ? ofParent : initial;
    default: {
      const value = parse(text, context);
      return name === "color" && value === "currentcolor" ? ofParent : value;
    }
  }
}
