/** A page in a file, its PDF by the built program out: `node print-ours.mjs page.html out.pdf`. */
import { readFileSync, writeFileSync } from "node:fs";
import { renderPdf } from "../../../dist/render/pdf/index.js";

const [input, output] = process.argv.slice(2);
const createdAt = new Date("2021-05-10T09:00:00Z");
const { bytes } = await renderPdf(readFileSync(input, "utf8"), { createdAt });
writeFileSync(output, bytes);
