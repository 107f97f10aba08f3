/** A font that comes with the program, as text of that style would get it. */
import type { Face } from "../../../src/render/pdf/fonts/face.js";
import { shippedFamily } from "../../../src/render/pdf/fonts/families.js";
import { matchFont } from "../../../src/render/pdf/fonts/match-font.js";

export function shippedFace(family: string, weight = 400, italic = false): Face {
  const [source] = matchFont(shippedFamily(family.toLowerCase()) ?? [], weight, italic);
  if (!source) throw new Error(`no family ${family}`);
  return source.face();
}
