/** The archive in Debian's Chromium, from a disk and from a server: read, searched, and looked over by axe-core. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { nodeHost } from "../../src/host/node.js";
import { TLP } from "../../src/model/marking.js";
import { applyPlan, loadSiteAssets, markingsStyle, planSite } from "../../src/site/index.js";
import { launchChromium } from "../conformance/chromium.mjs";
import { editionOf, lineOf } from "../site/editions.js";
import { seedEdition } from "../site/seed-edition.js";
import { siteOf } from "../site/site-of.js";
import { generateIn, openTestWorkspace } from "../workspace.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const RULES = [...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DESK = { width: 1280, height: 900 };

let browser: Browser;
let folder: string;
let server: Server;
let address: string;

/** The seeds' brief in two versions and as one in Arabic, one that was withdrawn, and words in many scripts. */
beforeAll(async () => {
  browser = await launchChromium();
  const root = openTestWorkspace();
  await generateIn(root, { formats: new Set(["json", "html", "pdf"]), language: "en" });
  await generateIn(root, { formats: new Set(["json", "html", "pdf"]), language: "ar" });
  const issue = join(root, "out/libya-weekly/2021-W18");
  const bare = {
    files: new Map(),
    copies: [{ language: "en", page: null, pdf: null, text: null }],
  };
  const words = (text: string, id: string, language: string) => lineOf(text, id, language);
  const scripts = [
    words("Sınır kapısı Iğdır'da açıldı.", "s-000000000001", "tr"),
    words("وقالت وَالقُوّات الأجنبية إنها ستغادر", "s-000000000002", "ar"),
    words("Иностранные силы начали вывод.", "s-000000000003", "ru"),
    words("Le cessez-le-feu a été prolongé.", "s-000000000004", "fr"),
  ];
  const editions = [
    seedEdition(issue, { marking: "TLP:CLEAR" }),
    seedEdition(issue, { marking: "TLP:CLEAR", version: "1.1" }),
    seedEdition(join(issue, "ar"), { brief: "ar-weekly", marking: "TLP:CLEAR" }),
    editionOf("2020-W05", {
      ...bare,
      themes: [{ id: "scripts", title: "Many scripts", anchor: null, lines: scripts }],
    }),
    editionOf("2020-W06", {
      ...bare,
      withdrawn: { at: "2020-06-02T10:00:00.000Z", reason: "A source has retracted its report." },
    }),
  ];
  const { files } = await loadSiteAssets(nodeHost);
  const style = new TextEncoder().encode(markingsStyle([TLP], () => true));
  const plan = planSite(siteOf(editions), new Map([...files, ["markings.css", style]]));
  folder = join(root, "out/site");
  const scope = { markings: ["TLP:CLEAR"], briefs: null };
  await applyPlan(nodeHost, { folder, scope, plan, dryRun: false });
  server = serve(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server?.close();
  await browser?.close();
});

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
};

function serve(root: string): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    try {
      const body = readFileSync(join(root, path.endsWith("/") ? `${path}index.html` : path));
      const type = TYPES[path.split(".").at(-1) ?? ""] ?? TYPES.html;
      response.writeHead(200, { "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

async function open(path: string, options: BrowserContextOptions = {}, base = address) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => faults.push(request.url()));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${base}/${path}`);
  return { page, faults, asked };
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 200))))`,
  );
}

async function searchFor(page: Page, query: string): Promise<readonly string[]> {
  await page.locator("#q").fill(query);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("#said").textContent()).toMatch(/result|Nothing/);
  await page.waitForTimeout(300);
  return page.locator("#found li .said").allTextContents();
}

const PAGES = [
  "index.html",
  "libya-weekly/index.html",
  "libya-weekly/2021-W18/index.html",
  "libya-weekly/2021-W18/v1.0/index.html",
  "weekly/2020-W06/index.html",
  "weekly/themes/scripts/index.html",
  "libya-weekly/themes/index.html",
  "libya-weekly/outlets/index.html",
  "libya-weekly/outlets/duvar_en/index.html",
  "libya-weekly/2021-W18/v1.1/evidence/index.html",
  "ar-weekly/2021-W18/index.html",
  "ar-weekly/themes/foreign_forces/index.html",
  "search.html?q=training",
];

describe.each<[string, BrowserContextOptions]>([
  ["in light colours", { colorScheme: "light" }],
  ["in dark colours", { colorScheme: "dark" }],
  ["on a phone", { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }],
])("%s", (_, options) => {
  test.each(PAGES)("axe-core finds no violation in %s", async (path) => {
    const { page, faults } = await open(path, { ...options, bypassCSP: true });
    if (path.startsWith("search")) await page.locator("#found li").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(options.viewport?.width ?? DESK.width);
    await page.context().close();
  });
});

