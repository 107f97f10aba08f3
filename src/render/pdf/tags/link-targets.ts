/** Addresses of links and the names in a page in, places in the file out (ISO 32000-1, 12.3.2.3). */
import type { Page } from "../pages/page.js";

export interface Destination {
  /** Readers look names up in sorted order, so all have one width and no letter but a-z. */
  readonly name: string;
  readonly page: number;
  readonly y: number;
}

export type Destinations = ReadonlyMap<string, Destination>;

/** By id; the first element with an id is the one that counts. */
export function nameDestinations(pages: readonly Page[]): Destinations {
  const destinations = new Map<string, Destination>();
  for (const page of pages) {
    for (const { id, y } of page.anchors) {
      if (destinations.has(id)) continue;
      const name = `d${String(destinations.size).padStart(6, "0")}`;
      destinations.set(id, { name, page: page.number, y });
    }
  }
  return destinations;
}

/** Whether there is anything to follow the link to. */
export function leadsSomewhere(href: string, destinations: Destinations): boolean {
  return isExternal(href) || destinations.has(targetOf(href) ?? "");
}

/** The id that an internal link names. */
export function targetOf(href: string): string | undefined {
  if (!href.startsWith("#")) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** No `javascript:`, no `file:`: only what a reader may follow without harm. */
function isExternal(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}
