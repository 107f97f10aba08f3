/** Pages in, what axe-core finds in each out: in light, in dark, and as wide as a phone. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { launchChromium } from "./chromium.mjs";

const AXE = readFileSync(new URL(import.meta.resolve("axe-core/axe.min.js")), "utf8");

export const VIEWS = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 360, height: 740 } },
};

/** @returns for each file and view, the violations, and where each stands first */
export async function runAxe(files) {
  const browser = await launchChromium();
  const found = new Map();
  try {
    for (const file of files) {
      const views = Object.entries(VIEWS).map(async ([view, settings]) => {
        return [view, await violationsOf(browser, file, settings)];
      });
      found.set(file, Object.fromEntries(await Promise.all(views)));
    }
  } finally {
    await browser.close();
  }
  return found;
}

async function violationsOf(browser, file, settings) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  await context.close();
  return violations.map(({ id, help, nodes }) => {
    return { what: `${id}: ${help}`, where: `${nodes.length} times, ${nodes[0].target.join(" ")}` };
  });
}
