import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../../src/model/diagnostic.js";
import { reviewPage, reviewStyle } from "../../../src/render/index.js";
import { contrastOf, hex, withContrast } from "../../../src/render/review/contrast.js";

const PAGE = '<!doctype html><html lang="en">';

function said(body: string, css = ""): readonly string[] {
  const sheets = [{ css, file: "style.css" }];
  return reviewPage(`${PAGE}\n${body}`, "brief.html", sheets).map(formatDiagnostic);
}

describe("contrast", () => {
  test("is that of WCAG", () => {
    expect(contrastOf([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
    expect(contrastOf([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
    expect(contrastOf([255, 0, 0], [255, 255, 255])).toBeCloseTo(4, 2);
  });

  const channel = fc.integer({ min: 0, max: 255 });
  const color = fc.tuple(channel, channel, channel);
  test("is found for any colour on any other", () => {
    fc.assert(
      fc.property(color, color, (own, behind) => {
        expect(contrastOf(withContrast(own, behind, 4.5), behind)).toBeGreaterThanOrEqual(4.5);
      }),
    );
    expect(hex(withContrast([136, 136, 136], [255, 255, 255], 4.5))).toBe("#757575");
  });
});

describe("text that hardly stands out", () => {
  test("is told by the rule that colours it, with a colour that would do", () => {
    expect(said("<p>Pale</p><p>Pale too</p>", "p {\n  color: #999;\n}")).toEqual([
      'warning: style.css:2:3 "Pale" in #999999 on #ffffff has a contrast of 2.8:1 on paper\n  hint: 4.5:1 is the least; #757575 has it',
    ]);
  });

  test("through variables, inheritance, and what lies behind", () => {
    const css =
      ":root { --pale: #777 }\n.box { background: #000; color: var(--pale) }\nb { color: inherit }";
    expect(said('<div class="box"><p><b>Words</b></p></div><p>Ink</p>', css)).toEqual([]);
    expect(said('<div class="box"><p><b>Words</b></p></div>', css.replace("#777", "#666"))).toEqual(
      [
        expect.stringContaining(
          'style.css:2:26 "Words" in #666666 on #000000 has a contrast of 3.6:1',
        ),
      ],
    );
  });

  test("on a screen and on a dark screen alone", () => {
    const css =
      "@media screen { .a { color: #aaa } }\n@media (prefers-color-scheme: dark) { html { background: #000 } .b { color: #333 } p { color: #eee } }";
    expect(said('<p class="a">One</p><p class="b">Two</p>', css)).toEqual([
      expect.stringContaining(
        'style.css:1:22 "One" in #aaaaaa on #ffffff has a contrast of 2.3:1 on a screen',
      ),
      expect.stringContaining(
        'style.css:2:70 "Two" in #333333 on #000000 has a contrast of 1.6:1 on a dark screen',
      ),
    ]);
  });

  test("is let pass where it is large or hidden", () => {
    const css = "p { color: #888 } .large { font-size: 18pt } .none { display: none }";
    expect(
      said(
        '<p class="large">A</p><p class="none">B</p><p aria-hidden="true">C</p><p hidden>D</p>',
        css,
      ),
    ).toEqual([]);
  });

  test("with an opacity of its own", () => {
    expect(said("<div><p>Grey</p></div>", "div { opacity: 0.4 } p { color: #000 }")).toEqual([
      expect.stringContaining('"Grey" in #999999 on #ffffff'),
    ]);
  });
});

describe("what a reader who does not see it would miss", () => {
  test("a picture and a drawing without an alternative text", () => {
    expect(said('<img src="a.png"><img alt="" src="b.png"><svg class="c"></svg>')).toEqual([
      'warning: brief.html:2:1 a picture has no alternative text\n  hint: write alt="…" with what it tells, or alt="" where it tells nothing',
      'warning: brief.html:2:42 a drawing has no alternative text\n  hint: write role="img" aria-label="…" with what it tells, or aria-hidden="true" where it tells nothing',
    ]);
    expect(
      said(
        '<svg role="img" aria-label="A"></svg><svg aria-hidden="true"></svg><svg><title>A</title></svg>',
      ),
    ).toEqual([]);
  });

  test("a heading that jumps a level", () => {
    expect(said("<h1>A</h1><h2>B</h2><h4>C</h4><h2>D</h2><h3>E</h3>")).toEqual([
      'warning: brief.html:2:21 the heading "C" is <h4> and comes after <h2>\n  hint: write <h3>, and give it its look in the style sheet',
    ]);
  });

  test("an id that stands twice, and a page without a language", () => {
    expect(
      reviewPage('<html><p id="a"><p id="a">', "brief.html", []).map(({ code }) => code),
    ).toEqual(["no-language", "duplicate-id"]);
  });
});

describe("a style sheet by itself", () => {
  test("is told of what it asks in vain", () => {
    expect(
      reviewStyle([{ css: "p {\n  colour: red;\n}\np { color: }", file: "style.css" }]).map(
        formatDiagnostic,
      ),
    ).toEqual([
      'warning: style.css:2:3 the PDF knows no property "colour"\n  hint: did you mean "color"?',
      expect.stringContaining("style.css:4:5"),
    ]);
  });
});
