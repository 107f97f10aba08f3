/** Keys that work wherever the focus is, in the page or in the brief that it shows. */
import { change, step } from "./state/notes-state.js";
import { closePanel, openPanel, panel } from "./state/panel-state.js";
import { route } from "./state/route-state.js";

/** What each key does, as the page tells it too. */
export const KEYS: readonly (readonly [key: string, words: string])[] = [
  ["Tab", "from statement to statement of the brief"],
  ["Enter", "opens what a statement rests on, and keeps it open"],
  ["Escape", "closes the panel, back to where it was opened"],
  ["F6", "between the brief and the panel"],
  ["F8", "the problems"],
  ["Ctrl+Z", "takes the last change of the desk notes back, while the panel is open"],
  ["Ctrl+Shift+Z", "makes it again"],
];

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || change.value !== null || isWriting(event.target)) return;
  const hasModifier = event.ctrlKey || event.metaKey;
  if (event.key === "Escape" && panel.value !== null) {
    event.preventDefault();
    closePanel();
  } else if (hasModifier && !event.altKey && event.key.toLowerCase() === "z") {
    if (panel.value === null) return;
    event.preventDefault();
    void step(event.shiftKey ? "redo" : "undo");
  } else if (event.key === "F8" && route.value.kind === "issue") {
    event.preventDefault();
    openPanel({ kind: "problems" });
  } else if (event.key === "F6" && moveFocus()) event.preventDefault();
}

/** Between the panel and the page that is shown. @returns whether there was somewhere to go */
function moveFocus(): boolean {
  const beside = document.querySelector<HTMLElement>("#panel-heading");
  const isInside = document.activeElement?.closest("#panel") !== null;
  const shown = document.querySelector<HTMLElement>(".page-frame, .sheets, #view-heading");
  const next = isInside ? shown : (beside ?? shown);
  next?.focus();
  return next !== null;
}

function isWriting(target: EventTarget | null): boolean {
  if (target === null || !("closest" in target)) return false;
  const element = target as Element;
  return element.closest("input, textarea, select, dialog") !== null;
}
