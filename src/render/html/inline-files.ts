/** A page or a style and the files that it names in, the same with their bytes in the text out (RFC 2397). */

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  svg: "image/svg+xml",
  ttf: "font/ttf",
  otf: "font/otf",
  woff2: "font/woff2",
};

/**
 * @param text HTML or CSS; `src="…"` and `url(…)` are what names a file
 * @param files by path below the folder of the page
 */
export function inlineFiles(text: string, files: ReadonlyMap<string, Uint8Array>): string {
  if (files.size === 0) return text;
  return text.replaceAll(
    /(\bsrc\s*=\s*["']|url\(\s*["']?)([\w./-]+\.(\w+))(?=["')\s])/g,
    (whole, before: string, name: string, extension: string) => {
      const bytes = files.get(name.replace(/^\.\//, ""));
      const type = MEDIA_TYPES[extension.toLowerCase()];
      if (bytes === undefined || type === undefined) return whole;
      return `${before}data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
    },
  );
}
