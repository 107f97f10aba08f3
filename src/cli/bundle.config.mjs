/**
 * How the command is bundled (rolldown): fewer files to find and read when it starts.
 *
 * pdfkit asks for fontkit as soon as it is loaded, and fontkit for a dictionary of 750 kB; only
 * fonts with outlines in CFF need it, so the command loads it when one of those comes.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../", import.meta.url);
const at = (path) => fileURLToPath(new URL(path, ROOT));

/** pdfkit looks for the colour profile beside its own code. */
function bringColourProfile() {
  const from = fileURLToPath(new URL("data/sRGB_IEC61966_2_1.icc", import.meta.resolve("pdfkit")));
  const to = at("dist/cli/data/sRGB_IEC61966_2_1.icc");
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** What people install who keep their archive in engines; others do without, and load none of it. */
const ENGINES = ["@opensearch-project/opensearch", "@opentelemetry/api", "pg", "pg-boss"];

const command = {
  input: at("dist/cli/main.js"),
  platform: "node",
  external: ENGINES,
  logLevel: "warn",
  resolve: { alias: { fontkit: at("dist/render/pdf/fonts/fontkit-on-demand.js") } },
  plugins: [{ name: "bring-colour-profile", writeBundle: bringColourProfile }],
  output: { dir: at("dist/cli"), format: "esm" },
};

/** The thread that fills templates, in one file: it is to be there before the articles are read. */
const fillThread = {
  input: at("dist/templating/fill-worker.js"),
  platform: "node",
  logLevel: "warn",
  output: { file: at("dist/templating/fill-worker.js"), format: "esm" },
};

export default [command, fillThread];
