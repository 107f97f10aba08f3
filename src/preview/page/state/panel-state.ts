/** What the panel beside the page shows, and the way back through it. */
import { computed, signal } from "@preact/signals";

export type Panel =
  | { readonly kind: "explanation"; readonly name: string }
  | {
      readonly kind: "article";
      readonly article: string;
      readonly at: { readonly start: number; readonly end: number } | null;
    }
  | { readonly kind: "problems" }
  | {
      readonly kind: "source";
      readonly path: string;
      readonly line: number | null;
      readonly column: number | null;
    }
  | { readonly kind: "notes" };

/** What was opened and stays, the last one shown. */
const opened = signal<readonly Panel[]>([]);
/** What the pointer rests on; shown where nothing was opened. */
export const peeked = signal<Panel | null>(null);

export const pinned = computed(() => opened.value.at(-1) ?? null);
export const panel = computed(() => pinned.value ?? peeked.value);
export const canGoBack = computed(() => opened.value.length > 1);
/** Whether the panel takes the keyboard's focus when it changes. */
export const wantsFocus = signal(0);

let opener: (() => void) | null = null;

/** @param giveFocusBack called when the panel closes */
export function openPanel(next: Panel, giveFocusBack: (() => void) | null = null): void {
  opener = giveFocusBack ?? opener ?? focusLater();
  opened.value = [next];
  peeked.value = null;
  wantsFocus.value += 1;
}

/** Opens what leads on from what is shown. */
export function goTo(next: Panel): void {
  if (pinned.value === null && peeked.value !== null) opened.value = [peeked.value];
  opener ??= focusLater();
  opened.value = [...opened.value, next];
  wantsFocus.value += 1;
}

export function goBack(): void {
  opened.value = opened.value.slice(0, -1);
  wantsFocus.value += 1;
}

export function closePanel(): void {
  const giveBack = opened.value.length > 0 ? opener : null;
  opened.value = [];
  peeked.value = null;
  opener = null;
  giveBack?.();
}

export function peek(name: string | null): void {
  peeked.value = name === null ? null : { kind: "explanation", name };
}

function focusLater(): (() => void) | null {
  const from = document.activeElement;
  return from instanceof HTMLElement ? () => from.focus() : null;
}
