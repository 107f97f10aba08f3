/** Words of articles are text wherever they stand: they end no element, style nothing, run nothing. */
import { describe, expect, test } from "vitest";
import type { Issue } from "../../src/model/issue.js";
import { renderHtml } from "../../src/render/html/index.js";
import { renderPdf } from "../../src/render/pdf/index.js";
import { fillTemplate } from "../../src/templating/index.js";
import { attribute, elementsOf, textOf } from "../templating/outline.js";
import { sampleIssue } from "../templating/sample-issue.js";
import { loaded } from "../templating/weekly.js";
import { copiedText } from "./pdf/page.js";

const HOSTILE =
  "</style><style>@import url(//evil.example/a.css);</style></title><script>alert(1)</script>" +
  '<!-- &amp; &lt; "x" \'y\' onload="z" --><img src=x onerror=alert(2)>{{brief.title}}';
/** Turns what follows around; ends an isolate that it did not begin; drives a terminal. */
const CONTROLS = "\u202eturned\u2069 \u001b[31mred\u0000\u0007\u009b\ufffe\uffff";

const words = HOSTILE + CONTROLS;
const [figure] = sampleIssue.glance.figures;
const issue: Issue = {
  ...sampleIssue,
  bottomLine: sampleIssue.bottomLine.map((statement) => ({ ...statement, text: words })),
  keyMessages: sampleIssue.keyMessages.map((statement) => ({
    ...statement,
    citations: statement.citations.map((citation) => ({ ...citation, quote: words })),
  })),
  glance: { figures: figure === undefined ? [] : [{ ...figure, unit: words }], flags: [] },
  sources: sampleIssue.sources.map((source) => ({
    ...source,
    title: words,
    outlet: { name: words, known: null },
    chain: [words],
  })),
};

const template = loaded();
const filled = fillTemplate(template, issue, { language: "en" });
const { html } = await renderHtml(filled.html, template.style, {
  loadFont: async () => new Uint8Array(),
});
const elements = elementsOf(html);

describe("hostile words in HTML", () => {
  test("make no element and no attribute", () => {
    expect(filled.diagnostics).toEqual([]);
    const tags = elements.map(({ tagName }) => tagName);
    expect(tags.filter((tag) => ["script", "img", "link", "iframe"].includes(tag))).toEqual([]);
    expect(tags.filter((tag) => tag === "style")).toHaveLength(1);
    const handlers = elements.flatMap(({ attrs }) => attrs.filter(({ name }) => /^on/.test(name)));
    expect(handlers).toEqual([]);
  });

  test("stand in no style", () => {
    const style = elements.find(({ tagName }) => tagName === "style");
    expect(style && textOf(style)).not.toMatch(/evil|@import/);
  });

  test("are read as they are written", () => {
    const body = elements.find(({ tagName }) => tagName === "body");
    expect(body && textOf(body)).toContain(HOSTILE);
  });

  test("hold no control character", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    expect(html.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g)).toBeNull();
  });

  test("turn nothing around but themselves", () => {
    const holding = elements.filter(({ childNodes }) =>
      childNodes.some((node) => node.nodeName === "#text" && textOf(node).includes("\u202e")),
    );
    expect(holding.length).toBeGreaterThan(10);
    const isolated = (element: (typeof holding)[number]) =>
      element.tagName === "bdi" ||
      attribute(element, "dir") !== undefined ||
      ["statement", "context"].includes(attribute(element, "class") ?? "");
    const leaking = holding.filter((element) => !isolated(element));
    expect([...new Set(leaking.map(({ tagName }) => tagName))]).toEqual([]);
  });
});

test("hostile words are set in the PDF as they are written", async () => {
  const styleSheets = [{ file: "style.css", css: template.style }];
  const { bytes, diagnostics } = await renderPdf(filled.html, { styleSheets });
  const codes = diagnostics.map(({ code }) => code).filter((code) => code !== "missing-glyph");
  expect(codes).toEqual([]);
  const text = (await copiedText(bytes)).join("").replaceAll(/\s/g, "");
  expect(text).toContain("<script>alert(1)</script>");
  expect(text).toContain("@importurl(//evil.example/a.css);");
});
