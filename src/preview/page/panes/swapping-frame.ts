/**
 * A frame whose page is exchanged without a flash: the next making loads unseen behind the one that
 * is shown, is brought to the same place, and takes its place in one step.
 */
import { rememberPlace, returnToPlace } from "./reading-place.js";

export interface FrameHandlers {
  /** Called when a page has come, before it is shown. */
  readonly prepare: (page: Document) => void;
  readonly onShown: (page: Document) => void;
}

export class SwappingFrame {
  #shown: HTMLIFrameElement | null = null;
  #coming: HTMLIFrameElement | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly title: string,
    private readonly handlers: FrameHandlers,
  ) {}

  get page(): Document | null {
    return this.#shown?.contentDocument ?? null;
  }

  show(address: string): void {
    this.#coming?.remove();
    const frame = document.createElement("iframe");
    // No scripts and no forms: what a page needs to be looked into from here, and links that open beside it.
    frame.sandbox.add("allow-same-origin", "allow-popups");
    frame.title = this.title;
    frame.inert = true;
    frame.className = "page-frame page-frame-coming";
    frame.addEventListener("load", () => this.#take(frame), { once: true });
    frame.src = address;
    this.#coming = frame;
    this.host.append(frame);
  }

  close(): void {
    this.#coming?.remove();
    this.#shown?.remove();
  }

  #take(frame: HTMLIFrameElement): void {
    const page = frame.contentDocument;
    if (frame !== this.#coming || page === null) return;
    const before = this.page;
    this.handlers.prepare(page);
    if (before !== null) returnToPlace(page, rememberPlace(before));
    const focused = before?.hasFocus() ? focusedName(before) : null;
    frame.inert = false;
    frame.className = "page-frame";
    this.#shown?.remove();
    this.#shown = frame;
    this.#coming = null;
    if (focused !== null) focusAgain(page, focused);
    this.handlers.onShown(page);
  }
}

interface FocusedName {
  readonly selector: string;
  readonly ordinal: number;
}

function focusedName(page: Document): FocusedName | null {
  const focused = page.activeElement;
  const name = focused?.getAttribute("data-statement") ?? null;
  if (focused === null || name === null) return null;
  const selector = `[data-statement="${CSS.escape(name)}"]`;
  const alike = Array.from(page.querySelectorAll(selector));
  return {
    selector,
    ordinal: alike.indexOf(focused),
  };
}

function focusAgain(page: Document, { selector, ordinal }: FocusedName): void {
  const found = page.querySelectorAll<HTMLElement>(selector)[ordinal];
  found?.focus({ preventScroll: true });
}
