/** What the parts of a preview tell each other: orders and answers of its threads. */

import type { FilledPage } from "../fill-page.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Explanation } from "../model/explanation.js";
import type { Coverage, Issue } from "../model/issue.js";
import type { Attachment } from "../render/index.js";
import type { Timing } from "../stopwatch.js";
import type { ArticleText, Catalogue } from "./shapes.js";

/** One issue of a brief in one look. */
export interface Look {
  readonly brief: string;
  /** A week, `2021-W18`, or two days, `2021-05-03--2021-05-09`. */
  readonly issue: string;
  /** Null for the brief's own. */
  readonly template: string | null;
  /** Null for the brief's first. */
  readonly language: string | null;
}

export function keyOf({ brief, issue, template, language }: Look): string {
  return JSON.stringify([brief, issue, template, language]);
}

/** What a thread is asked for. */
export type Order =
  | { readonly kind: "make"; readonly look: Look }
  | { readonly kind: "list" }
  | { readonly kind: "explain"; readonly look: Look; readonly name: string }
  | { readonly kind: "article"; readonly look: Look; readonly article: string }
  | { readonly kind: "check-notes"; readonly look: Look; readonly text: string }
  /** Articles and released issues are read again at the next making. */
  | { readonly kind: "forget-corpus" }
  | { readonly kind: "print"; readonly job: PrintJob };

/** What each order is answered with. */
export interface Answers {
  readonly make: Making;
  readonly list: Catalogue;
  readonly explain: Explanation | null;
  readonly article: ArticleText | null;
  readonly "check-notes": readonly Diagnostic[];
  readonly "forget-corpus": null;
  readonly print: Printed;
}

export type OrderKind = keyof Answers;
export type OrderOf<K extends OrderKind> = Extract<Order, { readonly kind: K }>;

/** What is told while an order is carried out: that a stage begins, that the page is there. */
export type Told =
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "page"; readonly page: MadePage };
export type OnTold = (told: Told) => void;

/** Whoever takes orders. */
export type Ask = <K extends OrderKind>(order: OrderOf<K>, onTold?: OnTold) => Promise<Answers[K]>;

/** What goes to a thread, and what comes back. */
export interface ThreadOrder {
  readonly id: number;
  readonly order: Order;
}
export type ThreadAnswer =
  | { readonly kind: "told"; readonly id: number; readonly told: Told }
  | { readonly kind: "answer"; readonly id: number; readonly value: Answers[OrderKind] }
  /** A fault of ours, in the words of the error. */
  | { readonly kind: "fault"; readonly id: number; readonly message: string };

export type Making = Made | Failed;

/** An issue with its page: all that has to be there before somebody sees it. */
export interface MadePage {
  readonly issue: Issue;
  readonly coverage: Coverage;
  /** Bytes by path below the issue's folder: the page, its fonts. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
}

/** The page was told; the print of it is a job for another thread. */
export interface Made {
  readonly kind: "made";
  readonly print: PrintJob;
  /** Those of the page among them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
}

export interface Failed {
  readonly kind: "failed";
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
}

export interface PrintJob {
  readonly filled: FilledPage;
  readonly cutOff: string;
  readonly attachments: readonly Attachment[];
}

export interface Printed {
  /** Null where the page could not be printed. */
  readonly bytes: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}
