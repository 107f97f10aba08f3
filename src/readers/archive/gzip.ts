/** A gzipped file (RFC 1952) to the articles of the file in it, which keeps the outer name. */
import { MAX_ARCHIVE_DEPTH, MAX_FILE_BYTES } from "../limits.js";
import {
  containerOf,
  type RawFile,
  type ReadContext,
  type Reader,
  type ReadResult,
  refuse,
} from "../reader.js";
import { brokenArchive, tooDeep, tooMuchInside, unreadableArchive } from "./diagnostics.js";
import { type Inflated, inflate } from "./inflate.js";

export const gzip: Reader = {
  name: "gzip",
  format: "gzip",
  extensions: [".gz"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8,
  read: readGzip,
};

async function readGzip(source: RawFile, context: ReadContext): Promise<ReadResult> {
  const { file } = source;
  if (context.depth >= MAX_ARCHIVE_DEPTH) return refuse(tooDeep(file));
  const limit = Math.min(context.budget.left, MAX_FILE_BYTES);
  const { bytes, end } = await inflate(source.bytes, "gzip", limit);
  context.budget.left -= end === "over-limit" ? limit : bytes.length;
  if (end === "over-limit") return refuse(tooMuchInside(file, `${limit} bytes`));
  const what = damageOf(end);
  if (what !== null && bytes.length === 0) return refuse(unreadableArchive(file, what));
  const inner = await context.readInside({ ...source, bytes, container: containerOf(source) });
  const broken = what === null ? [] : [brokenArchive(file, what)];
  return { articles: inner.articles, diagnostics: [...broken, ...inner.diagnostics] };
}

function damageOf(end: Inflated["end"]): string | null {
  if (end === "whole" || end === "over-limit") return null;
  return end === "cut" ? "stops before its end" : "is damaged";
}
