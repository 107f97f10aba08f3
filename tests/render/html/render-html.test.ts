import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { neededFonts } from "../../../src/render/html/font-files.js";
import { makeSelfContained, renderHtml } from "../../../src/render/html/render-html.js";
import { fillTemplate } from "../../../src/templating/index.js";
import { elementsOf } from "../../templating/outline.js";
import { sampleIssue } from "../../templating/sample-issue.js";
import { loaded } from "../../templating/weekly.js";

const { resolve } = createRequire(import.meta.url);
const template = loaded();
const filled = fillTemplate(template, sampleIssue, { language: "en" }).html;
const loadFont = async (path: string) => readFileSync(resolve(path));
const { html: page } = await renderHtml(filled, template.style, { loadFont });

const SANS = 'body{font:10pt "IBM Plex Sans"}';
const names = (text: string, style: string) =>
  neededFonts(text, style).map(({ path }) => path.split("/").at(-1));

describe("a page that stands alone", () => {
  test("forbids to load and to run anything", () => {
    expect(page).toContain(
      `<head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">`,
    );
  });

  test("asks the network for nothing", () => {
    const addresses = elementsOf(page).flatMap(({ tagName, attrs }) =>
      attrs
        .filter(({ name }) => name === "src" || (name === "href" && tagName !== "a"))
        .map(({ value }) => value),
    );
    expect(addresses).toEqual([]);
    expect(page.match(/url\((?!data:)/g)).toBeNull();
    expect(page.match(/https?:\/\/|@import/g)).toBeNull();
  });

  test("has one style and no script", () => {
    const tags = elementsOf(page).map(({ tagName }) => tagName);
    expect(tags.filter((tag) => tag === "style")).toHaveLength(1);
    expect(tags).not.toContain("script");
    expect(tags).not.toContain("link");
  });

  test("is the same each time", async () => {
    const again = await renderHtml(filled, template.style, { loadFont });
    expect(again.html).toBe(page);
  });

  test("has landmarks, one main heading and no heading that skips a level", () => {
    const tags = elementsOf(page).map(({ tagName }) => tagName);
    for (const landmark of ["header", "nav", "main", "footer"]) {
      expect(tags.filter((tag) => tag === landmark)).toHaveLength(1);
    }
    const levels = tags.flatMap((tag) => /^h([1-6])$/.exec(tag)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1)).toBe(true);
  });

  test("names its author and gives every table head a scope", () => {
    expect(page).toContain('<meta name="author" content="North Africa">');
    const heads = elementsOf(page).filter(({ tagName }) => tagName === "th");
    expect(heads.filter(({ attrs }) => !attrs.some(({ name }) => name === "scope"))).toEqual([]);
  });

  test("keeps a style from ending early", () => {
    const style = 'p::after{content:"</style><script>"}';
    const tags = elementsOf(makeSelfContained("<p>", style, new Map()));
    expect(tags.map(({ tagName }) => tagName)).not.toContain("script");
  });

  test("is made of a fragment as well", () => {
    expect(makeSelfContained("<!doctype html><p>Hi", "p{}", new Map())).toMatch(
      /^<!doctype html><style>[\s\S]*<meta http-equiv|^<!doctype html><meta http-equiv/,
    );
  });
});

describe("the fonts of a page", () => {
  test("are those of the letters that it holds", () => {
    expect(names("Tripoli", SANS)).toEqual(["ibm-plex-sans-latin-400-normal.woff2"]);
    expect(names("Erdoğan", SANS)).toContain("ibm-plex-sans-latin-ext-400-normal.woff2");
    expect(names("Триполи", SANS)).toContain("ibm-plex-sans-cyrillic-400-normal.woff2");
  });

  test("are those of the weights that the style uses", () => {
    const style = `${SANS} b{font:600 9pt "IBM Plex Sans"} i{font:italic 9pt "IBM Plex Serif"}`;
    expect(names("a", style)).toEqual([
      "ibm-plex-sans-latin-400-normal.woff2",
      "ibm-plex-sans-latin-600-normal.woff2",
      "ibm-plex-serif-latin-400-italic.woff2",
      "ibm-plex-serif-latin-400-normal.woff2",
    ]);
  });

  test("are none where the style names none of ours", () => {
    expect(names("a", "body{font-family:serif}")).toEqual([]);
  });

  test("are left to the reader where their bytes are missing", () => {
    expect(makeSelfContained("<p>a", SANS, new Map())).not.toContain("@font-face");
  });

  test("come from families that the style does not name, for letters that its own lack", () => {
    expect(names("حفتر", SANS)).toContain("amiri-arabic-400-normal.woff2");
    const html = makeSelfContained("<p>حفتر", SANS, new Map());
    expect(html).toContain('font:10pt "IBM Plex Sans", "Amiri"');
  });

  test("lie beside the page where they are linked, and are none where the reader has them", async () => {
    const render = (fonts: "link" | "none") =>
      renderHtml("<p>a", SANS, { fonts, loadFont: async () => new Uint8Array(1) });
    const { html, fonts } = await render("link");
    expect([...fonts.keys()]).toEqual(["fonts/ibm-plex-sans-latin-400-normal.woff2"]);
    expect(html).toContain("src:url(fonts/ibm-plex-sans-latin-400-normal.woff2)");
    expect(html).toContain("font-src 'self' file: data:;");
    expect((await render("none")).html).not.toContain("@font-face");
  });

  test("and pictures of the template are carried by the page", async () => {
    const files = new Map([
      ["fonts/own.ttf", new Uint8Array([1])],
      ["logo.png", new Uint8Array([2])],
    ]);
    const style = '@font-face { font-family: Own; src: url("fonts/own.ttf") }';
    const { html } = await renderHtml('<img src="logo.png" alt="">', style, { loadFont, files });
    expect(html).toContain('src: url("data:font/ttf;base64,AQ==")');
    expect(html).toContain('<img src="data:image/png;base64,Ag==" alt="">');
  });

  test("exist as files", () => {
    for (const { path } of neededFonts("Aşğбيπ", template.style)) {
      expect(resolve(path)).toContain(path);
    }
  });
});

describe("running heads in browsers", () => {
  const style =
    '.a{string-set: name content()} @page{@top-left{content:string(name) " " counter(page)}}';

  test("get the words themselves before string(), which browsers do not know", () => {
    expect(makeSelfContained('<p class="a">Weekly  1</p>', style, new Map())).toContain(
      '@top-left{content: "Weekly 1" " " counter(page); content:string(name) " " counter(page)}',
    );
  });

  test("keep string() alone where the selector cannot be read", () => {
    const strange = style.replace(".a{", "h2::before{");
    expect(makeSelfContained("<h2>Weekly</h2>", strange, new Map())).toContain(
      '@page{@top-left{content:string(name) " " counter(page)}}',
    );
  });

  test("count the pages in the words of the labels file", () => {
    expect(page).toContain('content: "Page" " " counter(page) " " "of" " " counter(pages)');
  });

  test("cannot be broken by the words", () => {
    const words = '"; } body { display: none } \\';
    const made = makeSelfContained(`<p class="a">${words}</p>`, style, new Map());
    expect(made).toContain('content: "\\22 ; } body { display: none } \\5c "');
  });
});
