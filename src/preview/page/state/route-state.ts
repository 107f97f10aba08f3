/** The route as a signal that follows the address, and moves that change it. */
import { computed, signal } from "@preact/signals";
import type { Subject } from "../api/client.js";
import { formatRoute, type IssueRoute, parseRoute, type Route } from "./route.js";

export const route = signal<Route>(parseRoute(window.location.hash));

window.addEventListener("hashchange", () => {
  route.value = parseRoute(window.location.hash);
});

/** What the address names; null on the list of issues. Changes only when brief, issue or form do. */
const subjectKey = computed(() => {
  if (route.value.kind !== "issue") return null;
  const { brief, issue, template, language } = route.value;
  return JSON.stringify({ brief, issue, template, language });
});
export const subject = computed<Subject | null>(() =>
  subjectKey.value === null ? null : JSON.parse(subjectKey.value),
);

export const view = computed(() => (route.value.kind === "issue" ? route.value.view : "page"));

/** Changes part of the address of an issue; nothing on the list. */
export function changeRoute(change: Partial<IssueRoute>): void {
  if (route.value.kind !== "issue") return;
  window.location.hash = formatRoute({ ...route.value, ...change });
}
