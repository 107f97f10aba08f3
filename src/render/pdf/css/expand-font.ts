/** `font` and `font-variant` in, their longhands out (CSS Fonts 4, 2.7 and 6.11). */

import { isCalc } from "./calc.js";
import { propertyNamed } from "./properties.js";
import type { Declaration } from "./shorthands.js";
import { parseNumber, splitList, splitWords } from "./values.js";

/** `[style] [small-caps] [weight] size[/line-height] families`, the size after everything but these. */
export function expandFont(value: string): readonly Declaration[] | undefined {
  const words = splitWords(value.replace(/\s*\/\s*/g, "/"));
  const at = words.findIndex(isSize);
  const [size, lineHeight = "normal"] = words[at]?.split("/") ?? [];
  const family = words.slice(at + 1).join(" ");
  if (size === undefined || family === "") return undefined;
  const before = words.slice(0, at).filter((word) => word !== "normal");
  const weight = before.find(isWeight);
  const style = before.find((word) => word === "italic" || word === "oblique");
  const caps = before.find((word) => word === "small-caps");
  if (before.some((word) => word !== weight && word !== style && word !== caps)) return undefined;
  const variants = expandFontVariant(caps ?? "normal") ?? [];
  const reset = ["font-feature-settings", "font-kerning"].filter(propertyNamed);
  return [
    { name: "font-style", value: style ?? "normal" },
    { name: "font-weight", value: weight ?? "normal" },
    ...variants,
    ...reset.map((name) => ({ name, value: "initial" })),
    { name: "font-size", value: size },
    { name: "line-height", value: lineHeight },
    { name: "font-family", value: splitList(family).join(",") },
  ];
}

function isSize(word: string): boolean {
  const [size = ""] = word.split("/");
  return /^[\d.]+(?:[a-z]+|%)$/i.test(size) || isCalc(size) || SIZE_WORDS.test(size);
}

const SIZE_WORDS = /^(?:(?:xx?-|x)?(?:small|large)|xxx-large|medium|smaller|larger)$/i;

function isWeight(word: string): boolean {
  return /^(?:bold|bolder|lighter)$/i.test(word) || parseNumber(word) !== undefined;
}

/** Each word belongs to one of the longhands; those that no word speaks of are normal. */
export function expandFontVariant(value: string): readonly Declaration[] | undefined {
  const words = splitWords(value.toLowerCase());
  const isPlain = words.length === 1 && (words[0] === "normal" || words[0] === "none");
  const known = VARIANTS.filter(([name]) => propertyNamed(name) !== undefined);
  if (!isPlain && words.some((word) => !known.some(([, of]) => of.test(word)))) return undefined;
  return known.map(([name, of]) => {
    const own = words.filter((word) => of.test(word)).join(" ");
    const plain = words[0] === "none" && name.endsWith("ligatures") ? "none" : "normal";
    return { name, value: isPlain || own === "" ? plain : own };
  });
}

const VARIANTS: readonly (readonly [name: string, words: RegExp])[] = [
  ["font-variant-caps", /-caps$|^unicase$/],
  ["font-variant-numeric", /-nums$|-fractions$|^ordinal$|^slashed-zero$/],
  ["font-variant-ligatures", /-ligatures$|contextual$/],
  ["font-variant-position", /^(?:sub|super)$/],
];