test("every page is read without a word from the browser, and asks for nothing but its own site", async () => {
  const { page, faults, asked } = await open("index.html");
  for (const path of PAGES) await page.goto(`${address}/${path}`, { waitUntil: "networkidle" });
  expect(faults).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(address) && !url.startsWith("data:"))).toEqual([]);
  await page.context().close();
});

describe.each([
  ["from a server", () => address],
  ["from a disk", () => `file://${folder}`],
])("the search %s", (_, base) => {
  test("finds words of a statement, and leads to them in the brief", async () => {
    const { page, faults } = await open("index.html", {}, base());
    await page.locator("header #q").fill("training agreement");
    await page.keyboard.press("Enter");
    await page.locator("#found li").first().waitFor();
    expect(await page.locator("#said").textContent()).toBe("2 results");
    expect(await page.locator("#found mark").first().textContent()).toBe("training");
    await page.locator("#found a").first().click();
    await page.waitForURL(/brief\.html#cite-/);
    const target = page.locator(":target");
    expect(await target.count()).toBe(1);
    const paragraph = page.locator("p, td, li", { has: target }).last();
    expect(await paragraph.textContent()).toContain("training agreement");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([
    ["a dotless i for a dotted one", "sinir igdir", "Sınır kapısı"],
    ["a capital dotted I", "SINIR", "Sınır kapısı"],
    ["Arabic without what is joined to it and without vowels", "قوات", "وقالت"],
    ["Cyrillic in capitals", "ИНОСТРАННЫЕ", "Иностранные"],
    ["the beginning of a word", "cess", "Le cessez"],
    ["no accents", "ete prolonge", "Le cessez"],
    ["the title of a theme", "many scripts вывод", "Иностранные"],
  ])("takes %s", async (_name, query, start) => {
    const { page } = await open("search.html", {}, base());
    const found = await searchFor(page, query);
    expect(found.some((text) => text.startsWith(start))).toBe(true);
    await page.context().close();
  });
});

test("a search says what it found, and can be driven by the keyboard alone", async () => {
  const { page } = await open("search.html?q=forces");
  await page.locator("#found li").first().waitFor();
  const said = page.locator("#said");
  expect(await said.getAttribute("role")).toBe("status");
  expect(await said.textContent()).toMatch(/^\d+ results$/);
  await page.locator("#q").focus();
  await page.keyboard.type(" nowhere");
  await expect.poll(() => said.textContent()).toBe("Nothing has all of these words.");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("forces");
  await expect.poll(() => page.locator("#found li").count()).toBeGreaterThan(3);
  for (let stops = 0; stops < 4; stops += 1) await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.closest('#found') !== null")).toBe(true);
  await page.context().close();
});

test("no query runs anything, and none shows markup", async () => {
  const { page, faults } = await open("search.html");
  for (const query of [
    `"><img src=x onerror=alert(1)>`,
    "__proto__ constructor",
    "a".repeat(500),
  ]) {
    await page.goto(`${address}/search.html?q=${encodeURIComponent(query)}`);
    await page.waitForTimeout(200);
    expect(await page.locator("main img").count()).toBe(0);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

test("without scripts the search says so, and leads to the lists", async () => {
  const { page } = await open("search.html", { javaScriptEnabled: false });
  expect(await page.locator("noscript p").textContent()).toContain("needs a script");
  await page.locator("main .ways a", { hasText: "Themes" }).first().click();
  await page.waitForURL(/themes\/index\.html$/);
  await page.context().close();
});

test("an index that cannot be read is named, and the others are searched", async () => {
  const lost = join(folder, "assets/index/2020.js");
  const before = readFileSync(lost);
  writeFileSync(lost, "nonsense");
  const { page } = await open("search.html?q=training");
  await expect
    .poll(() => page.locator("#said").textContent())
    .toBe("2 results The index of 2020 could not be read.");
  writeFileSync(lost, before);
  await page.context().close();
});

test("feeds and sitemap are well-formed XML", async () => {
  const { page } = await open("index.html");
  for (const name of ["feed.xml", "weekly/feed.xml", "ar-weekly/feed.xml", "sitemap.xml"]) {
    const text = readFileSync(join(folder, name), "utf8");
    const root = await page.evaluate(
      `(() => { const read = new DOMParser().parseFromString(${JSON.stringify(text)}, "application/xml");
        return read.querySelector("parsererror")?.textContent ?? read.documentElement.localName; })()`,
    );
    expect(root, name).toMatch(/^(?:feed|urlset)$/);
  }
  await page.context().close();
});

test("the site on paper has its marking, and no forms", async () => {
  const { page } = await open("libya-weekly/2021-W18/index.html");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("form:visible").count()).toBe(0);
  expect(await page.locator(".marking:visible").count()).toBe(2);
  expect(readdirSync(folder)).toContain("feed.xml");
  await page.context().close();
});
