/** What the archive knows of one version of an issue. */

/** A sentence of an issue as the archive tells it again. */
export interface EditionLine {
  /** Stable within the issue. */
  readonly id: string;
  readonly text: string;
  /** Words of a source, or the desk's own. */
  readonly by: "source" | "desk";
  /** BCP 47, of the words. */
  readonly language: string;
  /** Id in the page of the copy that leads to it; null where there is none. */
  readonly anchor: string | null;
  /** Numbers of the sources that it cites. */
  readonly sources: readonly number[];
}

export interface EditionTheme {
  readonly id: string;
  readonly title: string;
  readonly anchor: string | null;
  readonly lines: readonly EditionLine[];
}

export interface EditionOutlet {
  /** Stable over issues: the id of the register, else the folded name. */
  readonly key: string;
  readonly name: string;
  /** Of the register; null where it does not know the outlet. */
  readonly owner: string | null;
}

export interface EditionPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface EditionSource {
  readonly number: number;
  readonly article: string;
  readonly title: string;
  readonly language: string;
  /** Who published it, then whose copy it carries. */
  readonly outlets: readonly EditionOutlet[];
  /** ISO day; null where it is not known. */
  readonly day: string | null;
  readonly isInferred: boolean;
  /** Of the web; null where it has no address there. */
  readonly url: string | null;
  readonly passages: readonly EditionPassage[];
}

/** A file that stands in the record as it was approved. */
export interface KeptFile {
  readonly kind: "kept";
  /** For the host. */
  readonly from: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file that the archive makes. */
export interface MadeFile {
  readonly kind: "made";
  readonly content: Uint8Array;
}

export type SiteFile = KeptFile | MadeFile;

/** The copies of an edition in one language, by path below the folder of the edition. */
export interface EditionCopies {
  readonly language: string;
  readonly page: string | null;
  readonly pdf: string | null;
  readonly text: string | null;
}

export interface EditionHead {
  readonly brief: string;
  readonly title: string;
  readonly desk: string | null;
  /** BCP 47, of the brief and of the pages about it. */
  readonly language: string;
  readonly issue: string;
  readonly number: number;
  readonly version: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly marking: string;
  /** ISO 8601 instant, UTC. */
  readonly approvedAt: string;
  /** Nothing of it is shown before this instant; null where there is none. */
  readonly embargo: string | null;
  /** Null where it stands. */
  readonly withdrawn: { readonly at: string; readonly reason: string | null } | null;
}

export interface Edition extends EditionHead {
  readonly bottomLine: readonly EditionLine[];
  readonly keyMessages: readonly EditionLine[];
  readonly themes: readonly EditionTheme[];
  readonly sources: readonly EditionSource[];
  /** The first language first. */
  readonly copies: readonly EditionCopies[];
  /** By path below the folder of the edition. */
  readonly files: ReadonlyMap<string, KeptFile>;
}
