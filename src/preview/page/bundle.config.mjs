/**
 * How the page of `brief preview` is bundled (rolldown): one script, one style sheet, its fonts, and
 * pdf.js beside it, which is loaded when there is a PDF to show.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FROM = fileURLToPath(new URL(".", import.meta.url));
const TO = fileURLToPath(new URL("../../../dist/preview/page/", import.meta.url));

const FONTS = [
  "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2",
  "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-400-normal.woff2",
  "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2",
  "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-ext-600-normal.woff2",
  "@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-400-normal.woff2",
  "@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-ext-400-normal.woff2",
];
const PDF_JS = ["pdfjs-dist/build/pdf.worker.min.mjs", "pdfjs-dist/LICENSE"];

function copyFrom(name, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(fileURLToPath(import.meta.resolve(name)), to);
}

/** The sheets of `style/` in the order of their names, as one. */
function bringFiles() {
  const sheets = readdirSync(join(FROM, "style")).sort();
  const css = sheets.map((name) => readFileSync(join(FROM, "style", name), "utf8"));
  writeFileSync(join(TO, "page.css"), css.join("\n"));
  copyFileSync(join(FROM, "index.html"), join(TO, "index.html"));
  for (const font of FONTS) copyFrom(font, join(TO, "fonts", basename(font)));
  for (const part of PDF_JS) copyFrom(part, join(TO, "pdfjs", basename(part)));
}

export default {
  input: { page: join(FROM, "main.tsx") },
  platform: "browser",
  logLevel: "warn",
  resolve: { alias: { "pdfjs-dist": "pdfjs-dist/build/pdf.min.mjs" } },
  tsconfig: join(FROM, "tsconfig.json"),
  plugins: [{ name: "bring-files", writeBundle: bringFiles }],
  output: {
    dir: TO,
    format: "esm",
    minify: true,
    comments: { legal: true },
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    cleanDir: true,
  },
};
