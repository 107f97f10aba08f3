/** `Source: RT`, `Reporting by …`, an agency's name alone: where the copy comes from. */
import { AGENCY_NAMES } from "../agencies.js";
import { type Draft, type Line, withoutLines } from "../draft.js";
import { countWords, isDomain, isNameLine } from "../line-shape.js";
import { REPORTING_CREDITS, SOURCE_LABELS } from "../line-words.js";
import type { RuleName } from "../rules.js";

const MAX_LINE = 200;
const MAX_SOURCE_WORDS = 6;
const SOURCE = new RegExp(`^(?:${SOURCE_LABELS})\\s?:\\s?(\\S.{0,60})$`, "iu");
const REPORTING = new RegExp(`^\\(?(?:${REPORTING_CREDITS})\\s(\\p{Lu}[^;(),.]{2,60})`, "iu");

export function readSourceLines(draft: Draft): Draft {
  const rules = new Map<Line, RuleName>();
  let { agency, byline, carriers } = draft;
  const credit = (text: string) => {
    const [source = "", ...passed] = copyChain(text);
    if (agency === null) carriers = [...carriers, ...passed.reverse()];
    agency ??= source;
  };
  for (const line of draft.lines) {
    if (line.text.length > MAX_LINE) continue;
    const source = line.text.includes(":") ? sourceOf(line.text) : undefined;
    const reporter = line.text.includes(" by ") ? REPORTING.exec(line.text)?.[1] : undefined;
    if (source !== undefined && countWords(source) <= MAX_SOURCE_WORDS) {
      rules.set(line, "source-line");
      if (!isLink(source)) credit(source);
    } else if (reporter !== undefined) {
      rules.set(line, "reporting-credit");
      if (/^\(?(?:reporting|written) by/iu.test(line.text)) byline ??= reporter.trim();
    } else if (isAgencyLine(line, draft.lines)) {
      rules.set(line, "agency-line");
      credit(line.text);
    }
  }
  return withoutLines({ ...draft, agency, byline, carriers }, rules);
}

/**
 * An agency alone, which in the first line may be the title; or a source with its carrier, at either
 * end of the text.
 */
function isAgencyLine(line: Line, lines: readonly Line[]): boolean {
  if (countWords(line.text) > MAX_SOURCE_WORDS + 2) return false;
  const [source = "", ...passed] = copyChain(line.text);
  if (passed.length === 0) return line !== lines[0] && AGENCY_NAMES.has(source);
  const isAtEnd = line === lines[0] || line === lines.at(-1);
  return isAtEnd && [source, ...passed].every(isNameLine);
}

const VIA = /\s+(?:via|über|üzerinden|через|عبر)\s+/iu;

/** `(RT via Gazette)` to RT and Gazette: the source first, then whom the copy passed. */
function copyChain(text: string): string[] {
  return text
    .replace(/^[([]\s?|\s?[)\]]\.?$/gu, "")
    .split(VIA)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function sourceOf(text: string): string | undefined {
  return SOURCE.exec(text)?.[1]?.replace(/[.\s]+$/u, "");
}

function isLink(text: string): boolean {
  return isDomain(text) || /^(?:https?:\/\/|www\.)/iu.test(text);
}
