/** A CSS colour in, sRGB with alpha out: `#rrggbb`, or `#rrggbbaa` where it shines through (CSS Color 4). */
import { byWord } from "../by-word.js";
import { type Channels, labToSrgb, lchToLab, oklabToSrgb } from "./color-spaces.js";
import { NAMED_COLORS } from "./named-colors.js";

/** Or one of the two words that only mean something on an element. */
export type Color = `#${string}` | "transparent" | "currentcolor";

/** @returns undefined for what is no colour, or one of a screen such as `CanvasText`. */
export function parseColor(text: string): Color | undefined {
  const word = text.trim().toLowerCase();
  if (word === "transparent" || word === "currentcolor") return word;
  const named = NAMED_COLORS.get(word);
  if (named) return named;
  return word.startsWith("#") ? parseHex(word.slice(1)) : parseFunction(word);
}

function parseHex(digits: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return undefined;
  const long = digits.length < 6 ? digits.replace(/./g, "$&$&") : digits;
  return withAlpha(`#${long.slice(0, 6)}`, Number.parseInt(long.slice(6) || "ff", 16) / 255);
}

function parseFunction(text: string): Color | undefined {
  const [, name = "", body = ""] = /^([a-z]+)\(([^()]*)\)$/.exec(text) ?? [];
  const toSrgb = FUNCTIONS[name];
  const [channels, alpha = "1"] = argumentsOf(body);
  const opacity = readChannel(alpha, 1);
  if (!toSrgb || !channels || opacity === undefined) return undefined;
  const srgb = toSrgb(channels);
  if (srgb === undefined || srgb.some(Number.isNaN)) return undefined;
  return withAlpha(`#${srgb.map(twoHexDigits).join("")}`, Math.min(1, Math.max(0, opacity)));
}

/** `1, 2, 3, .5` as CSS 2 wrote it, or `1 2 3 / .5`. */
function argumentsOf(body: string): [channels?: readonly string[], alpha?: string] {
  if (body.includes(",")) {
    const [a, b, c, alpha, ...rest] = body.split(",").map((each) => each.trim());
    if (a === undefined || b === undefined || c === undefined || rest.length > 0) return [];
    return alpha === undefined ? [[a, b, c]] : [[a, b, c], alpha];
  }
  const [front = "", alpha, ...rest] = body.split("/").map((each) => each.trim());
  const channels = front.split(/\s+/);
  if (channels.length !== 3 || rest.length > 0) return [];
  return alpha === undefined ? [channels] : [channels, alpha];
}

/** sRGB from 0 to 1, also beyond: what a screen of more colours would show is cut off, as browsers do. */
type ToSrgb = (channels: readonly string[]) => Channels | undefined;

const FUNCTIONS: Readonly<Record<string, ToSrgb>> = byWord({
  rgb: ([r, g, b]) => read([r, 255], [g, 255], [b, 255], (...rgb) => scale(rgb, 1 / 255)),
  rgba: (channels) => FUNCTIONS.rgb?.(channels),
  hsl: ([h, s, l]) => read([h, "angle"], [s, 100], [l, 100], hslToSrgb),
  hsla: (channels) => FUNCTIONS.hsl?.(channels),
  hwb: ([h, w, b]) => read([h, "angle"], [w, 100], [b, 100], hwbToSrgb),
  lab: ([l, a, b]) => read([l, 100], [a, 125], [b, 125], labToSrgb),
  lch: ([l, c, h]) =>
    read([l, 100], [c, 150], [h, "angle"], (...lch) => labToSrgb(...lchToLab(lch))),
  oklab: ([l, a, b]) => read([l, 1], [a, 0.4], [b, 0.4], oklabToSrgb),
  oklch: ([l, c, h]) =>
    read([l, 1], [c, 0.4], [h, "angle"], (...lch) => oklabToSrgb(...lchToLab(lch))),
});

/** A channel as written, with what its 100% stands for. */
type Channel = readonly [text: string | undefined, whole: number | "angle"];

function read(
  first: Channel,
  second: Channel,
  third: Channel,
  convert: (a: number, b: number, c: number) => Channels,
): Channels | undefined {
  const [a, b, c] = [first, second, third].map(([text = "", whole]) =>
    whole === "angle" ? readAngle(text) : readChannel(text, whole),
  );
  return a === undefined || b === undefined || c === undefined ? undefined : convert(a, b, c);
}

function readChannel(text: string, whole: number): number | undefined {
  if (text === "none") return 0;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/.exec(text);
  if (!match) return undefined;
  return match[2] ? (Number(match[1]) / 100) * whole : Number(match[1]);
}

const DEGREES: Readonly<Record<string, number>> = byWord({
  deg: 1,
  grad: 0.9,
  rad: 180 / Math.PI,
  turn: 360,
});

/** @returns degrees from 0 to 360 */
function readAngle(text: string): number | undefined {
  const [, number = text, unit = "deg"] = /^(.*?)(deg|grad|rad|turn)$/.exec(text) ?? [];
  const angle = readChannel(number, Number.NaN);
  return angle === undefined ? undefined : modulo(angle * (DEGREES[unit] ?? 1), 360);
}

function hslToSrgb(hue: number, saturation: number, lightness: number): Channels {
  const s = Math.min(1, Math.max(0, saturation / 100));
  const l = lightness / 100;
  const channel = (n: number) => {
    const k = modulo(n + hue / 30, 12);
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

function hwbToSrgb(hue: number, white: number, black: number): Channels {
  const [w, b] = [white / 100, black / 100];
  if (w + b >= 1) return [w / (w + b), w / (w + b), w / (w + b)];
  const [red, green, blue] = hslToSrgb(hue, 100, 50);
  const mix = (channel: number) => channel * (1 - w - b) + w;
  return [mix(red), mix(green), mix(blue)];
}

function scale([a, b, c]: Channels, factor: number): Channels {
  return [a * factor, b * factor, c * factor];
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

function withAlpha(opaque: `#${string}`, alpha: number): Color {
  if (alpha >= 1) return opaque;
  return alpha === 0 ? "transparent" : `${opaque}${twoHexDigits(alpha)}`;
}

/** @param channel from 0 to 1; what lies beyond is cut off */
function twoHexDigits(channel: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, channel)) * 255);
  return byte.toString(16).padStart(2, "0");
}
