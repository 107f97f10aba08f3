/** Where a file of the corpus was fetched from: the record beside it, `page.html.source.json`. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { snapshotOf } from "./web-snapshot.js";

export const SOURCE_SUFFIX = ".source.json";

export const SourceRecordSchema = z.strictObject({
  /** The address that was asked. */
  url: z.string().min(1),
  /** The address that answered, after redirects. */
  finalUrl: z.string().optional(),
  fetched: z.iso.datetime().optional(),
  /** Of the bytes as they are kept. */
  sha256: Sha256Schema.optional(),
  contentType: z.string().optional(),
  status: z.int().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Who publishes it, as the settings of the feed say. */
  outlet: z.string().optional(),
  /** Who may see it: a label of TLP or of the house. */
  marking: z.string().min(1).optional(),
  /** Name of the feed that led here. */
  feed: z.string().optional(),
  /** Where the file is one item of the feed that was asked: what the feed says of it. */
  item: z.strictObject({ url: z.string().nullable(), key: z.string() }).optional(),
});
export type SourceRecord = z.infer<typeof SourceRecordSchema>;

/** What the record says of the bytes beside it that a reader can use. */
export function factsOf(source: SourceRecord): {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly charset: string | null;
  readonly fetched: string | null;
  /** Its address where that is one of a web archive. */
  readonly archived: string | null;
  readonly marking: string | null;
} {
  return {
    url: articleUrlOf(source),
    outlet: source.outlet ?? null,
    charset: charsetOf(source),
    // What a feed says of a page is no copy of it.
    fetched: source.item === undefined ? (source.fetched ?? null) : null,
    archived: source.item === undefined ? archiveUrlOf(source) : null,
    marking: source.marking ?? null,
  };
}

function archiveUrlOf({ url, finalUrl }: SourceRecord): string | null {
  return (snapshotOf(finalUrl ?? null) ?? snapshotOf(url))?.archived ?? null;
}

/** The encoding that the server named; null where it named none. */
function charsetOf({ contentType = "" }: SourceRecord): string | null {
  return /;\s{0,9}charset\s{0,9}=\s{0,9}"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

/** The address of the article in the file: of a feed's item its own, never the feed's. */
export function articleUrlOf({ url, finalUrl, item }: SourceRecord): string | null {
  return item === undefined ? (finalUrl ?? url) : item.url;
}
