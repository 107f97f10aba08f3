/** The reference page by our engine and by Chromium's print, and how far the two lie apart. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CHROMIUM_ARGS, run } from "./programs.mjs";
import { comparePages } from "./reference/compare.mjs";
import { renderFile } from "./render-file.mjs";

const PAGE = join(import.meta.dirname, "reference/weekly-look.html");

/** pt that a word may stand from where Chromium puts it. */
const TOLERANCE = 1.5;

export async function makeReference(out) {
  const printed = join(out, "reference.chromium.pdf");
  const options = ["--headless", ...CHROMIUM_ARGS, "--no-pdf-header-footer"];
  run("chromium", [...options, `--print-to-pdf=${printed}`, pathToFileURL(PAGE).href]);
  return { ...(await renderFile("reference", PAGE, out)), printed };
}

/** @returns what Chromium prints otherwise; undefined for a page that it did not print */
export function compareWithPrint({ pdf, printed }) {
  if (printed === undefined) return undefined;
  const { pages, lines, broken, words, lost, worst } = comparePages(pdf, printed);
  const [first] = worst;
  console.log(
    `reference: ${pages.join(" and ")} pages, ${lines} lines, ${words} words, the furthest (${first?.text}) ${first?.apart.toFixed(2)} pt apart`,
  );
  const far = worst.filter(({ apart }) => apart > TOLERANCE);
  return [
    ...(pages[0] === pages[1] ? [] : [`${pages[0]} pages instead of ${pages[1]}`]),
    ...broken.map((line) => ({ what: "a line is broken otherwise", where: line })),
    ...lost.map((word) => ({ what: "a word is not on its page", where: word })),
    ...far.map(({ text, page, dx, dy }) => {
      const where = `page ${page}, ${text}: ${dx.toFixed(2)} pt right, ${dy.toFixed(2)} pt down`;
      return { what: `a word stands more than ${TOLERANCE} pt away`, where };
    }),
  ];
}
