/** `@font-face` rules and the files beside the page in, the families that the page brings out (CSS Fonts 4, 4). */
import type { FontFaceRule } from "../css/read-stylesheet.js";
import { splitList, unquote } from "../css/values.js";
import { type ReadFile, resolveReference } from "../page/page-files.js";
import type { Report } from "../report.js";
import { createOutsideFace, type Face } from "./face.js";
import { type Families, type FontSource, localFont } from "./families.js";
import { LARGEST_FONT, unpackFont } from "./unpack-font.js";

/**
 * A rule whose sources all fail is a diagnostic; text then takes the next family of its list.
 * @param files gives the files below the page's folder
 */
export async function openFontFaces(
  rules: readonly FontFaceRule[],
  files: ReadFile,
  report: Report,
): Promise<Families> {
  const families = new Map<string, readonly FontSource[]>();
  for (const rule of rules) {
    const opened = await openRule(rule, files, report);
    if (!opened) continue;
    const { name, source } = opened;
    families.set(name, [source, ...(families.get(name) ?? [])]);
  }
  return families;
}

async function openRule(
  rule: FontFaceRule,
  files: ReadFile,
  report: Report,
): Promise<{ name: string; source: FontSource } | undefined> {
  const descriptors = new Map(rule.declarations.map(({ name, value }) => [name, value]));
  const family = descriptors.get("font-family") ?? "";
  const name = (unquote(family) ?? family).toLowerCase();
  const sources = splitList(descriptors.get("src") ?? "");
  const complain = (message: string, hint: string) =>
    report("font-face", message, rule.place, hint);
  if (name === "" || sources.length === 0) {
    complain("@font-face needs font-family and src", "name the family and the file of the font");
    return undefined;
  }
  const faults: string[] = [];
  for (const source of sources) {
    const face = await openSource(source, rule.file, files).catch(faultOf);
    if (typeof face !== "string") {
      const slope = descriptors.get("font-style") ?? "normal";
      const covers = readUnicodeRange(descriptors.get("unicode-range"));
      const weights = readWeights(descriptors.get("font-weight") ?? "normal");
      return { name, source: { weights, italic: slope !== "normal", covers, face: () => face } };
    }
    faults.push(face);
  }
  complain(
    `the font "${unquote(family) ?? family}" cannot be used: ${faults.join("; ")}`,
    "put a TTF, OTF, WOFF or WOFF2 file below the page's folder; until then the next family is taken",
  );
  return undefined;
}

function faultOf(fault: unknown): string {
  return fault instanceof RangeError
    ? "the font is cut off or broken"
    : fault instanceof Error
      ? fault.message
      : "the font is broken";
}

/** @throws what is wrong with the source */
async function openSource(
  source: string,
  from: string | undefined,
  files: ReadFile,
): Promise<Face> {
  const [, kind = "", argument = "", rest = ""] =
    /^(url|local)\(\s*((?:"[^"]*"|'[^']*'|[^)"'])*?)\s*\)(.*)$/is.exec(source) ?? [];
  const reference = unquote(argument) ?? argument;
  if (kind.toLowerCase() === "local") {
    const local = localFont(reference);
    if (!local) throw new Error(`no font "${reference}" comes with the program`);
    return local.face();
  }
  if (/format\(\s*["']?(?:svg|embedded-opentype|collection)/i.test(rest)) {
    throw new Error(`${rest.trim()} is not read`);
  }
  const bytes = await unpackFont(readSource(reference, from, files));
  return createOutsideFace(bytes);
}

function readSource(reference: string, from: string | undefined, files: ReadFile): Uint8Array {
  if (/^data:/i.test(reference)) return readDataUri(reference);
  const path = resolveReference(reference, from);
  if (path === undefined) throw new Error(`"${reference}" lies outside the page's folder`);
  const bytes = files(path);
  if (!bytes) throw new Error(`there is no file ${path}`);
  return bytes;
}

function readDataUri(uri: string): Uint8Array {
  const comma = uri.indexOf(",");
  if (uri.length > 2 * LARGEST_FONT) throw new Error("the data: URI is larger than 32 MB");
  const isBase64 = /;\s*base64\s*$/i.test(uri.slice(0, comma));
  const data = uri.slice(comma + 1);
  return new Uint8Array(
    Buffer.from(isBase64 ? data : decodeURIComponent(data), isBase64 ? "base64" : "latin1"),
  );
}

/** `400`, `bold`, or the two ends of a variable font. */
function readWeights(text: string): FontSource["weights"] {
  const numbers = text.split(/\s+/).map((word) => {
    const named = word === "normal" ? 400 : word === "bold" ? 700 : Number(word);
    return Number.isFinite(named) ? named : 400;
  });
  const [first = 400, last = first] = numbers;
  return [Math.min(first, last), Math.max(first, last)];
}

/** `U+0000-00FF, U+4??`: ranges, single code points, and places left open. */
function readUnicodeRange(text: string | undefined): FontSource["covers"] {
  const ranges = splitList(text ?? "").flatMap((part) => {
    const [, from = "", to = from] = /^U\+([\da-f?]{1,6})(?:-([\da-f]{1,6}))?$/i.exec(part) ?? [];
    if (from === "") return [];
    const first = Number.parseInt(from.replaceAll("?", "0"), 16);
    return [[first, Number.parseInt(to.replaceAll("?", "f"), 16)] as const];
  });
  if (ranges.length === 0) return () => true;
  return (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last);
}
