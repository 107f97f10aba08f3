/** What a feed is cut into. */

export interface FeedItem {
  /** A feed that holds this item alone. */
  readonly bytes: Uint8Array;
  /** The item alone. */
  readonly own: Uint8Array;
  /** Address of its page as it is written. */
  readonly link: string | null;
  /** What the feed tells its items apart by. */
  readonly guid: string | null;
}

export interface CutFeed {
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** Of the documents, with its dot. */
  readonly extension: string;
  /** Items beyond the most that are taken. */
  readonly left: number;
}

/** What repeats with each item, and how many items there are, is bounded: a feed is no dump. */
export const FEED_LIMITS = { headBytes: 64 * 1024, items: 2000 } as const;
