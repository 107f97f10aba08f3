/** A filled page, its style and its fonts in; one file that asks for nothing else out. */
import { type FontFile, fallbackFamilies, neededFonts } from "./font-files.js";
import { inlineFiles } from "./inline-files.js";
import { spellOutStrings } from "./margin-strings.js";

/**
 * `embed`: the page carries the fonts that it needs, and is one file. `link`: they lie beside it, in
 * `fonts/`. `none`: the reader's own fonts are good enough.
 */
export type FontDelivery = "embed" | "link" | "none";

export interface HtmlOptions {
  /** `embed` by default. */
  readonly fonts?: FontDelivery | undefined;
  /**
   * Gives the bytes of a module path such as
   * `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2`.
   */
  readonly loadFont: (path: string) => Promise<Uint8Array>;
  /** Pictures and fonts of the template by path below its folder; the page carries those it names. */
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  /** JSON that rides in the page, by name: inert, for whoever checks the page where it is alone. */
  readonly data?: ReadonlyMap<string, string> | undefined;
}

export interface HtmlResult {
  readonly html: string;
  /** Bytes of the fonts that lie beside the page, by path below its folder. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/**
 * @param page HTML of the whole document
 * @param style CSS text
 */
export async function renderHtml(
  page: string,
  style: string,
  { fonts: delivery = "embed", loadFont, files = new Map(), data = new Map() }: HtmlOptions,
): Promise<HtmlResult> {
  const needed = delivery === "none" ? [] : neededFonts(page, style);
  const loaded = await Promise.all(
    needed.map(async (font) => [font.path, await loadFont(font.path)] as const),
  );
  const linked = new Map(loaded.map(([path, bytes]) => [linkedPath(path), bytes]));
  const inlined = { page: inlineFiles(page, files), style: inlineFiles(style, files) };
  if (delivery !== "link") {
    const html = makeSelfContained(inlined.page, inlined.style, new Map(loaded));
    return { html: carryData(html, data), fonts: new Map() };
  }
  const faces = needed.map((font) => fontFace(font, linkedPath(font.path)));
  const html = assemble(inlined.page, inlined.style, faces, "'self' file: data:");
  return { html: carryData(html, data), fonts: linked };
}

/** @param fonts bytes by module path; a face without bytes is left to the reader's own fonts */
export function makeSelfContained(
  page: string,
  style: string,
  fonts: ReadonlyMap<string, Uint8Array>,
): string {
  const faces = neededFonts(page, style).flatMap((font) => {
    const bytes = fonts.get(font.path);
    if (bytes === undefined) return [];
    const data = Buffer.from(bytes).toString("base64");
    return [fontFace(font, `data:font/woff2;base64,${data}`)];
  });
  return assemble(page, style, faces, "data:");
}

/** @param fontSource where the policy lets fonts come from */
function assemble(
  page: string,
  style: string,
  faces: readonly string[],
  fontSource: string,
): string {
  const named = nameFallbacks(
    style,
    fallbackFamilies(page, style).map(({ name }) => name),
  );
  const sheet = [...faces, spellOutStrings(named, page)].join("\n").replaceAll("</", "<\\/");
  // Nothing is loaded and nothing is run; the page brings its style, pictures and fonts along.
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src ${fontSource}; base-uri 'none'; form-action 'none'`;
  return insertAt(
    insertAt(
      page,
      /<head[^>]*>\n?/i,
      `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`,
      "after",
    ),
    /<\/head>/i,
    `<style>\n${sheet}\n</style>\n`,
    "before",
  );
}

/** A link to another form of the page (HTML Standard, 4.6.7.1) is neither followed nor run. */
function carryData(page: string, data: ReadonlyMap<string, string>): string {
  const links = [...data].map(([name, json]) => {
    const address = `data:application/json;base64,${Buffer.from(json).toString("base64")}`;
    return `<link rel="alternate" type="application/json" title="${name}" href="${address}">\n`;
  });
  return insertAt(page, /<\/head>/i, links.join(""), "before");
}

/** Behind each of our families in a list of fonts, those that have the letters it lacks. */
function nameFallbacks(style: string, families: readonly string[]): string {
  if (families.length === 0) return style;
  const others = families.map((name) => `"${name}"`).join(", ");
  return style.replaceAll(/\bfont(?:-family)?\s*:[^;{}]*/g, (declaration) =>
    declaration.replaceAll(/(["'])IBM Plex (?:Sans|Serif)\1/g, `$&, ${others}`),
  );
}

function linkedPath(path: string): string {
  return `fonts/${path.split("/").at(-1)}`;
}

function fontFace({ family, weight, style, range }: FontFile, address: string): string {
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url(${address}) format("woff2");unicode-range:${range}}`;
}

/** Beside the first place that matches; at the start of a page that has no such place. */
function insertAt(page: string, place: RegExp, text: string, side: "before" | "after"): string {
  const found = place.exec(page);
  if (found === null) {
    const start = /^\s*<!doctype[^>]*>\s*/i.exec(page)?.[0].length ?? 0;
    return page.slice(0, start) + text + page.slice(start);
  }
  const at = found.index + (side === "after" ? found[0].length : 0);
  return page.slice(0, at) + text + page.slice(at);
}
