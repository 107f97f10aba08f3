import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { memoryHost } from "../src/host/memory.js";
import { nodeHost } from "../src/host/node.js";
import { renderPageFile } from "../src/render-page.js";
import { copiedText, openPdf } from "./render/pdf/page.js";

const hostOf = (files: Record<string, string>) =>
  memoryHost(
    new Map(
      Object.entries(files).map(([path, text]) => [`/p/${path}`, new TextEncoder().encode(text)]),
    ),
  );
const render = (files: Record<string, string>) =>
  renderPageFile(hostOf(files), { file: "/p/page.html" });
const page = (head: string, body = "<p>One line.</p>") =>
  `<!doctype html><html lang="en"><head><title>T</title>${head}</head><body>${body}</body></html>`;

const folder = mkdtempSync(join(tmpdir(), "briefwright-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a page in a folder", () => {
  test("becomes a PDF with the style sheets that lie beside it", async () => {
    const { bytes, pages, diagnostics } = await render({
      "page.html": page(`<link rel="stylesheet" href="css/style.css">`),
      "css/style.css": "p { break-after: page } p::before { content: 'Styled. ' }",
    });
    expect(diagnostics).toEqual([]);
    expect(pages).toBe(1);
    expect(await copiedText(bytes)).toEqual(["Styled. One line."]);
  });

  test("gives the same bytes each time, dated by itself", async () => {
    const files = { "page.html": page(`<meta name="date" content="2021-05-03">`) };
    const [first, second] = [await render(files), await render(files)];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
    const { info } = await (await openPdf(first.bytes)).getMetadata();
    expect(info).toMatchObject({ CreationDate: "D:20210503000000Z" });
  });

  const given = (bytes: Uint8Array) =>
    renderPageFile(memoryHost(new Map([["/p/page.html", bytes]])), { file: "/p/page.html" });

  test("is read in the letters that it declares", async () => {
    const turkish = Buffer.from("<meta charset=windows-1254><title>T</title>\xddyi", "latin1");
    expect(await copiedText((await given(turkish)).bytes)).toEqual(["İyi"]);
  });

  test("is read as UTF-16 where its mark says so", async () => {
    const wide = Buffer.from("\ufeff<title>T</title>Çavuşoğlu", "utf16le");
    expect(await copiedText((await given(wide)).bytes)).toEqual(["Çavuşoğlu"]);
  });

  test.each([
    ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
    ["a PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"],
  ])("is refused where it is %s", async (_what, bytes) => {
    await expect(given(Buffer.from(bytes, "latin1"))).rejects.toThrow("is no page of HTML");
  });

  test("asks for nothing outside its folder", async () => {
    const asked: string[] = [];
    const host = hostOf({ "page.html": page(`<link rel="stylesheet" href="../secret.css">`) });
    const sizeOf = (path: string) => {
      asked.push(path);
      return host.sizeOf(path);
    };
    const { diagnostics } = await renderPageFile({ ...host, sizeOf }, { file: "/p/page.html" });
    expect(asked).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["missing-style-sheet"]);
  });

  test("follows no link out of it", async () => {
    const secret = join(folder, "..", "briefwright-secret.css");
    writeFileSync(secret, "p { color: red }");
    symlinkSync(secret, join(folder, "style.css"));
    writeFileSync(join(folder, "page.html"), page(`<link rel="stylesheet" href="style.css">`));
    const { diagnostics } = await renderPageFile(nodeHost, { file: join(folder, "page.html") });
    rmSync(secret);
    expect(diagnostics.map(({ code }) => code)).toEqual(["file-outside", "missing-style-sheet"]);
  });

  test("is given up for one file that is too large, not the page", async () => {
    const host = hostOf({
      "page.html": page(`<link rel="stylesheet" href="style.css">`),
      "style.css": "p { color: red }",
    });
    const sizeOf = async () => 1e12;
    const result = await renderPageFile({ ...host, sizeOf }, { file: "/p/page.html" });
    expect(result.pages).toBe(1);
    expect(result.diagnostics[0]).toMatchObject({
      code: "file-too-large",
      place: { file: "/p/style.css" },
    });
  });
});
