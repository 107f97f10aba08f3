/** The reference pages as pictures: poppler's, one for each page, beside the pages themselves. */
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderPdf } from "../../src/render/pdf/index.js";
import { REFERENCE_PAGES, referencePages } from "../render/pdf/reference-pages.js";
import { comparePictures } from "./compare-pictures.js";
import { runProgram } from "./programs.js";
import { readPng } from "./read-png.js";

/** `UPDATE=1` stores the pictures anew: look at every one that changed. */
const isUpdate = process.env.UPDATE === "1";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "briefwright-pictures-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each(referencePages)("$name looks as it looked", async ({ name, html }) => {
  const found = await takePictures(name, html);
  if (isUpdate) storePictures(name, found);
  expect(found).toEqual(picturesOf(REFERENCE_PAGES, name));
  for (const file of found) {
    const [seen, stored] = [folder, REFERENCE_PAGES].map((at) =>
      readPng(readFileSync(join(at, file))),
    );
    if (seen && stored) expect(comparePictures(seen, stored), file).toEqual([]);
  }
});

/** @returns the names of the pictures in `folder`, one for each page */
async function takePictures(name: string, html: string): Promise<string[]> {
  const { bytes } = await renderPdf(html, { file: `${name}.html` });
  const pdf = join(folder, `${name}.pdf`);
  writeFileSync(pdf, bytes);
  runProgram("pdftoppm", ["-r", "60", "-png", pdf, join(folder, name)]);
  return picturesOf(folder, name);
}

function storePictures(name: string, found: readonly string[]): void {
  for (const file of picturesOf(REFERENCE_PAGES, name)) rmSync(join(REFERENCE_PAGES, file));
  for (const file of found) copyFileSync(join(folder, file), join(REFERENCE_PAGES, file));
}

function picturesOf(place: string, name: string): string[] {
  const pattern = new RegExp(`^${name}-\\d+\\.png$`);
  return readdirSync(place)
    .filter((file) => pattern.test(file))
    .sort();
}
