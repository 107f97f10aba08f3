import { expect, test } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { describePages, REFERENCE_PAGES, referencePages } from "./reference-pages.js";

/** `vitest run tests/render/pdf/reference-pages.test.ts -u` writes them anew: read what changed. */
test.each(referencePages)("$name: everything stands where it stood", async ({ name, html }) => {
  const { pages, diagnostics } = setPages(html, { file: `${name}.html` });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  await expect(describePages(pages)).toMatchFileSnapshot(`${REFERENCE_PAGES}/${name}.txt`);
});
