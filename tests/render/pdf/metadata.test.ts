import { describe, expect, it } from "vitest";
import { renderPdf, streamPdf } from "../../../src/render/pdf/index.js";
import type { Attachment } from "../../../src/render/pdf/metadata/attachment.js";
import { checkPdf, openFile } from "./check-pdf/check-pdf.js";
import { CREATED_AT, htmlPage, openPdf } from "./page.js";

const NAMED = htmlPage("", "<p>x</p>", "tr").replace(
  "<title>Test</title>",
  `<title>R&amp;D &lt;x&gt; Haftalık تقرير</title><meta name="author" content="Çiğdem & Co">
   <meta name="description" content="A > B"><meta name="keywords" content="a, b">`,
);

const FILE: Attachment = {
  name: "özet.json",
  bytes: new TextEncoder().encode('{"a": 1}'),
  mediaType: "application/json",
  description: "The issue",
  relationship: "Data",
  modifiedAt: CREATED_AT,
};

describe("what the file says of itself", () => {
  it("is the same in the information and in the metadata", async () => {
    const { bytes } = await renderPdf(NAMED, { createdAt: CREATED_AT });
    const { info, metadata } = await (await openPdf(bytes)).getMetadata();
    expect(info).toMatchObject({
      Title: "R&D <x> Haftalık تقرير",
      Author: "Çiğdem & Co",
      Subject: "A > B",
      Keywords: "a, b",
    });
    expect(metadata.get("dc:title")).toBe("R&D <x> Haftalık تقرير");
    expect(metadata.get("dc:description")).toBe("A > B");
    expect(metadata.get("pdf:keywords")).toBe("a, b");
    expect(metadata.get("xmp:createdate")).toBe("2021-05-10T09:00:00Z");
  });

  it("claims both standards", async () => {
    const { bytes } = await renderPdf(NAMED, { createdAt: CREATED_AT });
    const { metadata } = await (await openPdf(bytes)).getMetadata();
    expect(metadata.get("pdfaid:part")).toBe("3");
    expect(metadata.get("pdfaid:conformance")).toBe("A");
    expect(metadata.get("pdfuaid:part")).toBe("1");
    expect(checkPdf(openFile(bytes))).toEqual([]);
  });

  it("has a title even where the page has none", async () => {
    const html = "<!doctype html><body><h1>Only a heading</h1></body>";
    const { bytes } = await renderPdf(html, { createdAt: CREATED_AT });
    const { info } = await (await openPdf(bytes)).getMetadata();
    expect(info).toMatchObject({ Title: "Only a heading" });
  });
});

describe("attachments", () => {
  it("come out as they went in", async () => {
    const attachments = [FILE, { ...FILE, name: "a.txt", mediaType: "text/plain; charset=utf-8" }];
    const { bytes } = await renderPdf(NAMED, { createdAt: CREATED_AT, attachments });
    const found: ReadonlyMap<string, { filename: string; description: string }> =
      (await (await openPdf(bytes)).getAttachments()) ?? new Map();
    const shown = [...found.values()].map(({ filename, description }) => [filename, description]);
    expect(shown).toEqual([
      ["özet.json", "The issue"],
      ["a.txt", "The issue"],
    ]);
    const file = openFile(bytes);
    expect(file.list(file.catalog.entries.get("AF"))).toHaveLength(2);
    expect(checkPdf(file)).toEqual([]);
  });
});

describe("the stream", () => {
  it("gives the same bytes, and tells of the pages apart", async () => {
    const whole = await renderPdf(NAMED, { createdAt: CREATED_AT });
    const { stream, result } = streamPdf(NAMED, { createdAt: CREATED_AT });
    expect(await result).toEqual({ pages: 1, diagnostics: [] });
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(whole.bytes)).toBe(true);
  });

  it("writes no page before it is asked for", async () => {
    const pages = `<p style="break-after: page">${"words ".repeat(80)}</p>`.repeat(30);
    const { stream } = streamPdf(htmlPage("", pages), { createdAt: CREATED_AT });
    await new Promise((resolve) => stream.once("readable", resolve));
    expect(stream.readableLength).toBeLessThan(40);
    stream.destroy();
  });
});

describe("colours seen through", () => {
  it("are painted as such, and nothing after them is", async () => {
    const css = "div { background: #ff000080; border: 1pt solid rgb(0 0 255 / 0.2) }";
    const body = `<div><p style="color: #00ff0040">seen through</p><p>plain</p></div>`;
    const { bytes, diagnostics } = await renderPdf(htmlPage(css, body), { createdAt: CREATED_AT });
    expect(diagnostics).toEqual([]);
    const file = openFile(bytes);
    const states = JSON.stringify([...file.objects.values()], (_, value) =>
      value instanceof Map ? [...value] : value,
    );
    for (const alpha of ["0.25", "0.5", "0.2"]) expect(states).toContain(`["ca",${alpha}`);
    expect(checkPdf(file)).toEqual([]);
  });

  it("are seen through twice in a box that is, and the rest of the box once", async () => {
    const css = "div, section { opacity: .5 }";
    const body = `<div><p style="color: #00ff0066">a</p><section>b</section></div>`;
    const { bytes } = await renderPdf(htmlPage(css, body), { createdAt: CREATED_AT });
    const states = JSON.stringify([...openFile(bytes).objects.values()], (_, value) =>
      value instanceof Map ? [...value] : value,
    );
    for (const alpha of ["0.2", "0.25", "0.5"]) expect(states).toContain(`["ca",${alpha}`);
    expect(states).not.toContain('["ca",1]');
  });
});
