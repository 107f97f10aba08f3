/** What the server of a preview answers and tells, and the page in the browser reads: one shape for both. */
import type { Coverage } from "../model/coverage.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { DiffLine } from "../text/diff-lines.js";

/** `GET api/issues` */
export interface Catalogue {
  readonly briefs: readonly BriefEntry[];
  readonly templates: readonly string[];
  readonly languages: readonly string[];
  /** How a place is opened in the editor: `{path}`, `{line}` and `{column}` are filled in. */
  readonly editor: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BriefEntry {
  readonly id: string;
  readonly title: string;
  /** Its own. */
  readonly template: string;
  /** The first is taken where none is asked for. */
  readonly languages: readonly string[];
  readonly issues: readonly IssueEntry[];
}

export interface IssueEntry {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly articles: number;
  /** Version in the record; null for a draft. */
  readonly released: string | null;
  readonly notes: boolean;
  readonly made: boolean;
}

/** `GET api/issues/<brief>/<issue>`; null where no page has been made yet. */
export interface IssueState {
  readonly revision: number | null;
  /** Whether the last making held; what is shown is of the last good one. */
  readonly good: boolean;
  /** Of the last print; null where there is none yet. */
  readonly pdf: number | null;
  readonly issue: Issue | null;
  readonly coverage: Coverage | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly { readonly stage: string; readonly ms: number }[];
  /** When the last making ended, ISO 8601. */
  readonly at: string | null;
  /** When the page that is shown was made, ISO 8601; null where there is none. */
  readonly goodAt: string | null;
}

/** `GET …/articles/<id>` */
export interface ArticleText {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly date: string | null;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly MarkedPassage[];
  readonly reprints: readonly string[];
}

/** `start` counts in the article's text, UTF-16 code units. */
export interface Paragraph {
  readonly start: number;
  readonly text: string;
}

export interface MarkedPassage {
  readonly start: number;
  readonly end: number;
  readonly statements: readonly string[];
}

/** `GET …/notes` */
export interface Notes {
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
  readonly exists: boolean;
  /** What the notes pin, as they name it: an article by its id or its file. */
  readonly pins: readonly Pin[];
  readonly diagnostics: readonly Diagnostic[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Pin {
  readonly article?: string;
  readonly statement?: string;
  readonly words?: string;
}

/** `POST …/notes/propose` */
export interface Proposal {
  readonly text: string;
  readonly diff: readonly DiffLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `GET api/file` */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly absolute: string;
}

/** What browsers are told of a look while they watch it. */
export type News =
  | {
      readonly kind: "making";
      readonly brief: string;
      readonly issue: string;
      readonly files: readonly string[];
    }
  | { readonly kind: "html"; readonly revision: number; readonly ms: number }
  | { readonly kind: "pdf"; readonly revision: number; readonly ms: number }
  | {
      readonly kind: "issue";
      readonly revision: number;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly kind: "failed";
      readonly diagnostics: readonly Diagnostic[];
      /** The page that stays; null where none was ever made. */
      readonly lastGood: number | null;
    }
  | { readonly kind: "notes"; readonly sha256: string };
