/** Where a reader is in a page, told by what stands at the top of the window, found again in another making. */

export interface ReadingPlace {
  /** Selector of the first thing in sight and its ordinal among its like; null at the very top. */
  readonly mark: {
    readonly selector: string;
    readonly ordinal: number;
    readonly top: number;
  } | null;
  readonly scrolled: number;
  readonly sideways: number;
}

const MARKS = "[data-statement], [data-finding], h1, h2[id], h3[id], tr[id]";

export function rememberPlace(page: Document): ReadingPlace {
  const { scrollTop, scrollLeft } = scrollerOf(page);
  const first = scrollTop <= 0 ? undefined : firstInSight(page);
  return {
    mark: first === undefined ? null : markOf(page, first),
    scrolled: scrollTop,
    sideways: scrollLeft,
  };
}

export function returnToPlace(page: Document, { mark, scrolled, sideways }: ReadingPlace): void {
  const scroller = scrollerOf(page);
  const found = mark === null ? undefined : page.querySelectorAll(mark.selector)[mark.ordinal];
  const top =
    mark === null || found === undefined
      ? scrolled
      : scroller.scrollTop + found.getBoundingClientRect().top - mark.top;
  scroller.scrollTo({ top, left: sideways, behavior: "instant" });
}

function scrollerOf(page: Document): Element {
  return page.scrollingElement ?? page.documentElement;
}

function firstInSight(page: Document): Element | undefined {
  return Array.from(page.querySelectorAll(MARKS)).find((one) => {
    const { top, height } = one.getBoundingClientRect();
    return height > 0 && top >= 0;
  });
}

function markOf(page: Document, element: Element): ReadingPlace["mark"] {
  const selector = selectorOf(element);
  const alike = Array.from(page.querySelectorAll(selector));
  return {
    selector,
    ordinal: alike.indexOf(element),
    top: element.getBoundingClientRect().top,
  };
}

function selectorOf(element: Element): string {
  for (const name of ["data-statement", "data-finding", "id"]) {
    const value = element.getAttribute(name);
    if (value !== null) return `[${name}="${CSS.escape(value)}"]`;
  }
  return element.localName;
}
