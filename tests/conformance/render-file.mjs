/** One page from a file, with the fonts and pictures that stand beside it, in; its PDF out. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderPdf } from "../../dist/render/pdf/index.js";
import { diagnosticLine } from "./brief-pages.mjs";

const CREATED_AT = new Date("2021-05-10T09:00:00Z");

/** @returns the document: its PDF in `out`, and what the engine said of the page */
export async function renderFile(name, file, out) {
  const html = readFileSync(file, "utf8");
  const files = (path) => {
    const found = join(dirname(file), path);
    return existsSync(found) ? new Uint8Array(readFileSync(found)) : undefined;
  };
  const options = { createdAt: CREATED_AT, file: `${name}.html`, files };
  const { bytes, pages, diagnostics } = await renderPdf(html, options);
  const pdf = join(out, `${name}.pdf`);
  writeFileSync(pdf, bytes);
  const said = diagnostics.map(diagnosticLine);
  writeFileSync(join(out, `${name}.txt`), `${said.join("\n")}\n`);
  return { name, pdf, pages, said };
}
