/** Every font is embedded and says which character each of its used glyphs stands for. */
import { readPageContent } from "../page-content.js";
import type { PdfFile } from "../pdf-file.js";
import { nameOf, type PdfDictionary } from "../value.js";

export function checkFonts(file: PdfFile): string[] {
  const used = new Map<PdfDictionary, Set<number>>();
  for (const { page } of file.pages) {
    for (const { font, shown, spelledOut } of readPageContent(file, page).paintings) {
      if (font === undefined || shown.length === 0) continue;
      const codes = used.get(font) ?? new Set();
      used.set(font, codes);
      if (spelledOut) continue;
      for (let at = 0; at + 1 < shown.length; at += 2) codes.add(shown.readUInt16BE(at));
    }
  }
  return [...used].flatMap(([font, codes]) => checkFont(file, font, codes));
}

function checkFont(file: PdfFile, font: PdfDictionary, codes: ReadonlySet<number>): string[] {
  const name = nameOf(font.entries.get("BaseFont")) ?? "a font";
  if (nameOf(font.entries.get("Subtype")) !== "Type0") return [`${name} is no Type0 font`];
  const [descendant] = file.list(font.entries.get("DescendantFonts"));
  const descriptor = file.get(descendant, "FontDescriptor");
  const isEmbedded = ["FontFile2", "FontFile3"].some((key) => file.get(descriptor, key) !== null);
  const characters = readToUnicode(file.streamOf(font.entries.get("ToUnicode")).toString("latin1"));
  const nameless = [...codes].filter((code) => !isCharacter(characters.get(code) ?? ""));
  return [
    ...(isEmbedded ? [] : [`${name} is not embedded`]),
    ...(/^[A-Z]{6}\+/.test(name) ? [] : [`${name} is not named as a subset`]),
    ...(nameless.length === 0
      ? []
      : [`${name} has ${nameless.length} glyphs without a character: ${nameless[0]}`]),
  ];
}

function isCharacter(text: string): boolean {
  return text !== "" && !/[\0\uFEFF\uFFFE]/.test(text);
}

/** A ToUnicode map (ISO 32000-1, 9.10.3): code to text. */
function readToUnicode(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  for (const [, block = ""] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", text = ""] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f ]*)>/gi)) {
      characters.set(Number.parseInt(code, 16), fromHex(text));
    }
  }
  for (const [, block = ""] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    readRanges(block, characters);
  return characters;
}

function readRanges(block: string, characters: Map<number, string>): void {
  const ranges = block.matchAll(
    /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:\[([^\]]*)\]|<([0-9a-f ]+)>)/gi,
  );
  for (const [, from = "", to = "", list, start = ""] of ranges) {
    const first = Number.parseInt(from, 16);
    const texts = list?.match(/<[^>]*>/g)?.map((text) => fromHex(text.slice(1, -1)));
    for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
      const text = texts?.[code - first] ?? shifted(fromHex(start), code - first);
      characters.set(code, text);
    }
  }
}

function shifted(text: string, by: number): string {
  const last = text.charCodeAt(text.length - 1);
  return text.slice(0, -1) + String.fromCharCode(last + by);
}

function fromHex(digits: string): string {
  return Buffer.from(digits.replaceAll(" ", ""), "hex").swap16().toString("utf16le");
}
