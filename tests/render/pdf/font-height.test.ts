import { describe, expect, it } from "vitest";
import { placedPieces, setCleanPages } from "./page.js";

/** Baselines in px from the top of the column, as Chromium prints them. */
const baselines = (font: string) => {
  const { pages } = setCleanPages(`p { font: ${font} }`, "<p>first<br>second</p>");
  return (pages[0]?.marks ?? []).flatMap((mark) =>
    mark.kind === "text" ? [((placedPieces(mark)[0]?.y ?? 0) - 20) / 0.75] : [],
  );
};

describe("lines", () => {
  it.each([
    ["10px 'IBM Plex Sans'", 10, 13],
    ["12px 'IBM Plex Sans'", 12, 15],
    ["20px 'IBM Plex Sans'", 21, 27],
    ["16px Amiri", 18, 28],
    ["16px 'Noto Serif'", 17, 22],
  ])("are as high as the font likes it, in whole pixels: %s", (font, first, pitch) => {
    const [one = 0, two = 0] = baselines(font);
    expect(one).toBeCloseTo(first, 6);
    expect(two - one).toBeCloseTo(pitch, 6);
  });

  it.each([
    ["16px/22.4px 'IBM Plex Sans'", 17],
    ["15px/21px 'IBM Plex Sans'", 16],
    ["12px/16.8px Amiri", 10],
  ])("have whole pixels of leading above their letters: %s", (font, first) => {
    expect(baselines(font)[0]).toBeCloseTo(first, 6);
  });

  it("are drawn no thinner than a pixel, so that boxes end where they end in a browser", () => {
    const { pages } = setCleanPages("p { border-top: .5pt solid red }", "<p>a</p>");
    const line = pages[0]?.marks.find((mark) => mark.kind === "text");
    expect(line?.kind === "text" && placedPieces(line)[0]?.y).toBeCloseTo(20 + 0.75 + 9.75, 6);
  });
});
