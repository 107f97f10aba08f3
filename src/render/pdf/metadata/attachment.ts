/** A file that rides in the PDF, beside the page that was made from it (PDF/A-3, 6.8). */
export interface Attachment {
  /** File name, e.g. `issue.json`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type. */
  readonly mediaType: string;
  /** For those who open it, in the language of the page. */
  readonly description: string;
  /** What it is to the page (ISO 32000-2, table 43). */
  readonly relationship: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
  readonly modifiedAt: Date;
}
