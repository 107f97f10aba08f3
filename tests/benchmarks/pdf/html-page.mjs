/** Content in, the page that a browser, WeasyPrint and Briefwright print out. */
import { pathToFileURL } from "node:url";

const STYLE = `
@page { size: A4; margin: 24mm 20mm 22mm; @bottom-center { content: counter(page) } }
body { font: 10.5pt/14.5pt "IBM Plex Serif"; margin: 0 }
h1 { font: bold 20pt/26pt "IBM Plex Serif"; margin: 0 0 10pt }
h2 { font: bold 13pt/18pt "IBM Plex Serif"; margin: 10pt 0 6pt; break-after: avoid }
p { margin: 0 0 8pt; orphans: 2; widows: 2 }
ul { margin: 0 0 8pt; padding: 0 0 0 16pt }
table { width: 100%; border-collapse: collapse; margin: 0 0 10pt }
th, td { border: 0.5pt solid #000; padding: 3pt; text-align: left }
td + td { text-align: right }`;

const JUSTIFIED = "p { text-align: justify; hyphens: auto }";

/** The files that every program sets the text in. */
export const FONT_FILES = {
  normal: fontFile("400Regular/IBMPlexSerif_400Regular.ttf"),
  bold: fontFile("700Bold/IBMPlexSerif_700Bold.ttf"),
};

function fontFile(name) {
  return new URL(import.meta.resolve(`@expo-google-fonts/ibm-plex-serif/${name}`)).pathname;
}

/** @param fonts whether the page has to name the files of its fonts */
export function htmlPage(blocks, { fonts, justified }) {
  const faces = fonts
    ? Object.entries(FONT_FILES).map(([weight, file]) => {
        const url = pathToFileURL(file).href;
        return `@font-face { font-family: "IBM Plex Serif"; font-weight: ${weight}; src: url("${url}") }`;
      })
    : [];
  const style = [...faces, STYLE, justified ? JUSTIFIED : ""].join("\n");
  const head = `<meta charset="utf-8"><title>Fifty pages</title><style>${style}</style>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${blocks.map(element).join("\n")}</body></html>`;
}

function element(block) {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${block.text}</h${block.level}>`;
    case "paragraph":
      return `<p>${block.text}</p>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
    case "table":
      return table(block);
  }
}

function table({ head, rows }) {
  const cells = (row, name) => row.map((text) => `<${name}>${text}</${name}>`).join("");
  const body = rows.map((row) => `<tr>${cells(row, "td")}</tr>`).join("");
  return `<table><thead><tr>${cells(head, "th")}</tr></thead><tbody>${body}</tbody></table>`;
}
