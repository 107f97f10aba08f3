import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, setCleanPages } from "./page.js";

/**
 * One small page with everything a brief is made of. Change the golden file with
 * `vitest run tests/render/pdf/golden.test.ts -u`, and read what changed.
 */
const CSS = `
  * { box-sizing: border-box }
  .mast { display: flex; justify-content: space-between; align-items: flex-end;
    border-bottom: 2pt solid #12466b; padding-bottom: 4pt }
  h1 { font: bold 16pt/18pt "IBM Plex Sans"; margin: 0 }
  .tlp { font: bold 10pt/12pt "IBM Plex Sans"; background: #000; color: #fff; padding: 2pt 5pt }
  .slot { display: flex; gap: 10pt; padding: 4pt 0; border-top: .6pt solid #ccc }
  .label { flex: 0 0 60pt; font-weight: 600 }
  .words { flex: 1; font-family: "IBM Plex Serif" }
  sup { font-size: 7pt; line-height: 0; vertical-align: 3pt; white-space: nowrap }
  .badge { border: .7pt solid #555; border-radius: 2pt; padding: 0 3pt; font-size: 7pt }
  table { width: 100%; border-collapse: collapse }
  th, td { padding: 2pt 4pt 2pt 0; text-align: left; border-bottom: .6pt solid #ccc }
  .n { text-align: right; font-variant-numeric: tabular-nums }`;

const BODY = `<header class="mast"><h1>Weekly</h1><div class="tlp">TLP:GREEN</div></header>
<div class="slot"><div class="label">What happened</div><div class="words">
  <p><span class="badge">inferred</span> Libya’s foreign minister asked Turkey to help remove all
  foreign forces.<sup> [1][2]</sup></p></div></div>
<table><thead><tr><th>Theme</th><th class="n">Reports</th></tr></thead>
<tbody><tr><td>Foreign forces</td><td class="n">2</td></tr><tr><td>Ceasefire</td><td class="n">11</td></tr></tbody></table>`;

describe("a page of a brief", () => {
  const [page] = setCleanPages(CSS, BODY).pages;

  it("has its lines where they were", async () => {
    await expect(`${placedLines(page).join("\n")}\n`).toMatchFileSnapshot("golden/lines.txt");
  });

  it("has its boxes where they were", async () => {
    await expect(`${placedBoxes(page).join("\n")}\n`).toMatchFileSnapshot("golden/boxes.txt");
  });
});
