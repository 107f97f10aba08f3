/** Where the evidence of an issue lies below its folder, and which article a file there is of. */
import type { Source } from "../model/issue.js";

/** Folder beside `issue.json`, with a folder per cited article. */
export const EVIDENCE = "evidence";

/** Names in the folder of an article. */
export const TEXT = "text.txt";
export const ARTICLE = "article.json";
export const PAGE = "index.html";

/** Path of a file of an article's evidence, below the folder. */
export function evidencePath(article: string, name: string): string {
  return `${EVIDENCE}/${article}/${name}`;
}

/** Where the text of a cited article lies, below the folder. */
export function evidenceOf(article: string): string {
  return evidencePath(article, TEXT);
}

/** Where it lay before each article had a folder. */
export function formerEvidenceOf(article: string): string {
  return `${EVIDENCE}/${article}.txt`;
}

/** @param path below `evidence/` @returns the article that the file is the cleaned text of */
export function articleOfText(path: string): string | null {
  return /^([\w-]+)(?:\/text)?\.txt$/.exec(path)?.[1] ?? null;
}

/** What a browser may run is kept under a name that it shows as text. */
const INERT = new Set([
  "txt",
  "json",
  "jsonl",
  "csv",
  "tsv",
  "eml",
  "pdf",
  "docx",
  "zip",
  "gz",
  "md",
]);

/** @param container file of the corpus */
export function rawName(container: string): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(container)?.[1]?.toLowerCase();
  if (extension === undefined) return "raw.txt";
  return INERT.has(extension) ? `raw.${extension}` : `raw.${extension}.txt`;
}

/** Where the bytes of a source lie, below `evidence/`, where it is the only one of its file. */
export function rawPathOf({ article, container }: Pick<Source, "article" | "container">): string {
  return `${article}/${rawName(container)}`;
}
