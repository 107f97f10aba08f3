/** The page of `brief preview` in Debian's Chromium: what is seen, and how soon after a save. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { launchChromium } from "../../conformance/chromium.mjs";
import {
  briefIn,
  DESK,
  NOTES,
  NOTES_TEXT,
  type OpenedPreview,
  openIssue,
  revisionOf,
  startPreview,
  untilShown,
} from "./open-preview.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const RULES = [...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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
    ["style", "templates/weekly/style.css", "--ink: #1b2127", "--ink: #1b2130"],
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

describe("desk notes", () => {
  const dialog = () => page.locator("dialog[open]");
  const added = () => dialog().locator('.diff-line[data-kind="add"] code').allInnerTexts();
  const written = () => preview.read(NOTES);

  /** What was shown is written, what stood there stays, and one step back takes it out again. */
  async function applyAndUndo(lines: readonly RegExp[]): Promise<void> {
    await dialog().waitFor();
    const shown = (await added()).join("\n");
    for (const line of lines) expect(shown).toMatch(line);
    const before = await revisionOf(page);
    await page.keyboard.press("Enter");
    await soon(written).toMatch(lines.at(-1) ?? /$^/);
    expect(written()).toContain("# Agreed on Monday.");
    await untilShown(page, before);
    await page.keyboard.press("Control+z");
    await soon(written).toBe(NOTES_TEXT);
    await untilShown(page, before + 1);
  }

  test("pin a statement, after the change was shown, and undo it", async () => {
    await statement(1).click();
    await panel().getByRole("button", { name: "Pin" }).click();
    await applyAndUndo([/pins:/, /statement: s-[0-9a-f]{12}/]);
  });

  test("leave a statement out, with the reason", async () => {
    await statement(2).click();
    await panel().getByRole("button", { name: "Leave out …" }).click();
    await page.keyboard.type("Said again below");
    await page.keyboard.press("Enter");
    await applyAndUndo([/exclude:/, /reason: Said again below/]);
  });

  test("move a statement to another theme", async () => {
    await statement(1).click();
    await panel().getByRole("button", { name: "Move …" }).click();
    await panel().getByLabel("To").selectOption("ceasefire");
    await panel().getByRole("button", { name: "Show the change" }).click();
    await applyAndUndo([/remove:/, /add:\n\s+- statement: s-/]);
  });

  test("assess a theme and say its status", async () => {
    await page.getByRole("button", { name: "Desk notes" }).click();
    await panel().getByRole("combobox", { name: "Theme" }).selectOption("maritime_deal");
    await panel().getByLabel("Status").selectOption("thin");
    await panel().getByLabel("Why, in one line").fill("One report");
    await panel().getByLabel("Assessment").fill("Nothing is signed.");
    await panel()
      .getByRole("form")
      .getByRole("button", { name: "Show the change" })
      .first()
      .click();
    await applyAndUndo([/status: thin/, /reason: One report/, /Nothing is signed\./]);
  });

  test("say the bottom line in the desk's words, with the statement that it rests on", async () => {
    const name = await statement(0).getAttribute("data-statement");
    await page.getByRole("button", { name: "Desk notes" }).click();
    await panel().getByText("Bottom line in the desk’s words").click();
    const form = panel().locator("details[open]");
    await form.locator("textarea").fill(`The request is on the table. [${name}]`);
    await form.getByRole("button").click();
    await applyAndUndo([/bottomLine:/, new RegExp(`statement: ${name}`)]);
  });

  test("cancelled, nothing is written", async () => {
    await statement(1).click();
    await panel().getByRole("button", { name: "Pin" }).click();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await soon(() => dialog().count()).toBe(0);
    expect(written()).toBe(NOTES_TEXT);
  });

  test("changed elsewhere in the meantime, the page shows what stands there now", async () => {
    await statement(1).click();
    await panel().getByRole("button", { name: "Pin" }).click();
    await dialog().waitFor();
    const before = await revisionOf(page);
    preview.save(NOTES, `${NOTES_TEXT}# Written by somebody else.\n`);
    await dialog().getByRole("button", { name: "Apply" }).click();
    await soon(() => dialog().innerText()).toContain("# Written by somebody else.");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    preview.save(NOTES, NOTES_TEXT);
    await untilShown(page, before);
  });
});

