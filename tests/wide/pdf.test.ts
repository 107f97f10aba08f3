/** What other programs make of the PDF: qpdf and poppler. */
import { beforeAll, expect, test, vi } from "vitest";
import { statementsOf } from "../../src/issue/index.js";
import type { Issue } from "../../src/model/issue.js";
import { generateIn, openTestWorkspace } from "../workspace.js";
import { runProgram } from "./programs.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let file: string;
let issue: Issue;
let text: string;

beforeAll(async () => {
  const { made } = await generateIn(openTestWorkspace(), {
    formats: new Set(["pdf"]),
  });
  if (made === null) throw new Error("no brief was made");
  issue = made.issue;
  file = made.files.find((path) => path.endsWith(".pdf")) ?? "";
  text = runProgram("pdftotext", ["-raw", file, "-"]);
});

/** Line ends and page furniture fall between any two words: only letters and digits are compared. */
const letters = (words: string) => words.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");

test("qpdf finds no fault in its structure", () => {
  expect(runProgram("qpdf", ["--check", file])).toMatch(/No syntax or stream encoding errors/);
});

test("every font is embedded, as a subset, with a map back to Unicode", () => {
  const [, , ...fonts] = runProgram("pdffonts", [file]).trimEnd().split("\n");
  expect(fonts.length).toBeGreaterThan(2);
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .+ yes yes yes /);
});

test("carries title, fixed dates and A4 pages", () => {
  const info = runProgram("pdfinfo", ["-isodates", file]);
  expect(info).toMatch(/^Title: +Libya-Türkiye Weekly/m);
  expect(info).toMatch(/^CreationDate: +2021-05-09T18:00:00/m);
  expect(info).toMatch(/A4/);
});

test("has the marking and the page's number on every page", () => {
  const pages = text.split("\f").filter((page) => page.trim() !== "");
  for (const [index, page] of pages.entries()) {
    expect(page.match(/TLP:GREEN/g)?.length, `page ${index + 1}`).toBeGreaterThanOrEqual(2);
    expect(page).toMatch(new RegExp(`\\b${index + 1} ?(/|of) ?${pages.length}\\b`));
    expect(page).toMatch(/DRAFT/);
  }
});

test("gives back every letter of every statement that stands on one page", () => {
  const pages = text.split("\f").map(letters);
  const statements = statementsOf(issue).filter(({ text: words }) => words.length < 200);
  const lost = statements.filter(
    ({ text: words }) => !pages.some((page) => page.includes(letters(words))),
  );
  expect(lost.map(({ text: words }) => words).length).toBeLessThanOrEqual(2);
});

test("keeps Turkish letters", () => {
  for (const word of ["Çavuşoğlu", "Erdoğan", "Türkiye", "MİT"]) expect(text).toContain(word);
});
