/** How what every archive has in common is bundled (rolldown): one script, one style sheet, labels, fonts. */
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FROM = fileURLToPath(new URL(".", import.meta.url));
const TO = fileURLToPath(new URL("../../../dist/site/page/", import.meta.url));

/** The same as `@font-face` in `site.css` names. */
const FONTS = [
  ...["latin", "latin-ext", "cyrillic", "greek"].flatMap((subset) =>
    [400, 600].map((weight) => `ibm-plex-sans/files/ibm-plex-sans-${subset}-${weight}-normal`),
  ),
  ...["latin", "latin-ext", "cyrillic"].map(
    (subset) => `ibm-plex-serif/files/ibm-plex-serif-${subset}-400-normal`,
  ),
  "noto-serif/files/noto-serif-greek-400-normal",
  ...[400, 700].map((weight) => `amiri/files/amiri-arabic-${weight}-normal`),
];

/** The fonts' licence wants to stand beside them. */
const FAMILIES = ["amiri", "ibm-plex-sans", "ibm-plex-serif", "noto-serif"];

function bringFiles() {
  for (const name of readdirSync(FROM)) {
    if (/\.(?:css|yaml)$/.test(name)) copyFileSync(join(FROM, name), join(TO, name));
  }
  for (const font of FONTS) {
    const from = fileURLToPath(import.meta.resolve(`@fontsource/${font}.woff2`));
    const to = join(TO, "fonts", basename(from));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  for (const family of FAMILIES) {
    const from = fileURLToPath(import.meta.resolve(`@fontsource/${family}/LICENSE`));
    copyFileSync(from, join(TO, "fonts", `LICENSE-${family}.txt`));
  }
}

export default {
  input: { search: join(FROM, "search.ts") },
  platform: "browser",
  logLevel: "warn",
  tsconfig: join(FROM, "tsconfig.json"),
  plugins: [{ name: "bring-files", writeBundle: bringFiles }],
  output: {
    dir: TO,
    format: "iife",
    minify: true,
    comments: { legal: true },
    banner: "/*! With MiniSearch, copyright Luca Ongaro, MIT License */",
    entryFileNames: "[name].js",
    cleanDir: true,
  },
};
