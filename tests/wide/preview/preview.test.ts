/** The page of `brief preview` in Debian's Chromium: what is seen, and how soon after a save. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { launchChromium } from "../../conformance/chromium.mjs";
import {
  briefIn,
  NOTES,
  type OpenedPreview,
  openIssue,
  revisionOf,
  startPreview,
  untilShown,
} from "./open-preview.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let browser: Browser;
let preview: OpenedPreview;
let page: Page;

beforeAll(async () => {
  [browser, preview] = await Promise.all([launchChromium(), startPreview()]);
  page = await openIssue(browser, preview.address);
  page.on("pageerror", (error) => faults.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  await preview?.stop();
});

const faults: string[] = [];

afterEach(async () => {
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  expect(faults.splice(0)).toEqual([]);
});

/** Under other work a making takes its time. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000, interval: 25 });

const panel = () => page.locator("#panel");
const status = () => page.locator(".status-words");
const statement = (at = 0) => briefIn(page).locator("[data-statement]").nth(at);

describe("the list", () => {
  test("names every issue with its days, its articles and whether there are notes", async () => {
    await page.getByRole("link", { name: "Issues" }).click();
    const line = page.locator(".issue-line").first();
    await soon(() => line.innerText()).toMatch(
      /2021-W18\s+3 – 9 May 2021\s+2 articles\s+draft\s+notes/,
    );
    await line.getByRole("link").click();
    await statement().waitFor();
  });
});

describe("after a save", () => {
  const SAVED: readonly (readonly [
    what: string,
    file: string,
    from: string | RegExp,
    to: string,
  ])[] = [
    [
      "template",
      "templates/weekly/partials/bottom-line.hbs",
      "</section>",
      "<p>Seen.</p></section>",
    ],
    ["style", "templates/weekly/style.css", "--accent: #12466b", "--accent: #2b5d1e"],
    ["label", "templates/weekly/labels.en.yaml", /Bottom line/, "In one line"],
    ["desk note", NOTES, "Nothing moved", "Nothing changed"],
    ["lexicon", "corpus/lexicon/themes.yaml", /en: Ceasefire\b/, "en: Armistice"],
  ];

  test.each(SAVED)("of a %s the page shows it, at the same place", async (_, file, from, to) => {
    const before = await revisionOf(page);
    await scrollTo(900);
    const text = preview.read(file);
    expect(text).toMatch(from);
    preview.save(file, text.replace(from, to));
    await untilShown(page, before);
    expect(Math.abs((await scrolled()) - 900)).toBeLessThan(60);
    await soon(() => status().innerText()).toMatch(/^Made in [\d,]+ ms at \d\d:\d\d$/);
    preview.save(file, text);
    await untilShown(page, before + 1);
  });

  test("the PDF follows, and stays where it was read", async () => {
    await page.locator(".sheet canvas").first().waitFor();
    await page.evaluate("document.querySelector('.sheets').scrollTo(0, 700)");
    const before = await printed();
    const file = "templates/weekly/style.css";
    preview.save(file, `${preview.read(file)}\n`);
    await soon(printed).toBeGreaterThan(before);
    const top = await page.evaluate("document.querySelector('.sheets').scrollTop");
    expect(top).toBeCloseTo(700, -1);
    expect(await page.locator(".sheet .textLayer").first().innerText()).toContain("Key messages");
  });

  test("that breaks the template the last good page stays, and the page says so", async () => {
    const file = "templates/weekly/partials/watch.hbs";
    const text = preview.read(file);
    preview.save(file, text.replace('id="watch">', 'id="watch">{{cites watch}}'));
    await soon(() => status().innerText()).toMatch(/^Failed\. Showing the last good page of/);
    await statement().waitFor();
    await page.getByRole("button", { name: "1 error" }).click();
    expect(await panel().innerText()).toMatch(/unknown helper "cites"[\s\S]*did you mean "cite"/);
    await panel()
      .getByRole("button", { name: /watch\.hbs:2/ })
      .click();
    await soon(() => panel().locator(".line-here").innerText()).toContain("{{cites watch}}");
    const link = await panel()
      .getByRole("link", { name: "Open in the editor" })
      .getAttribute("href");
    expect(link).toMatch(/^vscode:\/\/file\/.*\/partials\/watch\.hbs:2:\d+$/);
    preview.save(file, text);
    await soon(() => status().innerText()).toMatch(/^Made/);
  });
});

describe("a statement", () => {
  test("shows under the pointer its passages, who says it and why it stands there", async () => {
    await statement(1).hover();
    await soon(() => panel().locator("mark").first().innerText()).toContain("Turkish forces");
    const words = await panel().innerText();
    expect(words).toMatch(/says\s+Mevlut Cavusoglu/);
    expect(words).toContain("None: no other article carries this copy.");
    expect(words).toMatch(/chosen: number \d+ of at most \d+/);
  });

  test("stays when clicked, and leads to the whole article and back", async () => {
    await statement(1).click();
    await statement(0).hover();
    await panel().getByRole("button", { name: "The whole article" }).first().click();
    await soon(() => panel().locator(".mark-here").innerText()).toContain("Turkish forces");
    await panel().getByRole("button", { name: "Back" }).click();
    await soon(() => panel().innerText()).toContain("Its passage");
  });

  test("is reached, opened and left by the keyboard, which is back where it was", async () => {
    await statement(2).focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await soon(() => page.evaluate("document.activeElement.id")).toBe("panel-heading");
    await page.keyboard.press("Escape");
    await soon(() => panel().count()).toBe(0);
    expect(await briefIn(page).locator("[data-statement]:focus").count()).toBe(1);
  });
});

describe("the coverage", () => {
  test("is filtered by fate, language and words, and leads to the article", async () => {
    await page.getByRole("link", { name: /Coverage/ }).click();
    const rows = page.locator(".coverage-table tbody tr");
    await soon(() => rows.count()).toBe(5);
    await page.getByLabel("Fate").selectOption("background");
    await soon(() => rows.count()).toBe(3);
    await page.getByLabel("Words").fill("turkish minute");
    await soon(() => rows.count()).toBe(1);
    expect(await page.locator(".coverage-count").innerText()).toBe("1 of 5 articles");
    await rows.getByRole("button").click();
    await soon(() => panel().locator(".article-title").innerText()).toContain("[4]");
    expect(await panel().locator("mark").count()).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Brief", exact: true }).click();
  });
});

test("without a connection the page says so, comes back, and catches up", async () => {
  const own = await startPreview();
  const elsewhere = await openIssue(browser, own.address);
  const words = () => elsewhere.locator(".status-words").innerText();
  await own.stop();
  await soon(words).toMatch(/^No connection .* Showing the last good page of/);
  await elsewhere.context().close();
});

const WINDOW = "document.querySelector('.page-frame:not(.page-frame-coming)').contentWindow";

async function scrollTo(top: number): Promise<void> {
  await page.evaluate(`${WINDOW}.scrollTo(0, ${top})`);
}

function scrolled(): Promise<number> {
  return page.evaluate(`${WINDOW}.scrollY`);
}

function printed(): Promise<number> {
  return page.evaluate("Number(document.querySelector('.sheets').dataset.revision || 0)");
}
