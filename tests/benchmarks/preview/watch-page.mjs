/** The preview in Chromium: when a making of the page, and its print, is in sight. */
import { launchChromium } from "../../conformance/chromium.mjs";

/** Two frames after a revision is put in place, its pixels are there. */
const WATCH = `
  const shown = new Map();
  const look = () => {
    for (const [kind, selector] of [["page", ".frame-host"], ["print", ".sheets"]]) {
      const revision = document.querySelector(selector)?.dataset.revision;
      if (revision === undefined || revision === shown.get(kind)) continue;
      shown.set(kind, revision);
      requestAnimationFrame(() => requestAnimationFrame(() => window.inSight(kind)));
    }
  };
  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-revision"],
  });
`;

/** @param address of the preview @param hash of the issue */
export async function watchPage(address, hash) {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const waiting = [];
  await page.exposeFunction("inSight", (kind) => {
    const at = waiting.findIndex((one) => one.kind === kind);
    if (at >= 0) waiting.splice(at, 1)[0].resolve();
  });
  await page.addInitScript(WATCH);
  const next = (kind) => new Promise((resolve) => waiting.push({ kind, resolve }));
  const first = Promise.all([next("page"), next("print")]);
  await page.goto(`${address}${hash}`);
  await first;
  return { next, close: () => browser.close() };
}
