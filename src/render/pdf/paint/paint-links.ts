/** Links in, their annotations out, each with words for those who only hear it (ISO 32000-1, 12.5.6.5). */
import type PDFDocument from "pdfkit";
import type { Reference } from "pdfkit";
import type { Link } from "../pages/page.js";
import { type Destinations, targetOf } from "../tags/link-targets.js";

/**
 * @param structParent the link's key in the structure's parent tree
 * @returns the annotation
 */
export function paintLink(
  document: PDFDocument,
  { x, y, width, height, href, label }: Link,
  destinations: Destinations,
  structParent: number,
): Reference | undefined {
  const options = {
    Contents: new String(label || href),
    F: PRINTED,
    StructParent: structParent,
  };
  const destination = destinations.get(targetOf(href) ?? "");
  if (destination) document.goTo(x, y, width, height, destination.name, options);
  else document.link(x, y, width, height, href, options);
  return document.page.annotations.at(-1);
}

/** Annotation flag: shown in print too. */
const PRINTED = 4;
