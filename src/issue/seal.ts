/** Ids and seals: what an issue, a statement and a finding are called, from their content alone. */
import type { Citation, Finding } from "../model/issue.js";
import { sha256 } from "../text/sha256.js";

/** Prefix of the names under which articles stand among the inputs of an issue. */
export const ARTICLE_INPUT = "articles/";

export { sha256 };

/** From the article and the quotation: dates, offsets and positions may change, ids do not. */
export function statementId(citation: Pick<Citation, "article" | "quote">): string {
  return `s-${sha256(`${citation.article}\n${citation.quote}`).slice(0, 12)}`;
}

/** From what the finding says, not from where it stands. */
export function findingId({
  kind,
  params,
  citations,
  articles,
}: Pick<Finding, "kind" | "params" | "citations" | "articles">): string {
  const operands = citations.map((citation) => statementId(citation));
  return `f-${sha256(canonicalJson({ kind, params, operands, articles })).slice(0, 12)}`;
}

/** JSON with keys in code-unit order and no white space: one text per value (RFC 8785 for our types). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** @returns SHA-256 of the issue, of whatever version, as canonical JSON without its seal */
export function sealOf(issue: object): string {
  const { seal: _, ...content } = issue as { readonly seal?: unknown };
  return sha256(canonicalJson(content));
}
