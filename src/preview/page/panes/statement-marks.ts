/** A page of the brief in, its statements and findings made to answer the pointer and the keyboard. */

export interface MarkHandlers {
  /** What the pointer or the focus rests on; null where it left. */
  readonly onRest: (name: string | null) => void;
  readonly onOpen: (name: string, focusAgain: () => void) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

const MARKS = "[data-statement], [data-finding]";

/** How long the pointer rests before it counts, and how long what it showed stays, in milliseconds. */
const REST = 90;
const LINGER = 350;

const STYLE = `
  [data-statement], [data-finding] { cursor: pointer; border-radius: 2px; }
  [data-statement]:hover, [data-finding]:hover, [data-brief-open] {
    background: color-mix(in srgb, var(--accent, #12466b) 14%, transparent);
  }
  [data-statement]:focus-visible, [data-finding]:focus-visible {
    outline: 2px solid var(--accent, #12466b); outline-offset: 2px;
  }
  @media print { [data-statement], [data-finding] { background: none; box-shadow: none; } }
`;

export function prepareMarks(page: Document, handlers: MarkHandlers): void {
  const style = page.createElement("style");
  style.textContent = STYLE;
  page.head.append(style);
  for (const mark of page.querySelectorAll<HTMLElement>(MARKS)) makeReachable(mark);
  listen(page, handlers);
}

/** Marks every place that prints what the panel shows. */
export function showOpen(page: Document, name: string | null): void {
  for (const mark of page.querySelectorAll("[data-brief-open]")) {
    mark.removeAttribute("data-brief-open");
  }
  if (name === null) return;
  for (const mark of page.querySelectorAll(MARKS)) {
    if (nameOf(mark) === name) mark.setAttribute("data-brief-open", "");
  }
}

/** A button in the words of the keyboard, but where links stand in it already. */
function makeReachable(mark: HTMLElement): void {
  mark.tabIndex = 0;
  if (mark.localName === "span" && mark.querySelector("a, button") === null) {
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-haspopup", "true");
  }
}

function listen(page: Document, { onRest, onOpen, onKey }: MarkHandlers): void {
  let timer: number | undefined;
  /** Set while the focus is given back: what was closed stays closed. */
  let isQuiet = false;
  const restOn = (name: string | null) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => onRest(name), name === null ? LINGER : REST);
  };
  const open = (mark: HTMLElement) => {
    window.clearTimeout(timer);
    onOpen(nameOf(mark), () => {
      isQuiet = true;
      mark.focus();
      isQuiet = false;
    });
  };
  page.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") restOn(nameAt(event.target));
  });
  page.documentElement.addEventListener("pointerleave", () => restOn(null));
  page.addEventListener("focusin", (event) => {
    const mark = markAt(event.target);
    if (!isQuiet && mark?.matches(":focus-visible")) restOn(nameOf(mark));
  });
  page.addEventListener("click", (event) => {
    if (!followLink(event)) {
      const mark = markAt(event.target);
      if (mark !== null) open(mark);
    }
  });
  page.addEventListener("keydown", (event) => {
    const mark = markAt(event.target);
    if (mark === event.target && mark !== null && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(mark);
    } else onKey(event);
  });
}

/** Links that lead away open beside the preview. @returns whether it was one, or a button */
function followLink(event: MouseEvent): boolean {
  const link = elementAt(event.target)?.closest("a[href], button, summary") ?? null;
  const address = link?.getAttribute("href") ?? "";
  if (/^(https?|mailto):/i.test(address)) {
    event.preventDefault();
    window.open(address, "_blank", "noopener,noreferrer");
  } else if (link?.localName === "a" && !address.startsWith("#")) event.preventDefault();
  return link !== null;
}

function nameAt(target: EventTarget | null): string | null {
  const mark = markAt(target);
  return mark === null ? null : nameOf(mark);
}

function nameOf(mark: Element): string {
  return mark.getAttribute("data-statement") ?? mark.getAttribute("data-finding") ?? "";
}

function markAt(target: EventTarget | null): HTMLElement | null {
  return elementAt(target)?.closest<HTMLElement>(MARKS) ?? null;
}

/** An element of the page is none of this window's `Element`. */
function elementAt(target: EventTarget | null): Element | null {
  return target !== null && "closest" in target ? (target as Element) : null;
}
