/** What became of one input, in the words of the person who gave it. */
import { StoreError } from "../corpus/index.js";
import { HostError } from "../host/host.js";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReadResult } from "../readers/index.js";
import type { Kept } from "./archive.js";

/** Keeps what was read; a disk that refuses is a failure of this input alone. */
export async function kept(
  input: string,
  { articles, diagnostics }: ReadResult,
  keep: () => Promise<Kept>,
): Promise<Added> {
  try {
    const { file, isNew } = await keep();
    return {
      input,
      status: isNew ? "added" : "known",
      file,
      articles: articles.map(({ id, title, published, url, language }) => ({
        id,
        title,
        published: published?.date ?? null,
        url,
        language,
      })),
      diagnostics: [...diagnostics],
    };
  } catch (error) {
    return failed(input, [...diagnostics, diskFault(error)]);
  }
}

/** What was found in a folder and is no article hurts nobody; what was named, or should be readable, does. */
export function refusal(
  input: string,
  diagnostics: readonly Diagnostic[],
  isNamed: boolean,
): Added {
  const isForeign = diagnostics.every(({ code }) => FOREIGN.has(code));
  return { ...failed(input, diagnostics), status: isForeign && !isNamed ? "skipped" : "failed" };
}

const FOREIGN: ReadonlySet<string> = new Set([
  "unknown-format",
  "article-link",
  "special-file",
  "record-without-file",
]);

export function failed(input: string, diagnostics: readonly Diagnostic[]): Added {
  return { input, status: "failed", file: null, articles: [], diagnostics: [...diagnostics] };
}

/** What a disk or the store refused; anything else is a fault of ours, and thrown on. */
export function diskFault(error: unknown): Diagnostic {
  if (error instanceof HostError) {
    const { message, path, hint } = error;
    return { code: "host", severity: "error", message, place: { file: path }, hint };
  }
  if (!(error instanceof StoreError)) throw error;
  const message = `the imports cannot be written (${error.message})`;
  const hint = "free some space, or leave --store-only out";
  return { code: "imports-unusable", severity: "error", message, hint };
}
