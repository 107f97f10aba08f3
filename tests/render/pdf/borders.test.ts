import { describe, expect, it } from "vitest";
import { cornersOf } from "../../../src/render/pdf/pages/corners.js";
import { renderBytes, setCleanPages } from "./page.js";

/** What pages are painted with: their content, unpacked. */
async function paintedBy(css: string): Promise<string> {
  const { inflateSync } = await import("node:zlib");
  const bytes = Buffer.from(
    await renderBytes(`p { width: 60pt; height: 30pt; ${css} }`, "<p></p>"),
  );
  const file = bytes.toString("latin1");
  const streams = [...file.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const from = index + mark.length;
    try {
      return inflateSync(bytes.subarray(from, file.indexOf("endstream", from))).toString("latin1");
    } catch {
      return "";
    }
  });
  return streams.find((stream) => / re\b| cm\b/.test(stream)) ?? "";
}

function cornersIn(css: string) {
  const { pages } = setCleanPages(`p { background: red; height: 30pt; ${css} }`, "<p></p>");
  const [mark] = pages[0]?.marks ?? [];
  return mark?.kind === "box" ? Object.values(cornersOf(mark.style, mark, mark.edges)) : [];
}

describe("corners", () => {
  it("are round each by itself", () => {
    expect(cornersIn("border-radius: 1pt 2pt 3pt 4pt")).toEqual([1, 2, 3, 4]);
    expect(cornersIn("border-radius: 5pt; border-top-left-radius: 0")).toEqual([0, 5, 5, 5]);
  });

  it("shrink together where they would overlap", () => {
    expect(cornersIn("border-radius: 60pt 20pt 0 0")).toEqual([30, 10, 0, 0]);
    expect(cornersIn("border-radius: 50%")).toEqual([15, 15, 15, 15]);
  });
});

describe("borders", () => {
  it("are dashed, dotted or double", async () => {
    expect(await paintedBy("border: 2pt dashed red")).toMatch(/\[4 2\] 0 d/);
    expect(await paintedBy("border-top: 2pt dotted red")).toMatch(/1 J\s+\[0 4\] 0 d/);
    expect((await paintedBy("border: 3pt double red")).match(/\bS\b/g)).toHaveLength(2);
  });

  it("that throw shadows on a screen are plain lines on paper", () => {
    const { pages } = setCleanPages("p { border: 2pt ridge red }", "<p>a</p>");
    const [mark] = pages[0]?.marks ?? [];
    expect(mark?.kind === "box" && mark.style.borderTopStyle).toBe("solid");
  });

  it("are seen through as far as their colour is", async () => {
    expect(await paintedBy("background: #ff000080; border: 1pt solid #0000ff40")).toMatch(/ gs\b/);
  });
});
