import { describe, expect, test } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { resolveReference } from "../../../src/render/pdf/page/page-files.js";
import { placedBoxes } from "./page.js";

const files = (given: Record<string, string | Uint8Array>) => (path: string) => {
  const found = given[path];
  return typeof found === "string" ? new TextEncoder().encode(found) : found;
};
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const linking = (head: string, body = "<p>a</p>") =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

describe("a file that a page names", () => {
  test.each([
    ["style.css", "", "style.css"],
    ["./fonts/a%20b.woff2?v=2#x", "", "fonts/a b.woff2"],
    ["../fonts/a.woff2", "css/style.css", "fonts/a.woff2"],
    ["100%.png", "", "100%.png"],
  ])("%s, named by %j, is %s", (reference, from, path) => {
    expect(resolveReference(reference, from)).toBe(path);
  });

  test.each([
    "../secret.css",
    "a/../../secret.css",
    "%2e%2e/secret.css",
    "/etc/passwd",
    "file:///etc/passwd",
    "https://example.org/a.css",
    "..\\secret.css",
    "\\\\host\\a.css",
    "",
  ])("%j is no file of its folder", (reference) => {
    expect(resolveReference(reference)).toBeUndefined();
  });
});

test("styles come from linked sheets and elements in the order in which they stand", () => {
  const page = linking(
    `<link rel="stylesheet" href="a.css"><style>p { height: 40pt }</style><link rel=stylesheet href="b.css">`,
  );
  const { pages, diagnostics } = setPages(page, {
    files: files({ "a.css": "p { height: 20pt; background: red }", "b.css": "p { width: 30pt }" }),
  });
  expect(diagnostics).toEqual([]);
  expect(placedBoxes(pages[0])[0]).toMatch(/ 30 40$/);
});

test("a sheet for screens is not asked for", () => {
  const page = linking(`<link rel="stylesheet" media="screen" href="a.css">`);
  expect(setPages(page).diagnostics).toEqual([]);
});

test("what is not there is named with what to do", () => {
  const page = linking(`<link rel="stylesheet" href="a.css">`, `<img src="b.png">`);
  const { diagnostics } = setPages(page, { file: "page.html" });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'cannot read the style sheet "a.css"',
    'cannot read the picture "b.png": the page does not carry it',
  ]);
});

test("a picture beside the page is shown", () => {
  const page = linking("", `<img src="img/dot.png" width="8" height="8" alt="A dot">`);
  expect(setPages(page, { files: files({ "img/dot.png": DOT }) }).diagnostics).toEqual([]);
});
