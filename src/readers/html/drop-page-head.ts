/** Takes title, byline and date out of the body of a page whose metadata states them already. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { type LineShape, shapeOf } from "../line-scores.js";
import { comparable, countWords, endsSentence, isDomain } from "../line-shape.js";
import { READING_TIMES } from "../line-words.js";
import type { RuleName } from "../rules.js";
import { readStamp } from "../stamp.js";

/** Lines from the start of the body that are looked at. */
const REACH = 12;
/** Lines in front of the title at most that are labels of its section. */
const MAX_LABELS = 4;

export function dropPageHead(draft: Draft): Draft {
  const rules = new Map<Line, RuleName>();
  const head = draft.lines.slice(0, REACH);
  let isAbove = true;
  for (const line of head) {
    if (line.text.length > MAX_RULE_LINE) break;
    const shape = shapeOf(line.text, draft.language);
    const rule = headRule(line, draft) ?? (isAbove ? aboveRule(shape) : null);
    if (shape.kind === "prose") isAbove = false;
    if (rule !== null) rules.set(line, rule);
  }
  const title = head.findIndex((line) => rules.get(line) === "duplicate-title");
  for (const line of head.slice(0, Math.max(0, Math.min(title, MAX_LABELS)))) {
    if (!endsSentence(line.text) && !rules.has(line)) rules.set(line, "section-label");
  }
  return withoutStandfirst(withoutLines(draft, rules));
}

/** What stands before the first paragraph alone: day and time, or a notice to the reader. */
function aboveRule({ text, kind, score }: LineShape): RuleName | null {
  if (kind === "stamp") return "byline";
  if (READING_TIME.test(text) && /\d/.test(text) && countWords(text) <= 8) return "page-control";
  return kind === "prose" && score <= NOTICE ? "sign-up" : null;
}

/** Score of lines that ask the reader for something, or tell of the page itself. */
const NOTICE = -1.5;
const READING_TIME = new RegExp(`^(?:${READING_TIMES})|(?:min|minutes?) read$`, "iu");

function headRule({ text }: Line, draft: Draft): RuleName | null {
  const plain = comparable(text);
  if (isTitle(plain, comparable(draft.title ?? ""))) return "duplicate-title";
  if (isByline(text, plain, comparable(draft.byline ?? ""))) return "byline";
  if (isDomain(text) || ADDRESS.test(text)) return "domain-line";
  const isStamp = !endsSentence(text) && readStamp(text, draft.language) !== null;
  return isStamp ? "byline" : null;
}

/** The author's name with little beside it: a label, a date, a role. */
function isByline(text: string, plain: string, byline: string): boolean {
  if (byline === "" || plain === byline) return byline !== "";
  const others = countWords(plain) - countWords(byline);
  return plain.includes(byline) && others <= MAX_BESIDE && !endsSentence(text);
}

const MAX_BESIDE = 10;
const ADDRESS = /^https?:\/\/\S+$/i;

/** The same, or one within the other: pages add the site's name to the title, or cut it short. */
function isTitle(plain: string, title: string): boolean {
  if (title === "" || plain === title) return title !== "";
  const [short, long] = plain.length < title.length ? [plain, title] : [title, plain];
  return short.length >= long.length * 0.6 && short.length >= 15 && long.startsWith(short);
}

/** The standfirst leaves the body, but not the article. */
function withoutStandfirst(draft: Draft): Draft {
  if (draft.standfirst === null) return draft;
  const plain = comparable(draft.standfirst);
  const own = draft.lines
    .slice(0, REACH)
    .find(({ text }) => comparable(text.slice(0, MAX_RULE_LINE)) === plain);
  return own === undefined
    ? draft
    : { ...draft, lines: draft.lines.filter((line) => line !== own) };
}
