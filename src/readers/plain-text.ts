/** Plain text to an article: the steps of cleaning in their order. */
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { sha256 } from "../text/sha256.js";
import { decodeText } from "./decode.js";
import { type Draft, startDraft } from "./draft.js";
import { finishArticle } from "./finish-article.js";
import { detectLanguage } from "./language.js";
import { splitLines } from "./split-lines.js";
import { dropCaptions } from "./steps/drop-captions.js";
import { dropFurniture } from "./steps/drop-furniture.js";
import { dropRepeatedLead } from "./steps/drop-repeated-lead.js";
import { dropTail } from "./steps/drop-tail.js";
import { readDateline } from "./steps/read-dateline.js";
import { readHead } from "./steps/read-head.js";
import { readHeader } from "./steps/read-header.js";
import { readSourceLines } from "./steps/read-source-line.js";
import { repairQuotations } from "./steps/repair-quotations.js";

const STEPS: readonly ((draft: Draft) => Draft)[] = [
  readHeader,
  dropFurniture,
  dropCaptions,
  readSourceLines,
  dropTail,
  readHead,
  readDateline,
  dropRepeatedLead,
  repairQuotations,
];

export interface ReadResult {
  readonly article: Article | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the bytes of a `.txt` file. */
export function readPlainText(bytes: Uint8Array, file: string): ReadResult {
  const { text, diagnostics } = decodeText(bytes, file);
  if (text === null) return { article: null, diagnostics };
  const lines = splitLines(text);
  if (lines.length === 0) return { article: null, diagnostics: [...diagnostics, empty(file)] };
  const start = startDraft(text, detectLanguage(text), lines);
  const read = STEPS.reduce((draft, step) => step(draft), start);
  // Where nothing is left, the rules were wrong about this text: it stays as it came.
  const finished = finishArticle(read.lines.length > 0 ? read : start, {
    file,
    rawSha256: sha256(bytes),
  });
  const markup = TAG.test(text) ? [marked(file)] : [];
  const all = [...diagnostics, ...markup, ...finished.diagnostics];
  return { article: finished.article, diagnostics: all };
}

/** Elements that no running text names by chance. */
const TAG = /<\/?(?:html|head|body|script|style|div|span|p|br|article)(?:\s[^<>]{0,200})?\/?>/i;

function marked(file: string): Diagnostic {
  return {
    code: "markup-in-text",
    severity: "warning",
    message: "looks like HTML: its tags are read as words",
    place: { file },
    hint: "save the article's text alone, without the page around it",
  };
}

function empty(file: string): Diagnostic {
  return {
    code: "empty-article",
    severity: "warning",
    message: "holds no text",
    place: { file },
    hint: "remove the file, or fetch the article again",
  };
}
