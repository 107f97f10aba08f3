/** The address of a page to its raw bytes, what reading gives of them, and the name to keep them under. */
import { readGuardedFile } from "../corpus/index.js";
import { factsOf } from "../model/source-record.js";
import { type ReadResult, usualExtension } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import type { Desk } from "./desk.js";
import { type FailedPage, type FetchedPage, fetchPage } from "./fetch-page.js";
import { nameByType, pageName } from "./page-name.js";

export interface ReadPage extends FetchedPage {
  readonly bytes: Uint8Array;
  readonly read: ReadResult;
  readonly name: string;
}

export async function readPage(desk: Desk, url: string): Promise<ReadPage | FailedPage> {
  const page = await fetchPage(desk, url);
  if ("fault" in page) return page;
  const { bytes, finalUrl } = page.response;
  const file = nameByType(page.source.contentType, finalUrl);
  const source = { bytes, file, ...factsOf(page.source) };
  const read = await readGuardedFile(source, desk.options);
  const name = pageName(finalUrl, sha256(bytes), usualExtension(source) ?? ".html");
  return { ...page, bytes, read, name };
}
