/**
 * The declarations of a block in, those that can be read out, as longhands; every other one is named
 * (CSS Cascade 4, 4.1.1). What holds `var()` can only be read when the element is known.
 */
import type { Report, SourcePlace } from "../report.js";
import { physicalName } from "./logical-properties.js";
import { hintForProperty, hintForValue } from "./nearest-way.js";
import {
  cssNameOf,
  IGNORED_PROPERTIES,
  INTERNAL_PROPERTIES,
  PROPERTIES,
  propertyNamed,
} from "./properties.js";
import type { StyleDeclaration } from "./read-rule.js";
import { expandShorthand, isCssWide } from "./shorthands.js";

export interface PreparedDeclaration {
  readonly kind: "custom" | "longhand" | "pending";
  /** As CSS writes it; that of a longhand may be logical: `margin-inline-start`. */
  readonly name: string;
  readonly text: string;
  readonly important: boolean;
  readonly place: SourcePlace | undefined;
}

/** @param declarations of one block: what a later one replaces need not be understood */
export function prepareDeclarations(
  declarations: readonly StyleDeclaration[],
  report: Report,
): readonly PreparedDeclaration[] {
  const understood = new Set<string>();
  const prepared = declarations.toReversed().flatMap((declaration) => {
    const isReplaced = understood.has(declaration.name);
    const longhands = prepareDeclaration(declaration, isReplaced ? quietly : report);
    if (longhands.length > 0) understood.add(declaration.name);
    return [longhands];
  });
  return prepared.reverse().flat();
}

const quietly: Report = () => undefined;

function prepareDeclaration(
  declaration: StyleDeclaration,
  report: Report,
): readonly PreparedDeclaration[] {
  const { name, value, important, place } = declaration;
  if (name.startsWith("--")) return [{ kind: "custom", name, text: value, important, place }];
  if (isPassedOver(name)) return [];
  if (/var\(/i.test(value)) return [{ kind: "pending", name, text: value, important, place }];
  return readDeclaration(declaration, value, report);
}

/**
 * @param value that of the declaration, its variables filled in
 * @returns nothing for what cannot be read; it is reported
 */
export function readDeclaration(
  { name, important, place }: Omit<StyleDeclaration, "value">,
  value: string,
  report: Report,
): readonly PreparedDeclaration[] {
  const longhands = INTERNAL_PROPERTIES.has(name) ? undefined : expandShorthand({ name, value });
  const read = (longhands ?? []).map((longhand): PreparedDeclaration | undefined => {
    const property = propertyNamed(physicalName(longhand.name, "ltr"));
    if (property === undefined) return undefined;
    const isRead =
      isCssWide(longhand.value) ||
      PROPERTIES[property].parse(longhand.value, ANY_CONTEXT) !== undefined;
    if (!isRead) return undefined;
    return { kind: "longhand", name: longhand.name, text: longhand.value, important, place };
  });
  if (longhands && read.every((longhand) => longhand !== undefined)) return read;
  const isKnown = longhands?.every((each) => propertyNamed(physicalName(each.name, "ltr")));
  if (isKnown === false || INTERNAL_PROPERTIES.has(name)) {
    report(
      "unsupported-property",
      `the PDF knows no property "${name}"`,
      place,
      hintForProperty(name),
    );
  } else reportValue(name, value, place, report);
  return [];
}

/** Whether a value can be read does not hang on the sizes of fonts. */
const ANY_CONTEXT = { fontSize: 12, rootFontSize: 12 };

/** Prefixes are for one browser each, and the page says the same without them. */
function isPassedOver(name: string): boolean {
  return IGNORED_PROPERTIES.has(name) || (name.startsWith("-") && !name.startsWith("--"));
}

export function reportValue(
  name: string,
  value: string,
  place: SourcePlace | undefined,
  report: Report,
): void {
  const cssName = cssNameOf(name);
  const message = `the PDF cannot read "${cssName}: ${shorten(value)}"`;
  report("unsupported-value", message, place, hintForValue(cssName, value));
}

const LONGEST_SHOWN = 80;

/** A value as a diagnostic shows it. */
export function shorten(text: string): string {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return shown.replace(/\s+/g, " ");
}
