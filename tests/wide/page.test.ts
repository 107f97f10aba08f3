/** What a browser makes of the page: Debian's Chromium. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchChromium } from "../conformance/chromium.mjs";
import { generateIn, openTestWorkspace } from "../workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;
let file: string;

beforeAll(async () => {
  browser = await launchChromium();
  const { made } = await generateIn(openTestWorkspace(), { formats: new Set(["html"]) });
  file = made?.files.find((path) => path.endsWith(".html")) ?? "";
});

afterAll(async () => {
  await browser?.close();
});

async function open(width: number): Promise<{ page: Page; requests: string[]; faults: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, javaScriptEnabled: true });
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`file://${file}`);
  return { page, requests, faults };
}

describe("the page", () => {
  test("asks for nothing but itself, and nothing in it is refused", async () => {
    const { page, requests, faults } = await open(1280);
    const own = requests.filter((url) => !url.startsWith("data:"));
    expect(own).toEqual([`file://${file}`]);
    expect(faults).toEqual([]);
    await page.close();
  });

  test.each([360, 768, 1280])("fits a window of %i pixels", async (width) => {
    const { page } = await open(width);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
  });

  test("is set in its own fonts", async () => {
    const { page } = await open(1280);
    const loaded = await page.evaluate(
      "document.fonts.ready.then(() => [...document.fonts].filter((f) => f.status === 'loaded').length)",
    );
    expect(loaded).toBeGreaterThanOrEqual(4);
    await page.close();
  });

  test("leads from every citation to a source, and back", async () => {
    const { page } = await open(1280);
    const dead = await page.evaluate(
      "[...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.hash)",
    );
    expect(dead).toEqual([]);
    await page.locator(".cite-show").first().click();
    await page.locator('.cited:popover-open a[href^="#source-"]').click();
    expect(page.url()).toMatch(/#source-1$/);
    await page.close();
  });

  test("has one main heading, landmarks and a language", async () => {
    const { page } = await open(1280);
    const count = (selector: string) => page.locator(selector).count();
    expect(await count("h1")).toBe(1);
    for (const landmark of ["header", "main", "footer"]) expect(await count(landmark)).toBe(1);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.close();
  });

  test("shows no letter as a box", async () => {
    const { page } = await open(1280);
    expect(await page.evaluate("document.body.innerText.includes('\\uFFFD')")).toBe(false);
    await page.close();
  });
});
