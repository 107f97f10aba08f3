import { afterEach, describe, expect, it } from "vitest";
import { renderPdf } from "../../../src/render/pdf/index.js";
import { CREATED_AT, copiedText, htmlPage, openPdf, renderBytes } from "./page.js";

const TEXT = "Çavuşoğlu, İstanbul ılık ğüşöç: office, firma – “MİT” [1][2]";

describe("the text that readers copy", () => {
  it("has every Turkish letter and every word, a space between two", async () => {
    const [text] = await copiedText(await renderBytes("", `<p>${TEXT}</p>`, "tr"));
    expect(text?.trim()).toBe(TEXT);
  });

  it("has single letters for an fi that is drawn as one", async () => {
    const [text] = await copiedText(await renderBytes("", "<p>office of the first</p>"));
    expect(text?.trim()).toBe("office of the first");
  });

  it("has paragraphs on lines of their own", async () => {
    const [text] = await copiedText(await renderBytes("", "<p>one two</p><p>three</p>"));
    expect(text?.split("\n").map((line) => line.trim())).toEqual(["one two", "three"]);
  });

  it("is right for a letter that another page used only as part of one", async () => {
    await renderBytes("", "<p>ÀÉğiış ½ Ω</p>");
    const [text] = await copiedText(await renderBytes("", "<p>AaEegis deep</p>"));
    expect(text?.trim()).toBe("AaEegis deep");
  });

  it("has Arabic, Greek, Cyrillic and signs, none of them an empty box", async () => {
    const body = "<p>Ωμέγα Мир ▲ → ✓</p><p>حفتر</p>";
    const { bytes, diagnostics } = await renderPdf(htmlPage("", body), { createdAt: CREATED_AT });
    expect(diagnostics).toEqual([]);
    expect((await copiedText(bytes)).join()).toContain("Ωμέγα Мир ▲ → ✓");
  });

  it("survives a letter that no font has, which is named", async () => {
    const { bytes, diagnostics } = await renderPdf(htmlPage("", "<p>a 漢 b</p>"), {
      createdAt: CREATED_AT,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["missing-glyph"]);
    expect(diagnostics[0]?.message).toContain("U+6F22");
    expect((await copiedText(bytes))[0]?.trim()).toBe("a 漢 b");
  });
});

describe("the file", () => {
  const css = "@page { @bottom-center { content: counter(page) } }";
  const body = `<h1>R&amp;D in Türkiye</h1><p>${TEXT}</p><p><a href="https://example.org">x</a></p>`;
  const timeZone = process.env.TZ;

  afterEach(() => {
    if (timeZone === undefined) delete process.env.TZ;
    else process.env.TZ = timeZone;
  });

  it("is the same to the byte when the page is", async () => {
    const first = await renderBytes(css, body);
    expect(Buffer.from(await renderBytes(css, body)).equals(first)).toBe(true);
  });

  it("is the same to the byte after other pages, and in another time zone", async () => {
    process.env.TZ = "UTC";
    const first = await renderBytes(css, body);
    await renderBytes("", "<p>fi a b c 9&nbsp;May</p>");
    process.env.TZ = "Asia/Tokyo";
    expect(Buffer.from(await renderBytes(css, body)).equals(first)).toBe(true);
  });

  it("says what the page says of itself", async () => {
    const html = htmlPage("", "<p>x</p>", "tr").replace(
      "<title>Test</title>",
      '<title>R&amp;D Haftalık</title><meta name="author" content="Çiğdem">',
    );
    const { bytes } = await renderPdf(html, { createdAt: CREATED_AT });
    const document = await openPdf(bytes);
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: "R&D Haftalık",
      Author: "Çiğdem",
      Language: "tr",
      CreationDate: "D:20210510090000Z",
      ModDate: "D:20210510090000Z",
    });
    expect(metadata.get("dc:title")).toBe("R&D Haftalık");
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  it("has a bookmark for each heading, nested like the headings", async () => {
    const headings =
      "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2><h3>E</h3><h1>F</h1><h3>G</h3><h4>no</h4>";
    const outline = await (await openPdf(await renderBytes("", headings))).getOutline();
    type Item = (typeof outline)[number];
    const shape = (items: Item[]): string =>
      items.map((item) => item.title + nested(item)).join(" ");
    const nested = (item: Item) => (item.items.length > 0 ? `(${shape(item.items)})` : "");
    expect(shape(outline)).toBe("A(B(C) D(E)) F(G)");
  });

  it("follows links within the page to their page and height", async () => {
    const links = `<p><a href="#s2">[2]</a></p><p id="s1" style="break-before: page">one</p><p id="s2">two</p>`;
    const document = await openPdf(await renderBytes("", links));
    const [link] = await (await document.getPage(1)).getAnnotations();
    expect(link.contentsObj.str).toBe("[2]");
    expect(link.dest).toMatch(/^d\d{6}$/);
    const [page, kind, , top] = (await document.getDestination(link.dest)) ?? [];
    expect(await document.getPageIndex(page)).toBe(1);
    expect([kind.name, top]).toEqual(["XYZ", 240 - 32]);
  });

  it("links out to the web and to mail, and nowhere else", async () => {
    const hrefs = [
      "https://example.org/a",
      "mailto:a@example.org",
      "javascript:x()",
      "file:///etc/passwd",
      "#none",
    ];
    const body = hrefs.map((href) => `<p><a href="${href}">x</a></p>`).join("");
    const page = await (await openPdf(await renderBytes("", body))).getPage(1);
    const urls = (await page.getAnnotations()).map(({ url }) => url);
    expect(urls).toEqual(["https://example.org/a", "mailto:a@example.org"]);
  });
});

describe("pages from strangers", () => {
  const render = async (body: string) => renderPdf(htmlPage("", body), { createdAt: CREATED_AT });

  it("get no file and no network into the PDF", async () => {
    const body = `<img src="/etc/hostname" alt="x"><img src="file:///etc/hostname">
      <img src="https://example.org/x.png"><p>text</p>`;
    const { bytes, pages } = await render(body);
    expect(pages).toBe(1);
    expect(Buffer.from(bytes).includes("/XObject")).toBe(false);
  });

  it("may carry a picture of their own", async () => {
    const png =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const { bytes } = await render(`<p><img src="data:image/png;base64,${png}" width="40"></p>`);
    expect(Buffer.from(bytes).includes("/XObject")).toBe(true);
  });

  it("cannot exhaust the stack by nesting, and lose no word by it", async () => {
    const deep = `${"<div>".repeat(5000)}deep words${"</div>".repeat(5000)}<p>after</p>`;
    const { bytes, diagnostics } = await render(deep);
    expect(diagnostics.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
    expect((await copiedText(bytes)).join()).toContain("deep words");
  });

  it("cannot stop the page by a drawing that makes no sense", async () => {
    const svg = `<svg viewBox="0 0 0 x"><path d="M 1"/><path d="L 1 2 3"/><rect width="-1" height="x"/>
      <circle r="nan"/><polyline points="1,2,3"/><g transform="scale(x)"><text>ok</text></g></svg>`;
    const { bytes } = await render(svg);
    expect((await copiedText(bytes)).join()).toContain("ok");
  });

  it("cannot stop the page by values that make no sense", async () => {
    const body = `<p style="margin: -9999999999999999999pt; font-size: 0; width: 1e999px">a</p>
      <table><tr><td colspan="999999999" rowspan="-3">b</td></tr></table><ol start="x"><li>c</ol>`;
    expect((await render(body)).pages).toBeGreaterThan(0);
  });
});