describe.each<[string, BrowserContextOptions]>([
  ["in light colours", { viewport: DESK, colorScheme: "light" }],
  ["in dark colours", { viewport: DESK, colorScheme: "dark" }],
  ["on a phone", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
])("%s", (_, options) => {
  test("every view fits, and axe-core finds no violation in it", async () => {
    const other = await openIssue(browser, preview.address, options);
    const beside = other.locator("#panel");
    const look = async (view: string) => {
      expect([view, ...(await violations(other))]).toEqual([view]);
      expect(await other.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    };
    await look("the brief");
    await briefIn(other).locator("[data-statement]").nth(1).click();
    await beside.getByText("Why it stands there").waitFor();
    await beside.getByRole("button", { name: "Move …" }).click();
    await look("a statement");
    await beside.getByRole("button", { name: "Pin" }).click();
    await other.locator("dialog[open]").waitFor();
    await look("a change");
    await other.getByRole("button", { name: "Cancel" }).click();
    await beside.getByRole("button", { name: "The whole article" }).first().click();
    await beside.getByText("What the brief prints of it").waitFor();
    await look("an article");
    await other.keyboard.press("Escape");
    await other.getByRole("button", { name: "Desk notes" }).click();
    await beside.getByText("Assess a theme").waitFor();
    await look("the notes");
    await other.keyboard.press("Escape");
    await other.getByRole("link", { name: /Coverage/ }).click();
    await other.locator(".coverage-table").waitFor();
    await other.getByRole("button", { name: "Keys" }).click();
    await look("the coverage");
    await other.keyboard.press("Escape");
    await other.getByRole("link", { name: "Issues" }).click();
    await other.locator(".issue-line").first().waitFor();
    await look("the list");
    await other.context().close();
  });
});

test("an issue in Arabic stands from right to left in a page that does not", async () => {
  await page.goto(`${preview.address}#/libya-weekly/2021-W18?language=ar`);
  await soon(() => briefIn(page).locator("html").getAttribute("dir")).toBe("rtl");
  expect(await page.locator("html").getAttribute("dir")).toBe(null);
  await page.goto(`${preview.address}#/libya-weekly/2021-W18`);
  await soon(() => briefIn(page).locator("html").getAttribute("dir")).toBe("ltr");
});

test("without news the page says so, and catches up when they come again", async () => {
  const context = await browser.newContext({ viewport: DESK, bypassCSP: true });
  await context.route("**/events?*", (route) => route.abort());
  const cut = await context.newPage();
  await cut.goto(`${preview.address}#/libya-weekly/2021-W18`);
  const words = () => cut.locator(".status-words").innerText();
  await soon(words).toMatch(
    /^No connection to brief preview; trying again\. Showing the last good/,
  );
  await cut.locator(".frame-host[data-revision]").waitFor({ state: "attached" });
  const before = await revisionOf(cut);
  preview.save(NOTES, NOTES_TEXT.replace("Nothing moved", "Little moved"));
  await context.unroute("**/events?*");
  await untilShown(cut, before);
  expect(await words()).toMatch(/^Made/);
  preview.save(NOTES, NOTES_TEXT);
  await context.close();
});

test("the page of a preview that has ended says so", async () => {
  const own = await startPreview();
  const left = await openIssue(browser, own.address);
  await own.stop();
  await soon(() => left.locator(".status-words").innerText()).toMatch(/^No connection/);
  const another = await startPreview(own.root, Number(new URL(own.address).port));
  await soon(() => left.locator(".status-words").innerText()).toMatch(/was started again/);
  await left.context().close();
  await another.stop();
});

async function violations(of: Page): Promise<readonly string[]> {
  await of.evaluate(axe);
  return of.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200))))`,
  );
}

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
