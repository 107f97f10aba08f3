/** What a feed says of one article, whichever format it is in. */

/** Words that may be markup. */
export interface Content {
  readonly kind: "html" | "text";
  readonly value: string;
}

/** A date as it is written, and the name of its element. */
export interface Stamped {
  readonly name: string;
  readonly value: string;
}

export interface FeedEntry {
  readonly title: Content | null;
  readonly content: Content | null;
  readonly summary: Content | null;
  /** As they are written, e-mail addresses included. */
  readonly authors: readonly string[];
  /** Absolute or not. */
  readonly link: string | null;
  /** What relative links count from. */
  readonly base: string | null;
  /** Where the feed passes on the item of another outlet: its name. */
  readonly source: string | null;
  readonly published: Stamped | null;
  readonly modified: Stamped | null;
  readonly language: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly entries: readonly FeedEntry[];
}
