/** Numbers in running text, as values: `20,000`, `20.000`, `20 000`, `3.5`, `٢٠٬٠٠٠`. */

const NUMBER = /\p{Nd}+(?:[.,\u00a0\u202f\u066b\u066c']\p{Nd}+)*/gu;

/** @returns every number that is written in digits, in text order */
export function numbersIn(text: string): number[] {
  return Array.from(text.matchAll(NUMBER), (match) => parseNumber(match[0]));
}

/**
 * The value of one number in digits. A separator before exactly three digits groups thousands but
 * after a lone zero, any other single one is the decimal mark; `1,234.5` and `1.234,5` follow from the last separator.
 */
export function parseNumber(written: string): number {
  const digits = toAsciiDigits(written)
    .replace(/\u066c/g, ",")
    .replace(/\u066b/g, ".");
  const groups = digits.split(/[.,\u00a0\u202f']/);
  const separators = digits.replace(/\d/g, "");
  const last = groups.at(-1) ?? "";
  const mixed = new Set(separators).size > 1;
  const decimal = mixed
    ? separators.at(-1) !== separators.at(-2)
    : groups.length === 2 && (last.length !== 3 || groups[0] === "0");
  if (!decimal) return Number(groups.join(""));
  return Number(`${groups.slice(0, -1).join("")}.${last}`);
}

/** Every script's decimal digits stand in runs of ten from zero to nine. */
function toAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
    return String(point - zero);
  });
}
