/** `Source: RT`, `Reporting by …`, an agency's name alone: where the copy comes from. */
import { AGENCY_NAMES } from "../agencies.js";
import { type Draft, type Line, withoutLines } from "../draft.js";
import { countWords, isDomain } from "../line-shape.js";
import { REPORTING_CREDITS, SOURCE_LABELS } from "../line-words.js";
import type { RuleName } from "../rules.js";

const MAX_LINE = 200;
const MAX_SOURCE_WORDS = 6;
const SOURCE = new RegExp(`^(?:${SOURCE_LABELS})\\s?:\\s?(\\S.{0,60})$`, "iu");
const REPORTING = new RegExp(`^\\(?(?:${REPORTING_CREDITS})\\s(\\p{Lu}[^;(),.]{2,60})`, "iu");

export function readSourceLines(draft: Draft): Draft {
  const rules = new Map<Line, RuleName>();
  let { agency, byline } = draft;
  for (const line of draft.lines) {
    if (line.text.length > MAX_LINE) continue;
    const source = line.text.includes(":") ? sourceOf(line.text) : undefined;
    const reporter = line.text.includes(" by ") ? REPORTING.exec(line.text)?.[1] : undefined;
    if (source !== undefined && countWords(source) <= MAX_SOURCE_WORDS) {
      rules.set(line, "source-line");
      if (!isLink(source)) agency ??= source;
    } else if (reporter !== undefined) {
      rules.set(line, "reporting-credit");
      if (/^\(?(?:reporting|written) by/iu.test(line.text)) byline ??= reporter.trim();
    } else if (line !== draft.lines[0] && AGENCY_NAMES.has(line.text)) {
      rules.set(line, "agency-line");
      agency ??= line.text;
    }
  }
  return withoutLines({ ...draft, agency, byline }, rules);
}

function sourceOf(text: string): string | undefined {
  return SOURCE.exec(text)?.[1]?.replace(/[.\s]+$/u, "");
}

function isLink(text: string): boolean {
  return isDomain(text) || /^(?:https?:\/\/|www\.)/iu.test(text);
}
