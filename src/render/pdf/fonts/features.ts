/** A style and a language in, the OpenType features of its text out (CSS Fonts 4, 7.2). */
import type { Features } from "../css/font-variants.js";
import type { Style } from "../css/properties.js";
import { remember } from "../remember.js";

export type { Features };

const known = new WeakMap<Style, Map<string, Features>>();

/** @param language BCP 47 */
export function featuresOf(style: Style, language: string): Features {
  const byLanguage = remember(known, style, () => new Map<string, Features>());
  return remember(byLanguage, language, () => readFeatures(style, language));
}

/** Later ones count. */
function readFeatures(style: Style, language: string): Features {
  const isApart = style.letterSpacing !== 0 || isDotted(language);
  return {
    ...(isApart ? { liga: 0, clig: 0 } : {}),
    ...CAPS[style.fontVariantCaps],
    ...style.fontKerning,
    ...style.fontVariantLigatures,
    ...style.fontVariantPosition,
    ...style.fontVariantNumeric,
    ...style.fontFeatureSettings,
  };
}

const CAPS: Readonly<Record<Style["fontVariantCaps"], Features>> = {
  normal: {},
  "small-caps": { smcp: 1 },
  "all-small-caps": { smcp: 1, c2sc: 1 },
};

/** Turkish and Azerbaijani must keep the dot of the i, so "fi" never becomes one glyph there. */
function isDotted(language: string): boolean {
  return /^(?:tr|az)\b/i.test(language);
}
