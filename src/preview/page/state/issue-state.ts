/** What is known of the issue that is looked at: its last good page, what is being made, what went wrong. */
import { batch, computed, effect, signal } from "@preact/signals";
import type { Diagnostic } from "../../../model/diagnostic.js";
import type { Catalogue, IssueState, News } from "../../shapes.js";
import { ApiError, eventsAddress, readCatalogue, readIssue, type Subject } from "../api/client.js";
import { openEvents } from "../api/events.js";
import { notesChanged, readNotesOf } from "./notes-state.js";
import { formatRoute, routeAskedFor } from "./route.js";
import { subject } from "./route-state.js";

export type Making =
  | { readonly kind: "opening" }
  | { readonly kind: "making"; readonly files: readonly string[] }
  | { readonly kind: "made"; readonly ms: number | null }
  | { readonly kind: "failed" };

export const catalogue = signal<Catalogue | null>(null);
export const catalogueFault = signal<string | null>(null);
export const state = signal<IssueState | null>(null);
export const stateFault = signal<string | null>(null);
export const making = signal<Making>({ kind: "opening" });
/** Makings that failed since the page was opened. */
export const failures = signal(0);
/** When the page that is shown was made, ISO 8601. */
export const goodAt = signal<string | null>(null);
export const connected = signal(true);
/** Whether another `brief preview` answers at the address, which does not know its key. */
export const isForgotten = signal(false);
export const htmlRevision = signal<number | null>(null);
/** Another object with every print, even of a revision that was asked for before it was there. */
export const pdfRevision = signal<{ readonly revision: number } | null>(null);
export const diagnostics = signal<readonly Diagnostic[]>([]);
export const issue = computed(() => state.value?.issue ?? null);
/** Counts up whenever what was explained may read otherwise now. */
export const knownRevision = computed(() => state.value?.revision ?? null);

export async function loadCatalogue(): Promise<void> {
  try {
    catalogue.value = await readCatalogue();
    catalogueFault.value = null;
    const asked = routeAskedFor(window.location.hash, catalogue.value);
    if (asked !== null) window.location.replace(formatRoute(asked));
  } catch (error) {
    catalogueFault.value = messageOf(error);
  }
}

/** Follows the address from now on. */
export function followIssue(): void {
  effect(() => {
    const of = subject.value;
    if (of === null) return;
    forget();
    let isFirst = true;
    const close = openEvents(eventsAddress(of), {
      onEvent: (event) => take(event, of),
      onConnection: (isOpen) => {
        connected.value = isOpen;
        if (!isOpen) void findOut();
        // What happened while nobody listened, or before the stream was open, is asked for.
        if (isOpen && !isFirst) void catchUp(of);
        isFirst = false;
      },
    });
    void catchUp(of);
    return close;
  });
}

function forget(): void {
  batch(() => {
    state.value = null;
    stateFault.value = null;
    making.value = { kind: "opening" };
    htmlRevision.value = null;
    goodAt.value = null;
    pdfRevision.value = null;
    diagnostics.value = [];
  });
}

/** A preview that was started again has another key: it answers, and not to this address. */
async function findOut(): Promise<void> {
  const answer = await readCatalogue().catch((error: unknown) => error);
  isForgotten.value = answer instanceof ApiError && answer.status === 404;
}

async function catchUp(of: Subject): Promise<void> {
  await Promise.all([refresh(of, true), readNotesOf(of)]);
}

/** @param isWhole whether the pages are taken from the answer too, not only from events */
async function refresh(of: Subject, isWhole: boolean): Promise<void> {
  try {
    const known = await readIssue(of);
    if (subject.value !== of) return;
    batch(() => {
      state.value = known;
      stateFault.value = null;
      diagnostics.value = known.diagnostics;
      goodAt.value = known.goodAt;
      if (!isWhole) return;
      htmlRevision.value = known.revision;
      if (known.pdf !== null) pdfRevision.value = { revision: known.pdf };
      making.value = known.good ? { kind: "made", ms: totalOf(known) } : { kind: "failed" };
    });
  } catch (error) {
    if (subject.value === of) stateFault.value = messageOf(error);
  }
}

function totalOf({ timings }: IssueState): number | null {
  return timings.length === 0 ? null : timings.reduce((sum, { ms }) => sum + ms, 0);
}

function take(event: News, of: Subject): void {
  switch (event.kind) {
    case "making":
      making.value = { kind: "making", files: event.files };
      return;
    case "html":
      batch(() => {
        htmlRevision.value = event.revision;
        goodAt.value = new Date().toISOString();
        making.value = { kind: "made", ms: event.ms };
      });
      return;
    case "pdf":
      pdfRevision.value = { revision: event.revision };
      return;
    case "issue":
      diagnostics.value = event.diagnostics;
      void refresh(of, false);
      return;
    case "failed":
      batch(() => {
        diagnostics.value = event.diagnostics;
        failures.value += 1;
        making.value = { kind: "failed" };
      });
      return;
    case "notes":
      notesChanged(of, event.sha256);
      return;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
