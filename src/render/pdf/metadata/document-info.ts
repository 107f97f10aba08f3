/** What the file says of itself, the same in its information dictionary and in its metadata. */
export interface DocumentInfo {
  /** Never empty: readers show it instead of the file's name. */
  readonly title: string;
  readonly author: string | undefined;
  readonly subject: string | undefined;
  readonly keywords: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly createdAt: Date;
}

/** The program that lays the page out and writes the file. */
export const PRODUCER = "Briefwright";
