/** `brief preview` of a workspace of its own, as it is built, with a page of Chromium on it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { openTestWorkspace, REPOSITORY } from "../../workspace.js";

export interface OpenedPreview {
  readonly root: string;
  readonly address: string;
  readonly read: (file: string) => string;
  readonly save: (file: string, text: string) => void;
  readonly stop: () => Promise<void>;
}

/** @param port a free one by default */
export async function startPreview(
  root = openTestWorkspace({ [NOTES]: NOTES_TEXT }),
  port = 0,
): Promise<OpenedPreview> {
  const args = [join(REPOSITORY, "dist/cli/main.js"), "preview", "--port", String(port)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const address = await addressFrom(child);
  return {
    root,
    address,
    read: (file) => readFileSync(join(root, file), "utf8"),
    save: (file, text) => writeFileSync(join(root, file), text),
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

export const NOTES = "corpus/desk/libya-weekly/2021-W18.yaml";
export const NOTES_TEXT = `# What the desk says of this week.
themes:
  ceasefire:
    # Agreed on Monday.
    reason: { text: Nothing moved on the ground. }
`;

async function addressFrom(child: ChildProcess): Promise<string> {
  let told = "";
  for await (const part of child.stdout ?? []) {
    told += String(part);
    const found = /http:\S+/.exec(told);
    if (found !== null) return found[0];
  }
  throw new Error(`brief preview gave no address: ${told}`);
}

/** The issue opened, its page and its PDF in sight. */
export async function openIssue(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  // The page's own policy lets no script in, not even one that looks at it.
  const context = await browser.newContext({ viewport: DESK, bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(`${address}#/libya-weekly/2021-W18`);
  await page.locator(".frame-host[data-revision]").waitFor({ state: "attached" });
  return page;
}

export const DESK = { width: 1440, height: 900 };

/** The page of the brief that is shown. */
export function briefIn(page: Page): FrameLocator {
  return page.frameLocator(".page-frame:not(.page-frame-coming)");
}

export function revisionOf(page: Page): Promise<number> {
  return page.evaluate("Number(document.querySelector('.frame-host').dataset.revision)");
}

/** Runs until a newer page is shown. */
export async function untilShown(page: Page, before: number): Promise<void> {
  await page.waitForFunction(
    `Number(document.querySelector('.frame-host').dataset.revision) > ${before}`,
  );
}
