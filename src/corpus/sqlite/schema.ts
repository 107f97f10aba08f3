/** The tables of the corpus index. A change of them, or of what is put in, asks for a new version. */

import { EMPTY_SUM } from "../set-digest.js";

/** An index of another version is made anew. */
export const INDEX_VERSION = 6;

/** `Brfw`: tells the index from a database of someone else. */
export const APPLICATION_ID = 0x42726677;

/**
 * `article.key` is ordered by day, so that a range of days is a range of keys in every table and in
 * the full text. Texts stand apart: a list of articles then reads few pages. The full text holds the
 * articles without a `first`, and no copy of their words; beginnings of three letters are words of
 * their own in it, as thousands of words may start with them. `file_sum` is of the files that were read;
 * `host_file.affected` is null until it is looked whether lines of the host stand in the file;
 * `synced` names the state of the corpus that all of this is of, as long as nothing changes.
 */
export const TABLES = `
  CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    stamp TEXT,
    sha256 TEXT NOT NULL,
    read_by TEXT NOT NULL,
    diagnostics TEXT,
    unread TEXT,
    cleaned TEXT NOT NULL DEFAULT '',
    first_reading TEXT
  );
  CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    file_id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    name TEXT NOT NULL,
    day TEXT,
    title TEXT NOT NULL,
    outlet TEXT,
    outlet_folded TEXT,
    language TEXT NOT NULL,
    body INTEGER NOT NULL,
    first INTEGER,
    reason TEXT
  );
  CREATE INDEX article_id ON article (id);
  CREATE INDEX article_file ON article (file_id);
  CREATE INDEX article_first ON article (first) WHERE first IS NOT NULL;
  CREATE TABLE body (id INTEGER PRIMARY KEY, data NOT NULL);
  CREATE TABLE host_file (
    host TEXT NOT NULL,
    rank INTEGER NOT NULL,
    file_id INTEGER NOT NULL,
    affected INTEGER,
    PRIMARY KEY (host, rank, file_id)
  ) WITHOUT ROWID;
  CREATE INDEX host_of_file ON host_file (file_id);
  CREATE TABLE recurring (
    host TEXT PRIMARY KEY, lines TEXT NOT NULL, sample TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE file_sum (files INTEGER NOT NULL, parts TEXT NOT NULL);
  INSERT INTO file_sum (files, parts) VALUES (0, '${JSON.stringify(EMPTY_SUM)}');
  CREATE TABLE synced (state TEXT NOT NULL);
  CREATE TABLE unsettled (host TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '3'
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', 33554432);
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${INDEX_VERSION};
`;

/** Pages in memory, and how often the disk is waited for: an index can be made anew. */
export const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -65536;
  PRAGMA temp_store = MEMORY;
`;
