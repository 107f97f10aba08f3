/** Which links of a page leave its site: related articles are at home, sources and shops are not. */
import type { Page } from "./page.js";

/** @param url the page's own address, where it is known; otherwise most of its links tell it */
export function outwardTest(page: Page, url: string | null): (href: string | null) => boolean {
  const own = siteOf(url) ?? commonSite(page);
  return (href) => {
    const site = siteOf(href);
    return site !== null && site !== own;
  };
}

/** Null where most links name no host: every host that is named is then another's. */
function commonSite({ blocks }: Page): string | null {
  const counts = new Map<string | null, number>();
  for (const { href } of blocks) {
    if (href === null) continue;
    const site = siteOf(href);
    counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  const [own] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [null];
  return own;
}

/** The last two labels of a host, three below `co.uk` and the like; null for links within a site. */
function siteOf(href: string | null): string | null {
  const host = href === null ? undefined : HOST.exec(href.slice(0, 300))?.[1];
  if (host === undefined) return null;
  const labels = host.toLowerCase().split(".");
  const [second = "", first = ""] = labels.slice(-2);
  return labels.slice(second.length <= 3 && first.length === 2 ? -3 : -2).join(".");
}

const HOST = /^\s*(?:https?:)?\/\/([^/?#:\s]+)/i;
