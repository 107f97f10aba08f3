import PDFDocument from "pdfkit";
import { describe, expect, it } from "vitest";
import type { Run } from "../../../src/render/pdf/fonts/face.js";
import { createPdfFont } from "../../../src/render/pdf/fonts/pdf-font.js";
import {
  addToCatalog,
  embedFace,
  packSmallObjects,
  setMetadata,
  structureRoot,
} from "../../../src/render/pdf/paint/pdfkit-adapter.js";
import { CREATED_AT, copiedText } from "./page.js";
import { shippedFace } from "./shipped-face.js";

/** What the adapter assumes of pdfkit's inside; a new version of pdfkit has to pass this first. */
describe("pdfkit, as far as we reach into it,", () => {
  const face = shippedFace("IBM Plex Sans");
  const open = (title = "Test") => {
    const document = new PDFDocument({
      pdfVersion: "1.7",
      lang: "en",
      displayTitle: true,
      autoFirstPage: false,
      font: null,
      margin: 0,
      info: { Title: title, CreationDate: CREATED_AT },
    });
    document.addPage({ size: [100, 100], margin: 0 });
    return document;
  };
  const finish = async (document: PDFDocument) => {
    document.end();
    const chunks: Uint8Array[] = [];
    for await (const chunk of document) chunks.push(chunk);
    return new Uint8Array(Buffer.concat(chunks));
  };
  const run: Run = { direction: "ltr", language: "en", features: {} };

  it("has a font object with a subset, widths and code points", () => {
    const document = open();
    document.font(createPdfFont(face));
    const { _font } = document as unknown as { _font: Record<string, unknown> };
    expect(_font).toMatchObject({ id: "F1", widths: [expect.any(Number)], unicode: [[0]] });
    expect(_font.subset).toMatchObject({ add: expect.any(Function) });
    expect(_font.ref).toBeTypeOf("function");
  });

  it("gives the same code for the same glyph and letters, another for other letters", () => {
    const embedded = embedFace(open(), face);
    const [glyph] = face.shape("a", run).glyphs;
    if (!glyph) throw new Error("no glyph for a");
    const first = embedded.encode(glyph).code;
    expect(first).toBe("0001");
    expect(embedded.encode(glyph).code).toBe(first);
    expect(embedded.encode({ ...glyph, textAsSeen: "\u0430" }).code).toBe("0002");
  });

  it("writes fonts that readers can turn back into text", async () => {
    const document = open();
    const embedded = embedFace(document, face);
    const [a, fi] = [...face.shape("a", run).glyphs, ...face.shape("fi", run).glyphs];
    if (!a || !fi) throw new Error("no glyph for a and fi");
    const codes = [a, fi, { ...a, textAsSeen: "ä" }].map((glyph) => embedded.encode(glyph).code);
    document.addContent(`BT /${embedded.useOn(document)} 10 Tf 10 10 Td <${codes.join("")}> Tj ET`);
    expect(await copiedText(await finish(document))).toEqual(["afiä"]);
  });

  it("takes metadata of ours in place of its own", async () => {
    const document = open("R&D <1>");
    setMetadata(document, "<own>R&amp;D</own>");
    const bytes = Buffer.from(await finish(document)).toString("latin1");
    expect(bytes).toContain("<own>R&amp;D</own>");
    expect(bytes).not.toContain("x:xmpmeta");
    expect(bytes).toContain("(R&D <1>)");
  });

  it("has a root of the structure tree, and a catalog, that take entries", async () => {
    const document = open();
    Object.assign(structureRoot(document).data, { RoleMap: { Em: "Span" } });
    addToCatalog(document, { Own: "Entry" });
    const bytes = Buffer.from(await finish(document)).toString("latin1");
    expect(bytes).toContain("/RoleMap <<\n/Em /Span\n>>");
    expect(bytes).toContain("/Own /Entry");
  });

  it("writes small objects packed, as readers know them", async () => {
    const document = open();
    packSmallObjects(document);
    const embedded = embedFace(document, face);
    const codes = face.shape("packed", run).glyphs.map((glyph) => embedded.encode(glyph).code);
    document.addContent(`BT /${embedded.useOn(document)} 10 Tf 10 10 Td <${codes.join("")}> Tj ET`);
    for (let count = 0; count < 500; count++) document.ref({ Count: count }).end();
    const bytes = await finish(document);
    expect(await copiedText(bytes)).toEqual(["packed"]);
    expect(bytes.length).toBeLessThan(12_000);
    expect(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/ObjStm/g),
    ).toHaveLength(3);
  });
});
