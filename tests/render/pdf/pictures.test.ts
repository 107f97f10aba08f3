import { crc32, deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { renderPdf, setPages } from "../../../src/render/pdf/index.js";
import type { Page } from "../../../src/render/pdf/pages/page.js";
import { htmlPage, placedLines, setCleanPages } from "./page.js";

interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colorType?: number;
  readonly interlaced?: boolean;
  /** Bytes of samples, when they are not those that the size asks for. */
  readonly bytes?: number;
}

function png({ width, height, depth = 8, colorType = 2, interlaced, bytes }: PngOptions): Buffer {
  const channels = [1, 0, 3, 1, 2, 0, 4][colorType] ?? 1;
  const length = bytes ?? height * (1 + Math.ceil((width * depth * channels) / 8));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8);
  const palette = colorType === 3 ? [chunk("PLTE", Buffer.from([255, 0, 0]))] : [];
  const data = deflateSync(Buffer.alloc(length));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...palette,
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

const source = (bytes: Buffer) => `data:image/png;base64,${bytes.toString("base64")}`;
const image = (options: PngOptions, rest = "") =>
  `<img alt="A map" src="${source(png(options))}" ${rest}>`;
const messages = (body: string) =>
  setPages(htmlPage("", body)).diagnostics.map(({ message }) => message.replace(/"[^"]*"/, "…"));

function placeOf(page: Page | undefined): readonly number[] {
  const mark = page?.marks.find((each) => each.kind === "image");
  if (mark?.kind !== "image") throw new Error("there is no image");
  return [mark.x, mark.y, mark.width, mark.height].map(Math.round);
}

describe("pictures", () => {
  const place = (css: string, options: PngOptions, rest = "") =>
    placeOf(setCleanPages(`img { display: block } ${css}`, image(options, rest)).pages[0]);

  it("shrink to the column and to the page, keeping their proportions", () => {
    expect(place("", { width: 800, height: 200 })).toEqual([20, 20, 300, 75]);
    const high = htmlPage("img { display: block }", image({ width: 100, height: 1000 }));
    expect(placeOf(setPages(high).pages[0])).toEqual([20, 20, 20, 200]);
  });

  it("keep their proportions when one side is given, or take those asked for", () => {
    expect(place("img { height: 30pt }", { width: 40, height: 20 })).toEqual([20, 20, 60, 30]);
    expect(place("img { max-height: 15pt }", { width: 80, height: 40 })).toEqual([20, 20, 30, 15]);
    const css = "img { width: 100pt; aspect-ratio: 2 / 1 }";
    expect(place(css, { width: 40, height: 40 })).toEqual([20, 20, 100, 50]);
  });

  it("fit into a box of other proportions, or fill it and are cut off", () => {
    const box = "img { width: 100pt; height: 100pt }";
    const options = { width: 40, height: 20 };
    expect(place(`${box} img { object-fit: contain }`, options)).toEqual([20, 45, 100, 50]);
    const { pages } = setCleanPages(`${box} img { object-fit: cover }`, image(options));
    const [group] = pages[0]?.marks ?? [];
    expect(group?.kind === "group" && group.clip).toMatchObject({ width: 100, height: 100 });
    expect(placeOf(pages[0])).toEqual([-30, 20, 200, 100]);
  });

  it("are cut off at round corners, within the border", () => {
    const css = "img { border: 2pt solid; border-radius: 8pt }";
    const { pages } = setCleanPages(css, image({ width: 40, height: 40 }));
    const group = pages[0]?.marks.find((mark) => mark.kind === "group");
    expect(group?.clip).toMatchObject({ x: 22, y: 22, width: 30, corners: { topLeft: 6 } });
  });

  it("may be drawings, as text or packed", () => {
    const svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' height='9'/></svg>";
    const packed = Buffer.from(svg).toString("base64");
    for (const data of [`utf8,${encodeURIComponent(svg)}`, `;base64,${packed}`]) {
      const body = `<img alt="A box" src="data:image/svg+xml${data.startsWith(";") ? data : `;${data}`}">`;
      const marks = setCleanPages("", body).pages[0]?.marks ?? [];
      expect(marks.some((mark) => mark.kind === "drawing")).toBe(true);
    }
  });

  it("that are missing leave a frame with the words for them", () => {
    const { pages, diagnostics } = setPages(
      htmlPage("", '<p><img src="no.png" alt="A map" width="80" height="40"></p>'),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["missing-picture"]);
    expect(placedLines(pages[0])).toEqual(["23 33 A map"]);
  });

  it("that cannot be set are named with the reason", () => {
    const cut = source(png({ width: 9, height: 9 }).subarray(0, 60));
    expect(messages(`<img src="${cut}">`)).toEqual([
      "cannot read the picture …: its PNG data is damaged",
    ]);
    expect(messages(image({ width: 9, height: 9, bytes: 10 }))).toEqual([
      "cannot read the picture …: its PNG data is damaged",
    ]);
    expect(messages(image({ width: 1e9, height: 1e9, bytes: 10 }))).toEqual([
      "cannot read the picture …: it has more than fifty million pixels",
    ]);
    expect(messages(image({ width: 9, height: 9, depth: 16, interlaced: true }))).toEqual([
      "cannot read the picture …: it is an interlaced PNG of 16 bits a sample",
    ]);
    expect(messages('<img src="data:image/jpeg;base64,/9j/4A==">')).toEqual([
      "cannot read the picture …: its JPEG data is damaged",
    ]);
  });

  it("of every kind that is read are painted", async () => {
    const kinds = [0, 2, 3, 4, 6].map((colorType) => image({ width: 3, height: 3, colorType }));
    const deep = [0, 2, 4, 6].map((colorType) =>
      image({ width: 3, height: 3, colorType, depth: 16 }),
    );
    const { diagnostics } = await renderPdf(htmlPage("", [...kinds, ...deep].join("")));
    expect(diagnostics).toEqual([]);
  });

  it("that are higher than a page become smaller and are named, those that are wider only become smaller", () => {
    const told = (css: string, size: { width: number; height: number }) => {
      const { diagnostics } = setPages(htmlPage(css, image(size)));
      return diagnostics.map(({ code, message }) => `${code}: ${message}`);
    };
    const high = [
      "shrunk-picture: the picture is 300 pt high, a page has room for 200 pt: it becomes smaller",
    ];
    expect(told("", { width: 8, height: 400 })).toEqual(high);
    expect(told("img { display: block }", { width: 8, height: 400 })).toEqual(high);
    expect(told("img { float: left }", { width: 8, height: 400 })).toEqual(high);
    expect(told("img { max-height: 100pt }", { width: 8, height: 400 })).toEqual([]);
    expect(told("", { width: 800, height: 400 })).toEqual([]);
    expect(told("img { display: block }", { width: 800, height: 400 })).toEqual([]);
  });
});
