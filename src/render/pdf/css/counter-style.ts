/** A number and the name of a counter style in, the number as it is written out (CSS Counter Styles 3). */

/** The styles that numbers can be written in. */
const COUNTER_STYLES = [
  "decimal",
  "decimal-leading-zero",
  "lower-alpha",
  "upper-alpha",
  "lower-latin",
  "upper-latin",
  "lower-roman",
  "upper-roman",
  "lower-greek",
  "lower-russian",
  "upper-russian",
  "arabic-indic",
  "persian",
  "disc",
  "circle",
  "square",
  "none",
] as const;

export type CounterStyle = (typeof COUNTER_STYLES)[number];

export function counterStyleNamed(name: string): CounterStyle | undefined {
  return COUNTER_STYLES.find((style) => style === name);
}

/** What a style cannot write, as Roman does zero, is written in decimal. */
export function formatCounter(number: number, style: CounterStyle): string {
  switch (style) {
    case "decimal":
      return String(number);
    case "decimal-leading-zero":
      return (number < 0 ? "-" : "") + String(Math.abs(number)).padStart(2, "0");
    case "lower-alpha":
    case "lower-latin":
      return alphabetic(number, LATIN);
    case "upper-alpha":
    case "upper-latin":
      return alphabetic(number, LATIN).toUpperCase();
    case "lower-greek":
      return alphabetic(number, GREEK);
    case "lower-russian":
      return alphabetic(number, RUSSIAN);
    case "upper-russian":
      return alphabetic(number, RUSSIAN).toUpperCase();
    case "lower-roman":
      return roman(number);
    case "upper-roman":
      return roman(number).toUpperCase();
    case "arabic-indic":
      return withDigits(number, ARABIC_ZERO);
    case "persian":
      return withDigits(number, PERSIAN_ZERO);
    case "disc":
      return "•";
    case "circle":
      return "◦";
    case "square":
      return "▪";
    case "none":
      return "";
  }
}

const LATIN = "abcdefghijklmnopqrstuvwxyz";
const GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";

/** a … z, aa, ab, …: no letter stands for zero. */
function alphabetic(number: number, letters: string): string {
  if (number < 1) return String(number);
  let rest = number;
  let word = "";
  while (rest > 0) {
    word = (letters[(rest - 1) % letters.length] ?? "") + word;
    rest = Math.floor((rest - 1) / letters.length);
  }
  return word;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** The largest number that Roman letters write without lines above them. */
const LARGEST_ROMAN = 3999;

function roman(number: number): string {
  if (number < 1 || number > LARGEST_ROMAN) return String(number);
  let rest = number;
  let word = "";
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) word += letters;
  }
  return word;
}

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

function withDigits(number: number, zero: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
