/** What an explanation is told in, for a terminal or a page: sections of rows. */

export interface Row {
  /** Stands in the column before the text; the row goes on under the one before it without. */
  readonly label?: string;
  readonly text: string;
  /** Steps to the right. */
  readonly depth?: number;
}

export interface Section {
  /** Null for what opens the whole. */
  readonly title: string | null;
  readonly rows: readonly Row[];
}
