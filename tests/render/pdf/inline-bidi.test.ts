import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { htmlPage, placedBoxes, placedLines } from "./page.js";

/** No font that comes with the program has Hebrew letters, which are easier to read in a test. */
const pageOf = (css: string, body: string) => setPages(htmlPage(css, body)).pages[0];

/** Letters of one line as seen from left to right; every piece is turned round as it is drawn. */
function seen(body: string, css = ""): string {
  return (pageOf(css, body)?.marks ?? [])
    .flatMap((mark) => (mark.kind === "text" ? mark.pieces : []))
    .map(({ piece }) => (piece.level % 2 === 1 ? [...piece.text].reverse().join("") : piece.text))
    .join("");
}

describe("text of both directions", () => {
  it("reads Hebrew within English from right to left", () => {
    expect(seen("<p>one אבג two</p>")).toBe("one גבא two");
    expect(seen("<p>one אבג דהו two</p>")).toBe("one והד גבא two");
  });

  it("reads English within Hebrew from left to right", () => {
    expect(seen('<p dir="rtl">אבג one two דהו</p>')).toBe("והד one two גבא");
  });

  it("keeps numbers from left to right", () => {
    expect(seen('<p dir="rtl">אבג 123 דהו</p>')).toBe("והד 123 גבא");
    expect(seen("<p>אבג 1-2 דהו</p>")).toBe("והד 1-2 גבא");
    expect(seen("<p>عدد 1,234.5 من</p>")).toBe("نم 1,234.5 ددع");
  });

  it("gives neutral letters the direction of what is around them", () => {
    expect(seen("<p>he said (אבג), then</p>")).toBe("he said (גבא), then");
    expect(seen("<p>אבג (דהו) זחט</p>")).toBe("טחז )והד( גבא");
    expect(seen('<p dir="rtl">אבג!</p>')).toBe("!גבא");
  });

  it("isolates what has a dir of its own", () => {
    expect(seen('<p>אבג <span dir="ltr">1 אבג</span> 2</p>')).toBe("2 1 גבא גבא");
    expect(seen("<p>user <bdi>אבג</bdi>: 3 posts</p>")).toBe("user גבא: 3 posts");
    expect(seen("<p>user אבג: 3 posts</p>")).toBe("user 3 :גבא posts");
  });

  it("keeps two isolates side by side apart", () => {
    const unit = '<span dir="rtl">אבג</span>';
    expect(seen(`<p>${unit}<bdi>, says one</bdi></p>`)).toBe("גבא, says one");
    expect(seen(`<p>${unit}<span dir="rtl">דהו</span></p>`)).toBe("גבאוהד");
  });

  it("overrides the direction of letters in bdo", () => {
    expect(seen('<p>a <bdo dir="rtl">bcd</bdo> e</p>')).toBe("a dcb e");
  });

  it("embeds where unicode-bidi says so", () => {
    const css = ".e { unicode-bidi: embed; direction: rtl }";
    expect(seen('<p>a <span class="e">b אבג</span> c</p>', css)).toBe("a גבא b c");
  });

  it("takes the direction of dir=auto from the first strong letter", () => {
    const lines = placedLines(pageOf("", '<p dir="auto">12 אבג</p><p dir="auto">12 abc</p>'));
    expect(Number(lines[0]?.split(" ")[0])).toBeGreaterThan(250);
    expect(lines[1]).toBe("20 42 12 abc");
  });

  it("takes each paragraph's direction from its words in plaintext", () => {
    const css = "p { unicode-bidi: plaintext }";
    const [first, second] = placedLines(pageOf(css, "<p>abc<br>אבג</p>"));
    expect(first).toBe("20 30 abc");
    expect(Number(second?.split(" ")[0])).toBeGreaterThan(250);
  });

  it("obeys the controls in the text and shows none of them", () => {
    expect(seen("<p>a \u2067b אבג\u2069 c</p>")).toBe("a גבא b c");
    expect(seen("<p>a \u202ebc\u202c d</p>")).toBe("a cb d");
  });

  it("reorders each line by itself", () => {
    const page = pageOf("p { width: 44pt }", "<p>abc אבג דהו זחט</p>");
    expect(placedLines(page).map((line) => line.split(" ").slice(2).join(" "))).toEqual([
      "abc אבג",
      "זחט דהו",
    ]);
  });

  it("tears a box into fragments where directions mix, each edge at its side", () => {
    const css = "b { background: red; padding: 0 10pt; font-weight: 400 }";
    const body = '<p dir="ltr">אבג <b>דהו one</b> two</p>';
    const boxes = placedBoxes(pageOf(css, body));
    const whole = placedBoxes(pageOf(css, "<p>abc <b>def one</b> two</p>"));
    expect(whole).toHaveLength(1);
    expect(boxes).toHaveLength(2);
  });

  it("aligns start and end by the direction of the block", () => {
    const css = ".e { text-align: end }";
    const body = '<p dir="rtl">אבג</p><p dir="rtl" class="e">אבג</p>';
    const [start, end] = placedLines(pageOf(css, body));
    expect(Number(start?.split(" ")[0])).toBeGreaterThan(250);
    expect(end?.startsWith("20 ")).toBe(true);
  });
});
