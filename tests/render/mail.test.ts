/** The message that carries a brief: what mail clients drop is not in it, and what it says is cited. */
import { describe, expect, test } from "vitest";
import { renderMail } from "../../src/render/index.js";
import { fillTemplate } from "../../src/templating/index.js";
import { loadBuiltIn } from "../templating/built-in.js";
import { attribute, elementsOf, textOf } from "../templating/outline.js";
import { sampleIssue } from "../templating/sample-issue.js";

const template = loadBuiltIn("mail");
const isOfPages = ({ file }: { readonly file: string }) => file.startsWith("templates/weekly/");
const { html, diagnostics } = fillTemplate(template, sampleIssue, { language: "en" });
const message = renderMail(
  html,
  template.sheets.filter((sheet) => !isOfPages(sheet)).map(({ css }) => css),
  template.sheets.filter(isOfPages).map(({ css }) => css),
);
const elements = elementsOf(message);

describe("the message", () => {
  test("holds nothing that a mail client drops or would have to fetch", () => {
    expect(diagnostics).toEqual([]);
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ["script", "style", "link", "img", "form", "button", "svg", "iframe"]) {
      expect(names).not.toContain(name);
    }
    expect(message).not.toMatch(/ class=|url\(|@media|var\(|flex|grid|position:/);
  });

  test("has the accent of the template in its elements, and no side that goes by the language", () => {
    const title = elements.find(({ tagName }) => tagName === "h1");
    expect(title && attribute(title, "style")).toContain("color:#12466b");
    expect(message).not.toMatch(/-inline-|text-align:(start|end)/);
  });

  test("is 640 pixels wide at the most, and not clipped by Gmail", () => {
    expect(message).toContain("max-width:640px");
    expect(Buffer.byteLength(message)).toBeLessThan(102_000);
  });

  test("bears the marking at its top and at its bottom", () => {
    const marks = elements.filter(({ tagName }) => tagName === "td").map(textOf);
    expect(marks.filter((text) => text === "DRAFT TLP:GREEN")).toHaveLength(2);
  });

  test("says in words where each statement stands, and lists those sources", () => {
    const [first] = sampleIssue.keyMessages;
    const item = elements.find((element) => attribute(element, "data-statement") === first?.id);
    const { parentNode } = item ?? {};
    expect(textOf(parentNode as never)).toMatch(/\[\d\] [^,]+, (\d{1,2} \w{3} \d{4}|undated)/);
    for (const [, number] of message.matchAll(/data-article="[^"]+">\[(\d+)\]/g)) {
      expect(message).toContain(`id="source-${number}"`);
    }
  });
});

describe("what each recipient gets of it", () => {
  const links = (page: string) =>
    elementsOf(page).flatMap((element) => attribute(element, "href") ?? []);

  test("is a line to unsubscribe by, and the words for a PDF that comes along", () => {
    expect(links(message)).toContain("https://unsubscribe.invalid/");
    const attached = elements.filter((element) => attribute(element, "data-when") === "attached");
    expect(attached.map(textOf)).toEqual([
      "The full brief, with the words behind every sentence, comes with this message.",
    ]);
  });

  test("is a button to the permalink, once there is one", () => {
    const permalink = "https://briefs.example.org/libya-weekly/2021-W18/v1.0/";
    const edition = { state: "approved", approvedBy: "A. B.", permalink } as const;
    const approved = fillTemplate(template, sampleIssue, { language: "en", edition });
    expect(links(approved.html)).toContain(permalink);
    expect(links(html)).not.toContain(permalink);
  });
});

test("a rule that weighs more goes over one that comes later", () => {
  const page = '<!doctype html><html dir="rtl"><p class="a" id="b">One</p></html>';
  const css = "#b { color: red } .a { color: blue; padding-inline-start: 2px; text-align: end }";
  expect(renderMail(page, [css], [])).toContain(
    'style="padding-right:2px;text-align:left;color:red"',
  );
});
