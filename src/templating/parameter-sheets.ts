/** Checked parameters and a paper in, style sheets that bring them to every rule out. */
import type { Place } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { coloursOf } from "../model/marking.js";
import type { PagePaper } from "../model/template-parameters.js";
import type { Parameter } from "./parameters.js";

/** A style sheet under the name that diagnostics give it, from the line that it stands on there. */
export interface TemplateSheet {
  readonly file: string;
  readonly css: string;
  readonly line?: number;
}

/** One for each, so that a fault in it is told where the value stands. */
export function parameterSheets(parameters: readonly Parameter[]): readonly TemplateSheet[] {
  return parameters.flatMap((parameter) => {
    const value = cssValue(parameter);
    if (value === null) return [];
    return [sheetAt(parameter.place, `:root { --${parameter.name}: ${value}; }`)];
  });
}

/** The colours of an issue's marking, for every rule. */
export function markingSheet({ marking }: Pick<Issue, "marking">): TemplateSheet {
  const { colour, background } = coloursOf(marking);
  const css = `:root { --marking-colour: ${colour}; --marking-background: ${background}; }`;
  return { file: "marking", css };
}

export function paperSheet({ size, margin }: PagePaper, place: Place): TemplateSheet {
  const rules = [
    ...(size === undefined ? [] : [`size: ${size};`]),
    ...(margin === undefined ? [] : [`margin: ${margin};`]),
  ];
  return sheetAt(place, `@page { ${rules.join(" ")} }`);
}

function sheetAt({ file, line }: Place, css: string): TemplateSheet {
  return line === undefined ? { file, css } : { file, css, line };
}

/** Null for what styles have no use for. */
function cssValue({ declaration: { type }, value }: Parameter): string | null {
  switch (type) {
    case "colour":
    case "number":
      return String(value);
    case "choice":
      return IDENTIFIER.test(String(value)) ? String(value) : cssString(String(value));
    case "string":
      return cssString(String(value));
    case "boolean":
    case "image":
      return null;
  }
}

const IDENTIFIER = /^-?[a-zA-Z_][\w-]*$/;

/**
 * A string (CSS Syntax 3, 4.3.7) that ends where it should for every reader of the sheet: whatever
 * means something to CSS or to HTML is an escape.
 */
function cssString(text: string): string {
  const escaped = text.replaceAll(MARKS, (mark) => `\\${mark.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const MARKS = /[\u0000-\u001f\u007f"#$%&'()*+/:;<=>@[\\\]^`{|}~]/g;
