/** A page's blocks, what became of them and its metadata to a draft: kept lines, cuts, what it states. */
import { type Cut, type Draft, type Line, startDraft } from "../draft.js";
import { detectLanguage } from "../language.js";
import { countWords, isOneSentence } from "../line-shape.js";
import { findLead } from "./find-lead.js";
import { linesOfTexts } from "./html-lines.js";
import type { Verdicts } from "./main-text.js";
import type { PageMetadata } from "./metadata/index.js";
import type { Page } from "./page.js";

export function startPage(page: Page, verdicts: Verdicts, metadata: PageMetadata): Draft {
  const { raw, lines } = linesOfTexts(
    page.blocks.map(({ text }) => text),
    metadata.snippets.join("\n"),
  );
  const { heading, standfirst } = findHead(page, verdicts, metadata);
  const kept: Line[] = [];
  const cuts: Cut[] = [];
  for (const [at, line] of lines.entries()) {
    const rule = at === heading ? "duplicate-title" : (verdicts[at] ?? null);
    if (at === standfirst) continue;
    if (rule !== null) cuts.push({ rule, start: line.start, end: line.end });
    else kept.push(line);
  }
  const { snippets: _, published, language, ...stated } = metadata;
  const body = kept.map(({ text }) => text).join("\n");
  return {
    ...startDraft("html", raw, language ?? detectLanguage(body), kept),
    ...stated,
    standfirst: metadata.standfirst ?? lines[standfirst]?.text ?? null,
    dates: published === null ? [] : [published],
    cuts,
  };
}

const STANDFIRST_WORDS = { fewest: 8, most: 60 } as const;

/** The page's own heading at the front of its text, and the heading of one sentence above the first paragraph. */
function findHead(page: Page, verdicts: Verdicts, metadata: PageMetadata) {
  const { blocks, homes } = page;
  const head = { heading: -1, standfirst: -1 };
  for (const [at, { text }] of blocks.entries()) {
    if (verdicts[at] !== null) continue;
    const name = homes[at]?.name ?? "";
    if (name === "h1" && head.heading === -1 && metadata.title !== null) head.heading = at;
    else if (!HEADING.test(name)) break;
    else if (metadata.standfirst === null && isStandfirst(text)) head.standfirst = at;
    else break;
  }
  const [lead = -1, more] = head.standfirst === -1 ? findLead(page, verdicts) : [];
  const isAlone = lead !== -1 && more === undefined && metadata.standfirst === null;
  return isAlone ? { ...head, standfirst: lead } : head;
}

const HEADING = /^h[1-6]$/;

function isStandfirst(text: string): boolean {
  const words = countWords(text);
  return words >= STANDFIRST_WORDS.fewest && words <= STANDFIRST_WORDS.most && isOneSentence(text);
}
