/** A style and a language in, the OpenType features of its text out (CSS Fonts 4, 7.2). */
import type { Style } from "../css/properties.js";
import { remember } from "../remember.js";

/** By OpenType tag; 0 switches off what a font does by itself. */
export type Features = Readonly<Record<string, number>>;

const known = new WeakMap<Style, Map<string, Features>>();

/** @param language BCP 47 */
export function featuresOf(style: Style, language: string): Features {
  const byLanguage = remember(known, style, () => new Map<string, Features>());
  return remember(byLanguage, language, () => readFeatures(style, language));
}

function readFeatures(style: Style, language: string): Features {
  const settings = Object.entries(style.fontFeatureSettings);
  return {
    ...(style.letterSpacing === 0 && !isDotted(language) ? {} : { liga: 0, clig: 0 }),
    ...(style.fontVariantNumeric === "tabular-nums" ? { tnum: 1 } : {}),
    ...Object.fromEntries(settings.map(([tag, isOn]) => [tag, Number(isOn)])),
  };
}

/** Turkish and Azerbaijani must keep the dot of the i, so "fi" never becomes one glyph there. */
function isDotted(language: string): boolean {
  return /^(?:tr|az)\b/i.test(language);
}
