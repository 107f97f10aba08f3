/** Lab and Oklab in, sRGB out, each channel from 0 to 1 (CSS Color 4, 18: sample code). */

export type Channels = readonly [number, number, number];

/** @param lch lightness, chroma, hue in degrees; the same for Oklch */
export function lchToLab([lightness, chroma, hue]: Channels): Channels {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

/** Björn Ottosson's Oklab. */
export function oklabToSrgb(lightness: number, a: number, b: number): Channels {
  const cube = (value: number) => value ** 3;
  const l = cube(lightness + 0.3963377773761749 * a + 0.2158037573099136 * b);
  const m = cube(lightness - 0.1055613458156586 * a - 0.0638541728258133 * b);
  const s = cube(lightness - 0.0894841775298119 * a - 1.2914855480194092 * b);
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** CIE Lab under D50, by Bradford to the D65 of sRGB. */
export function labToSrgb(lightness: number, a: number, b: number): Channels {
  const fy = (lightness + 16) / 116;
  const x = 0.9642956764295677 * uncurve(fy + a / 500);
  const y = lightness > KAPPA * EPSILON ? fy ** 3 : lightness / KAPPA;
  const z = 0.8251046025104602 * uncurve(fy - b / 200);
  return [
    encode(3.1341359569958707 * x - 1.6173863321612538 * y - 0.4906619460083532 * z),
    encode(-0.978795502912089 * x + 1.916254567259524 * y + 0.03344273116131949 * z),
    encode(0.07195537988411677 * x - 0.2289768264158322 * y + 1.405386058324125 * z),
  ];
}

const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;

function uncurve(f: number): number {
  return f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA;
}

/** Linear light to sRGB's curve. */
function encode(light: number): number {
  const size = Math.abs(light);
  return size > 0.0031308 ? Math.sign(light) * (1.055 * size ** (1 / 2.4) - 0.055) : 12.92 * light;
}
