/** Links and the places that they name in, annotations out (ISO 32000-1, 12.5.6.5). */
import type PDFDocument from "pdfkit";
import type { Link, Page } from "../pages/page.js";

export interface Destination {
  /** Readers look names up in sorted order, so all have one width and no letter but a-z. */
  readonly name: string;
  readonly page: number;
  readonly y: number;
}

/** By id; the first element with an id is the one that counts. */
export function nameDestinations(pages: readonly Page[]): ReadonlyMap<string, Destination> {
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

export function paintLink(
  document: PDFDocument,
  link: Link,
  destinations: ReadonlyMap<string, Destination>,
): void {
  const { x, y, width, height, href, label } = link;
  const options = { Contents: new String(label || href), F: PRINTED };
  const destination = destinations.get(targetOf(href) ?? "");
  if (destination) document.goTo(x, y, width, height, destination.name, options);
  else if (isExternal(href)) document.link(x, y, width, height, href, options);
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
export function isExternal(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(href);
}

/** Annotation flag: shown in print too. */
const PRINTED = 4;
