/** `@supports (display: grid)` in, whether the PDF knows it out (CSS Conditional Rules 3 and 4). */
import parseCss from "css-tree/parser";
import { evaluateCondition } from "./condition.js";
import { PROPERTIES, propertyNamed } from "./properties.js";
import { compileSelector } from "./selectors.js";
import { expandShorthand } from "./shorthands.js";

export function isSupported(condition: string): boolean {
  return evaluateCondition(condition, (term) => {
    const selector = /^selector\((.*)\)$/is.exec(term)?.[1];
    if (selector !== undefined) return isKnownSelector(selector);
    const [, name, value] = /^([\w-]+)\s*:\s*(.+)$/s.exec(term) ?? [];
    return name !== undefined && value !== undefined && isKnownDeclaration(name, value.trim());
  });
}

function isKnownSelector(text: string): boolean {
  try {
    const selector = parseCss(text, { context: "selector" });
    if (selector.type !== "Selector") return false;
    const parts = [...selector.children];
    const compiled = compileSelector(
      { text, parts, place: undefined, parents: undefined },
      { left: 0 },
    );
    return compiled !== "never" && !("fault" in compiled);
  } catch {
    return false;
  }
}

/** A length for every unit to refer to. */
const CONTEXT = { fontSize: 12, rootFontSize: 12 };

function isKnownDeclaration(name: string, value: string): boolean {
  if (name.startsWith("--")) return true;
  const longhands = expandShorthand({ name: name.toLowerCase(), value }) ?? [];
  const isRead = longhands.every((longhand) => {
    const property = propertyNamed(longhand.name);
    return property && PROPERTIES[property].parse(longhand.value, CONTEXT) !== undefined;
  });
  return longhands.length > 0 && isRead;
}
