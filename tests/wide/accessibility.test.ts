/** WCAG 2.2 AA as far as axe-core can tell, in Debian's Chromium; and what the keyboard can do. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchChromium } from "../conformance/chromium.mjs";
import { generateIn, openTestWorkspace, readRepository } from "../workspace.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const RULES = [...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WITH_NOTES = readRepository("briefwright.yaml").replace(
  /^ {2}libya-weekly:\n/m,
  "$&    citations: { form: footnotes, style: apa }\n",
);

let browser: Browser;
let file: string;
let withNotes: string;

beforeAll(async () => {
  browser = await launchChromium();
  const { made } = await generateIn(openTestWorkspace(), { formats: new Set(["html"]) });
  file = made?.files.find((path) => path.endsWith(".html")) ?? "";
  const other = openTestWorkspace({ "briefwright.yaml": WITH_NOTES });
  const noted = await generateIn(other, { formats: new Set(["html"]) });
  withNotes = noted.made?.files.find((path) => path.endsWith(".html")) ?? "";
});

afterAll(async () => {
  await browser?.close();
});

/** The page's own policy lets no script in, not even the one that looks at it. */
async function open(options: BrowserContextOptions = {}, path = file): Promise<Page> {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`file://${path}`);
  return page;
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200))))`,
  );
}

const desk = { width: 1280, height: 900 };

describe.each<[string, BrowserContextOptions]>([
  ["in light colours", { viewport: desk, colorScheme: "light" }],
  ["in dark colours", { viewport: desk, colorScheme: "dark" }],
  ["on a phone", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }],
])("%s", (_, options) => {
  test("axe-core finds no violation, the cited words open or not", async () => {
    const page = await open(options);
    expect(await violations(page)).toEqual([]);
    await page.locator(".cite-show").first().click();
    await expect.poll(() => page.locator(".cited:popover-open").count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test("axe-core finds no violation in a page with notes", async () => {
    const page = await open(options, withNotes);
    expect(await page.locator(".notes li").count()).toBeGreaterThan(20);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

test("nothing is wider than 320 px but tables, which scroll by themselves", async () => {
  const page = await open({ viewport: { width: 320, height: 640 } });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  await page.context().close();
});

test("the first stop of the keyboard leads past the masthead", async () => {
  const page = await open({ viewport: desk });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(page.url()).toMatch(/#brief$/);
  await page.context().close();
});

test("the keyboard opens the cited words, goes on in them, and closes them", async () => {
  const page = await open({ viewport: desk });
  const cited = page.locator(".cited:popover-open");
  await page.locator(".cite-show").first().focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => cited.count()).toBe(1);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.closest('.cited') !== null")).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => cited.count()).toBe(0);
  await page.context().close();
});

test("on paper a citation is a link to its source, and the cited words are away", async () => {
  const page = await open({ viewport: desk });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".cite:visible").count()).toBeGreaterThan(20);
  expect(await page.locator(".cite-show:visible, .cited:visible").count()).toBe(0);
  await page.context().close();
});

describe.each(["long", "one-page", "two-page", "mail"])("the template %s", (template) => {
  test.each([
    ["in English, in light colours", "en", "light"],
    ["in Arabic, in dark colours", "ar", "dark"],
  ] as const)("axe-core finds no violation %s", async (_, language, colorScheme) => {
    const format = template === "mail" ? "mail" : "html";
    const { made } = await generateIn(openTestWorkspace(), {
      formats: new Set([format] as const),
      language,
      ...(template === "mail" ? {} : { template }),
    });
    const path = made?.files.find((name) => /(?:brief|mail)\.html$/.test(name)) ?? "";
    const context = await browser.newContext({ viewport: desk, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`file://${path}`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });
});
