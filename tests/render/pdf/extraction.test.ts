import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderPdf } from "../../../src/render/pdf/index.js";
import { differenceOf, wordsOf } from "../../conformance/same-words.mjs";
import { CREATED_AT, copiedText } from "./page.js";

const TEXTS = join(import.meta.dirname, "../../conformance/texts");

test.each(["en", "tr", "ru", "el"])(
  "pdf.js reads a page in %s back as written",
  async (language) => {
    const html = readFileSync(join(TEXTS, `${language}.html`), "utf8");
    const { bytes } = await renderPdf(html, { createdAt: CREATED_AT });
    const pages = await copiedText(bytes);
    expect(differenceOf(pages.join("\n"), wordsOf(html))).toBeUndefined();
  },
);
