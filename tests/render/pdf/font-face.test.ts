import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { type PdfResult, renderPdf } from "../../../src/render/pdf/index.js";
import { copiedText, htmlPage, openPdf } from "./page.js";

const require = createRequire(import.meta.url);
const fileOf = (name: string) => new Uint8Array(readFileSync(require.resolve(name)));
const NOTO = "@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf";
const FILES: Readonly<Record<string, Uint8Array>> = {
  "fonts/text.ttf": fileOf(NOTO),
  "fonts/text.woff": fileOf("@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff"),
  "fonts/text.woff2": fileOf("@fontsource/noto-serif/files/noto-serif-latin-400-normal.woff2"),
  "fonts/bold.woff2": fileOf("@fontsource/noto-serif/files/noto-serif-latin-700-normal.woff2"),
  "fonts/cyrillic.woff2": fileOf(
    "@fontsource/noto-serif/files/noto-serif-cyrillic-400-normal.woff2",
  ),
  "fonts/broken.ttf": fileOf(NOTO).slice(0, 300),
  "fonts/page.html": new TextEncoder().encode("<!doctype html><title>no font</title>"),
};

const render = (css: string, body: string, style = ""): Promise<PdfResult> =>
  renderPdf(htmlPage(`${css} p { font-family: House, "IBM Plex Sans"; ${style} }`, body), {
    files: (path) => FILES[path],
  });

/** Without the tag of the subset. */
async function fontsIn({ bytes }: PdfResult): Promise<string[]> {
  const document = await openPdf(bytes);
  const page = await document.getPage(1);
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  const ids = new Set(items.flatMap((item) => ("fontName" in item ? [item.fontName] : [])));
  const names = [...ids].map((id) => page.commonObjs.get(id).name.replace(/^.*\+/, ""));
  await document.loadingTask.destroy();
  return names.sort();
}

describe("@font-face", () => {
  it.each(["ttf", "woff", "woff2"])("takes a %s file from the page's folder", async (format) => {
    const css = `@font-face { font-family: House; src: url(fonts/text.${format}) }`;
    const result = await render(css, "<p>Ports and fifths</p>");
    expect(result.diagnostics).toEqual([]);
    expect(await fontsIn(result)).toEqual(["NotoSerif-Regular"]);
    expect(await copiedText(result.bytes)).toEqual(["Ports and fifths"]);
  });

  it("takes a font that the page carries", async () => {
    const data = Buffer.from(FILES["fonts/text.woff2"] ?? []).toString("base64");
    const css = `@font-face { font-family: "House"; src: url("data:font/woff2;base64,${data}") format("woff2") }`;
    expect(await fontsIn(await render(css, "<p>Ports</p>"))).toEqual(["NotoSerif-Regular"]);
  });

  it("goes by weight, and by the letters that a file is meant for", async () => {
    const css = `
@font-face { font-family: House; src: url(fonts/text.woff2); unicode-range: U+0-24F }
@font-face { font-family: House; src: url(fonts/bold.woff2); font-weight: 700 }
@font-face { font-family: House; src: url(fonts/cyrillic.woff2); unicode-range: U+04?? }`;
    const result = await render(css, "<p>Ports <b>bold</b> порты");
    expect(result.diagnostics).toEqual([]);
    expect(await fontsIn(result)).toEqual([
      "NotoSerif-Bold",
      "NotoSerif-Regular",
      "NotoSerif-Regular",
    ]);
    expect(await copiedText(result.bytes)).toEqual(["Ports bold порты"]);
  });

  it("replaces a family that comes with the program when the page has its own", async () => {
    const css = `@font-face { font-family: "IBM Plex Sans"; src: url(fonts/text.ttf) }`;
    const result = await render(css, "<p>Ports</p>", "font-family: 'IBM Plex Sans'");
    expect(await fontsIn(result)).toEqual(["NotoSerif-Regular"]);
  });

  it("knows the fonts that come with the program by their local names", async () => {
    const css = `@font-face { font-family: House; src: local("Nowhere"), local("IBM Plex Serif SemiBold") }`;
    const result = await render(css, "<p>Ports</p>");
    expect(result.diagnostics).toEqual([]);
    expect(await fontsIn(result)).toEqual(["IBMPlexSerif-SemiBold"]);
  });

  it("takes the next source when one is not read", async () => {
    const css = `@font-face { font-family: House; src: url(fonts/text.eot) format("embedded-opentype"), url(fonts/text.ttf) }`;
    const result = await render(css, "<p>Ports</p>");
    expect(result.diagnostics).toEqual([]);
    expect(await fontsIn(result)).toEqual(["NotoSerif-Regular"]);
  });

  it.each([
    ["url(fonts/lost.woff2)", "there is no file fonts/lost.woff2"],
    ["url(../secret.ttf)", '"../secret.ttf" lies outside the page\'s folder'],
    ["url(https://example.org/a.woff2)", "lies outside the page's folder"],
    ["url(fonts/broken.ttf)", "the font is cut off or broken"],
    ["url(fonts/page.html)", "the file is no TTF, OTF, WOFF or WOFF2"],
    ["url(data:font/ttf;base64,AAEAAAAK)", "the file is empty or cut off"],
    ["url(data:font/woff2;base64,d09GMgABAAAAAAAAAAAAAAAAAAAAAAAA)", "font"],
    ['local("Nowhere")', 'no font "Nowhere" comes with the program'],
  ])("says where and why %s fails, and takes the next family", async (source, why) => {
    const result = await render(
      `\n@font-face { font-family: House; src: ${source} }`,
      "<p>Ports</p>",
    );
    const [diagnostic, ...others] = result.diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({
      code: "font-face",
      message: expect.stringContaining(why),
      place: { file: "page.html", line: 6, column: 1 },
    });
    expect(await fontsIn(result)).toEqual(["IBMPlexSans-Regular"]);
  });

  it("names what a rule without a family lacks", async () => {
    const { diagnostics } = await render("@font-face { src: url(fonts/text.ttf) }", "<p>Ports</p>");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "@font-face needs font-family and src",
    ]);
  });

  it("gives the same bytes every time", async () => {
    const css = "@font-face { font-family: House; src: url(fonts/text.woff2) }";
    const [first, second] = [await render(css, "<p>a</p>"), await render(css, "<p>a</p>")];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it("survives a font whose bytes were altered anywhere", async () => {
    const font = FILES["fonts/text.ttf"] ?? new Uint8Array();
    for (let at = 13; at < font.length; at += Math.floor(font.length / 60)) {
      const altered = font.slice();
      altered.fill(0xff, at, at + 40);
      const { bytes } = await renderPdf(
        htmlPage(
          "@font-face { font-family: House; src: url(a.ttf) } p { font-family: House }",
          "<p>Ports é x\u0302</p>",
        ),
        { files: () => altered },
      );
      expect(bytes.length).toBeGreaterThan(1000);
    }
  });
});
