/** A filled page, its style and its fonts in; one file that asks for nothing else out. */
import { type FontFile, fontFiles, neededFonts } from "./font-files.js";
import { spellOutStrings } from "./margin-strings.js";

/** Nothing is loaded and nothing is run; the page brings its style, pictures and fonts along. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * @param page HTML of the whole document
 * @param style CSS text
 * @param loadFont gives the bytes of a module path such as
 * `@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2`
 */
export async function renderHtml(
  page: string,
  style: string,
  loadFont: (path: string) => Promise<Uint8Array>,
): Promise<string> {
  const fonts = await Promise.all(
    fontFiles(page, style).map(async (path) => [path, await loadFont(path)] as const),
  );
  return makeSelfContained(page, style, new Map(fonts));
}

/** @param fonts bytes by module path; a face without bytes is left to the reader's own fonts */
export function makeSelfContained(
  page: string,
  style: string,
  fonts: ReadonlyMap<string, Uint8Array>,
): string {
  const faces = neededFonts(page, style).flatMap((font) => {
    const bytes = fonts.get(font.path);
    return bytes === undefined ? [] : [fontFace(font, bytes)];
  });
  const sheet = [...faces, spellOutStrings(style, page)].join("\n").replaceAll("</", "<\\/");
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  return insertAt(
    insertAt(page, /<head[^>]*>\n?/i, policy, "after"),
    /<\/head>/i,
    `<style>\n${sheet}\n</style>\n`,
    "before",
  );
}

function fontFace({ family, weight, style, range }: FontFile, bytes: Uint8Array): string {
  const data = Buffer.from(bytes).toString("base64");
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`;
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
