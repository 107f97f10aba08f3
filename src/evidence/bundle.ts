/** An issue and what it cites in, its folder of evidence out: per article bytes, text and passages. */
import {
  type CitedPassage,
  type EvidenceArticle,
  EvidenceArticleSchema,
  type RawBytes,
} from "../model/evidence.js";
import type { Issue, Source } from "../model/issue.js";
import type { EvidenceLevel } from "../model/settings.js";
import { inSchemaOrder } from "../text/schema-order.js";
import { ARTICLE, EVIDENCE, evidenceOf, evidencePath, rawPathOf, TEXT } from "./layout.js";
import { citedPassages } from "./passages.js";
import type { RawFile } from "./raw-files.js";

export interface BundleRequest {
  readonly issue: Issue;
  readonly level: EvidenceLevel;
  /** Cleaned texts by article. */
  readonly texts: ReadonlyMap<string, string>;
  /** By file of the corpus. */
  readonly raw: ReadonlyMap<string, RawFile>;
}

export interface Bundle {
  /** In the order of their numbers. */
  readonly articles: readonly EvidenceArticle[];
  /** Bytes by path below the issue's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function bundleEvidence(request: BundleRequest): Bundle {
  const { issue } = request;
  const files = new Map<string, Uint8Array>();
  const passages = citedPassages(issue);
  const keptRaw = new Map<string, RawBytes>();
  const articles = issue.sources.map((source) => {
    const cited = passages.get(source.article) ?? [];
    const article = describe(source, cited, request, keptRaw, files);
    files.set(evidencePath(source.article, ARTICLE), toJson(article));
    return article;
  });
  return { articles, files };
}

function describe(
  source: Source,
  passages: readonly CitedPassage[],
  { issue, level, texts, raw: rawFiles }: BundleRequest,
  keptRaw: Map<string, RawBytes>,
  files: Map<string, Uint8Array>,
): EvidenceArticle {
  const left: EvidenceArticle["left"] = [];
  const file = rawFiles.get(source.container);
  const leave = (what: "raw" | "text", reason: "setting" | "too-large" | "not-at-hand") => {
    left.push({ what, reason });
    return null;
  };
  const keepRaw = (): RawBytes | null => {
    if (level !== "full") return leave("raw", "setting");
    if (file === undefined) return leave("raw", "not-at-hand");
    if (file.bytes === null) return leave("raw", "too-large");
    return keepRawBytes(source, file.bytes, keptRaw, files);
  };
  const keepText = (): EvidenceArticle["text"] => {
    if (level === "passages") return leave("text", "setting");
    const text = texts.get(source.article);
    if (text === undefined) return leave("text", "not-at-hand");
    files.set(evidenceOf(source.article), new TextEncoder().encode(text));
    const path = `${source.article}/${TEXT}`;
    return { path, characters: text.length, sha256: source.textSha256 };
  };
  return {
    schema: "briefwright/evidence/1",
    brief: issue.brief.id,
    issue: issue.id,
    source,
    fetched: file?.record ?? null,
    raw: keepRaw(),
    text: keepText(),
    left,
    passages: [...passages],
  };
}

/** A feed or an archive of which several articles are cited is kept once, with the first of them. */
function keepRawBytes(
  source: Source,
  bytes: Uint8Array,
  kept: Map<string, RawBytes>,
  files: Map<string, Uint8Array>,
): RawBytes {
  const { file, container, rawSha256 } = source;
  const of = file === container ? "entry" : "container";
  const before = kept.get(container);
  if (before !== undefined) return { ...before, of };
  const path = rawPathOf(source);
  const raw: RawBytes = { path, of, bytes: bytes.length, sha256: rawSha256 };
  files.set(`${EVIDENCE}/${path}`, bytes);
  kept.set(container, raw);
  return raw;
}

function toJson(article: EvidenceArticle): Uint8Array {
  const ordered = inSchemaOrder(EvidenceArticleSchema, article);
  return new TextEncoder().encode(`${JSON.stringify(ordered, null, 2)}\n`);
}
