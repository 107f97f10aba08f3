/** How much is read of a file, an archive, an article and a line at the most. */

/**
 * Bytes of one article; a caller that knows the size of a file refuses it before loading. A million
 * letters are a book: what is larger is a dump, or made to hold the reader up.
 */
export const MAX_ARTICLE_BYTES = 1024 * 1024;

/** Bytes of one file of any format: dumps, scans and archives are larger than articles. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Bytes that all entries of one archive may inflate to, archives in it included. */
export const MAX_INFLATED_BYTES = 512 * 1024 * 1024;

/** Archives in archives; what is packed deeper was made to hold the reader up. */
export const MAX_ARCHIVE_DEPTH = 6;

/** Entries of one archive. */
export const MAX_ARCHIVE_ENTRIES = 100_000;

/** Longer lines are never metadata, captions or headlines; rules do not look at them. */
export const MAX_RULE_LINE = 2000;
