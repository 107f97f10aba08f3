import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { htmlPage } from "./page.js";

/** A page of any blocks in any nesting; `#` stands for the next word, counted up. */
const block = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 1, max: 9 }).map((lines) => `<p>${"#<br>".repeat(lines)}</p>`),
    fc.constantFrom(
      "<h3>#</h3>",
      '<p class="tall">#</p>',
      "<p>#<i>#</i></p>",
      '<p class="f">#</p>',
    ),
    fc
      .constantFrom("page", "left", "column", "keep", "after")
      .map((name) => `<p class="${name}">#</p>`),
    fc
      .integer({ min: 1, max: 12 })
      .map(
        (rows) =>
          `<table><thead><tr><th>H</th></tr></thead>${"<tr><td>#</td><td>#<i>#</i></td></tr>".repeat(rows)}<tfoot><tr><td>F</td></tr></tfoot></table>`,
      ),
    fc
      .tuple(fc.constantFrom("flex", "cols", "keep", "box", "one"), tie("blocks"))
      .map(([name, inside]) => `<div class="${name}">${inside}</div>`),
    tie("blocks").map((inside) => `<ul><li>${inside}</li></ul>`),
    tie("blocks").map(
      (inside) =>
        `<table><tr><td rowspan="2">${inside}</td><td>#</td></tr><tr><td>#</td></tr></table>`,
    ),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 6 }).map((all) => all.join("")),
})).blocks;

const CSS = `* { margin: 0; padding: 0; border-spacing: 0; white-space: nowrap } .flex { display: flex } .flex > * { flex: 1 }
  .cols { columns: 2 } .keep { break-inside: avoid } .box { border: 2pt solid red; padding: 3pt; margin: 5pt 0 }
  .page { break-before: page } .left { break-before: left } .column { break-before: column }
  .after { break-after: avoid } .tall { line-height: 150pt } .f { float: left; width: 40pt }
  .one { orphans: 5; widows: 5 } i { float: footnote } i::footnote-marker { content: none }
  ::footnote-call { content: none } @page { @footnote { margin: 0; padding: 0; border: none } }`;

describe("any flow", () => {
  it("comes to an end, and shows every word exactly once", () => {
    fc.assert(
      fc.property(block, fc.integer({ min: 60, max: 240 }), (blocks, height) => {
        let words = 0;
        const body = blocks.replaceAll("#", () => `w${++words}w`);
        const css = `${CSS} @page { size: 340pt ${height}pt; margin: 10pt 20pt }`;
        const { pages } = setPages(htmlPage(css, body));
        const shown = pages
          .flatMap((page) => page.marks)
          .flatMap((mark) => (mark.kind === "text" && !mark.furniture ? mark.pieces : []))
          .flatMap(({ piece }) => piece.text.match(/w\d+w/g) ?? []);
        const expected = Array.from({ length: words }, (_, index) => `w${index + 1}w`);
        expect(shown.toSorted()).toEqual(expected.toSorted());
        expect(pages.length).toBeLessThanOrEqual(3 * words + 3);
      }),
      { numRuns: 150 },
    );
  });
});
