/**
 * The indices of an archive, as templates that the engine makes them by: articles by month, so that a
 * week touches one or two of them and old months can be moved or frozen; the raw files, which are the
 * truth, what is known of files, of ids and of hosts, and which files wait to be read, in one each.
 */
import { PARTS } from "../set-digest.js";
import { LANGUAGE_ANALYSERS } from "./language-text.js";

/** A change of the mappings, or of what is put in, asks for a new version. */
export const ARCHIVE_VERSION = 1;

export type IndexKind = "articles" | "raw" | "files" | "ids" | "hosts" | "waiting";

export const KINDS: readonly IndexKind[] = ["articles", "raw", "files", "ids", "hosts", "waiting"];

/** Those that grow with the archive are parted by the ids of their documents. */
const SHARDS: Readonly<Partial<Record<IndexKind, number>>> = { raw: 3, files: 2, ids: 2 };

const STORED = { type: "binary" } as const;
/** A longer value is kept, and not found by: an engine takes no term above 32,766 bytes. */
const KEYWORD = { type: "keyword", ignore_above: 8000 } as const;

/**
 * Words are parted and folded before they come here, by the code that every store shares: the
 * `whitespace` twin holds them exactly as the embedded index does. The text by language is for whoever
 * else searches the archive; its analysers stem, and ours never ask it.
 */
const ARTICLES = {
  key: { type: "long" },
  id: KEYWORD,
  name: KEYWORD,
  order: KEYWORD,
  part: { type: "integer" },
  day: KEYWORD,
  outlet: KEYWORD,
  language: KEYWORD,
  counts: { type: "boolean" },
  reason: STORED,
  head: STORED,
  body: STORED,
  words: {
    properties: {
      title: { type: "text", analyzer: "words", norms: false },
      text: { type: "text", analyzer: "words", norms: false },
    },
  },
  content: {
    properties: Object.fromEntries(
      LANGUAGE_ANALYSERS.map(({ field, analyzer }) => [
        field,
        { type: "text", analyzer, index_options: "freqs", norms: false },
      ]),
    ),
  },
};

const FILES = {
  order: KEYWORD,
  isRead: { type: "boolean" },
  readBy: KEYWORD,
  rank: { type: "long" },
  hosts: KEYWORD,
  affected: KEYWORD,
  isCleaned: { type: "boolean" },
  said: KEYWORD,
  unread: { type: "integer" },
  data: STORED,
  ...Object.fromEntries(
    Array.from({ length: PARTS }, (_, part) => [`sum${part}`, { type: "integer", index: false }]),
  ),
};

const RAW = {
  order: KEYWORD,
  sha256: KEYWORD,
  keys: KEYWORD,
  size: { type: "long", index: false },
  name: STORED,
  bytes: STORED,
};

const IDS = { places: { type: "object", enabled: false } };
const WAITING = { order: KEYWORD, name: STORED };
const HOSTS = {
  host: KEYWORD,
  isUnsettled: { type: "boolean" },
  generation: { type: "long" },
  data: STORED,
};

/** Fields that are searched and never read back: what they hold is made from the body. */
const NEVER_READ = ["words", "content"];

const PROPERTIES: Readonly<Record<IndexKind, object>> = {
  articles: ARTICLES,
  raw: RAW,
  files: FILES,
  ids: IDS,
  hosts: HOSTS,
  waiting: WAITING,
};

/** A word longer than this is parted: none is, in any language. */
const LONGEST_WORD = 1000;

/** The template of all indices of a kind; what the desk sets in its own templates of a higher priority wins. */
export function templateOf(prefix: string, kind: IndexKind): object {
  return {
    index_patterns: [kind === "articles" ? `${prefix}-${kind}-*` : `${prefix}-${kind}`],
    priority: 100,
    version: ARCHIVE_VERSION,
    template: {
      settings: {
        number_of_shards: SHARDS[kind] ?? 1,
        auto_expand_replicas: "0-1",
        refresh_interval: "30s",
        codec: "best_compression",
        ...(kind === "articles" && { analysis: ANALYSIS }),
      },
      mappings: {
        dynamic: "strict",
        _meta: { briefwright: ARCHIVE_VERSION },
        ...(kind === "articles" && { _source: { excludes: NEVER_READ } }),
        properties: PROPERTIES[kind],
      },
    },
  };
}

const ANALYSIS = {
  tokenizer: { words: { type: "whitespace", max_token_length: LONGEST_WORD } },
  analyzer: { words: { type: "custom", tokenizer: "words" } },
};
