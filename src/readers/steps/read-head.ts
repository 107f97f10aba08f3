/** Reads what stands above the body: outlet, title, byline, date, standfirst. */

import { findDateline } from "../dateline.js";
import { type Draft, type Line, type StatedDate, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import {
  comparable,
  countWords,
  endsSentence,
  endsStatement,
  hasCase,
  isDomain,
  isNameLine,
  isOneSentence,
} from "../line-shape.js";
import type { RuleName } from "../rules.js";
import { hasOutletWord, splitNames } from "../split-names.js";
import { readStamp, type Stamp } from "../stamp.js";
import { sharedWords } from "../vocabulary.js";

/**
 * Walks down to the first line of the body. What a line is depends on its form, on what was found
 * above it and on the line below.
 */
export function readHead(draft: Draft): Draft {
  let head: Head = { draft, rules: new Map(), names: [], kept: new Set(), dates: [] };
  for (const [index, line] of draft.lines.slice(0, MAX_HEAD_LINES).entries()) {
    if (head.kept.has(line)) continue;
    const next = readHeadLine(head, line, draft.lines.slice(index + 1, index + 1 + LOOK_AHEAD));
    if (next === null) break;
    head = next;
  }
  const named = nameOutletAndAuthor(head);
  const lines = named.draft.lines.filter((line) => !named.kept.has(line));
  return dropLateCopies(withoutLines({ ...named.draft, lines }, named.rules));
}

/** What grows with each line grows in place: a head may be as long as the file. */
interface Head {
  readonly draft: Draft;
  readonly rules: Map<Line, RuleName>;
  /** Lines that are names, of an outlet or of an author. */
  readonly names: readonly Line[];
  /** Title and standfirst: out of the body, but not out of the article. */
  readonly kept: Set<Line>;
  readonly dates: StatedDate[];
}

/** No head is longer; what goes on like one is a list. */
const MAX_HEAD_LINES = 200;
const LOOK_AHEAD = 6;
const MAX_TITLE_WORDS = 32;
const MAX_TITLE_LENGTH = 250;
const MAX_TRAILING_OFF_WORDS = 15;
const MAX_LABEL_WORDS = 2;
const MAX_NAME_LINES = 3;
const STANDFIRST_WORDS = { fewest: 6, most: 60 } as const;
/** Share of its words that a standfirst has in common with the paragraph that it stands before. */
const RESTATED = 0.35;

/** The head with one more line read; null where the line begins the body. */
function readHeadLine(head: Head, line: Line, below: readonly Line[]): Head | null {
  const { draft } = head;
  const { text } = line;
  if (text.length > MAX_RULE_LINE) return null;
  if (draft.title !== null && isSameTitle(text, draft.title)) {
    return cut(head, line, "duplicate-title");
  }
  if (isDomain(text)) return cut(withOutlet(head, text), line, "domain-line");
  const stamp = readStamp(text, draft.language);
  if (stamp !== null && (draft.title !== null || stamp.names === null || below.length === 0)) {
    return cut(applyStamp(head, stamp, text), line, "byline");
  }
  if (draft.title === null && draft.standfirst === null) {
    const titled = readTitleLine(head, line, below);
    if (titled !== null) return titled;
  }
  const hasRoom = draft.title !== null && head.names.length < MAX_NAME_LINES;
  if (hasRoom && (isName(text) || isNameAbove(text, below, draft))) {
    return { ...head, names: [...head.names, line] };
  }
  if (draft.standfirst === null && isStandfirst(line, below, draft)) {
    return keep({ ...head, draft: { ...draft, standfirst: text } }, line);
  }
  return null;
}

function isSameTitle(text: string, title: string): boolean {
  return text.length <= MAX_TITLE_LENGTH && comparable(text) === comparable(title);
}

function cut(head: Head, line: Line, rule: RuleName): Head {
  head.rules.set(line, rule);
  return head;
}

function keep(head: Head, line: Line): Head {
  head.kept.add(line);
  return head;
}

function withOutlet(head: Head, outlet: string): Head {
  return { ...head, draft: { ...head.draft, outlet: head.draft.outlet ?? outlet } };
}

function applyStamp(head: Head, stamp: Stamp, quote: string): Head {
  const { draft } = head;
  const { authors, agency, outlet } = splitNames(stamp.names, stamp.isLabelled);
  if (stamp.date !== null) {
    head.dates.push({ date: stamp.date, time: stamp.time, quote, from: "line" });
  }
  return {
    ...head,
    draft: {
      ...draft,
      byline: draft.byline ?? authors,
      agency: draft.agency ?? agency,
      outlet: draft.outlet ?? outlet,
      dateline: draft.dateline ?? stamp.place,
    },
  };
}

function readTitleLine(head: Head, line: Line, below: readonly Line[]): Head | null {
  const [next, ...rest] = below;
  if (next === undefined) return null;
  const words = countWords(line.text, MAX_LABEL_WORDS);
  const isLabel = words <= MAX_LABEL_WORDS && countWords(next.text, words + 1) > words + 1;
  if (isLabel && isTitle(next.text) && rest.length > 0) {
    if (words === 1 || !isName(line.text) || !hasOutletWord(line.text)) {
      return cut(head, line, "section-label");
    }
    return cut(withOutlet(head, line.text), line, "outlet-line");
  }
  if (!isTitle(line.text) || !below.some(({ text }) => isProse(text))) return null;
  const bar = line.text.lastIndexOf(" | ");
  const site = bar === -1 ? "" : line.text.slice(bar + 3);
  if (bar === -1 && isWrappedTitle(line, next, rest[0])) {
    const title = `${line.text} ${next.text}`;
    return keep(keep({ ...head, draft: { ...head.draft, title } }, line), next);
  }
  if (site === "" || !isName(site)) {
    return keep({ ...head, draft: { ...head.draft, title: line.text } }, line);
  }
  const suffix = {
    rule: "title-site-suffix",
    start: line.end - (line.text.length - bar - 1),
    end: line.end,
  } as const;
  const title = line.text.slice(0, bar).trimEnd();
  const draft = { ...head.draft, title, cuts: [...head.draft.cuts, suffix] };
  return keep(withOutlet({ ...head, draft }, site), line);
}

/** The line below goes on in lower case, and a gap stands below that. */
function isWrappedTitle(line: Line, next: Line, after: Line | undefined): boolean {
  if (next.gap || after?.gap !== true || !/^\p{Ll}/u.test(next.text)) return false;
  return isTitle(`${line.text} ${next.text}`);
}

/** Short, and no statement: a headline may ask, exclaim or trail off, but has no full stop. */
function isTitle(text: string): boolean {
  const words = countWords(text, MAX_TITLE_WORDS);
  if (words > MAX_TITLE_WORDS || text.length > MAX_TITLE_LENGTH || /[:,;،؛]$/u.test(text)) {
    return false;
  }
  if (/(?:…|\.\.\.)$/u.test(text)) return words <= MAX_TRAILING_OFF_WORDS;
  return !endsStatement(text);
}

function isProse(text: string): boolean {
  return endsSentence(text) || countWords(text.slice(0, MAX_RULE_LINE), 12) >= 12;
}

function isName(text: string): boolean {
  return isNameLine(text) || (isCaselessLabel(text) && hasOutletWord(text));
}

/** Where letters have no case, the date that stands below tells a name. */
function isNameAbove(text: string, below: readonly Line[], { language }: Draft): boolean {
  if (!isCaselessLabel(text)) return false;
  const near = below.slice(0, MAX_NAME_LINES - 1);
  return near.some((line) => readStamp(line.text, language) !== null);
}

function isCaselessLabel(text: string): boolean {
  return !hasCase(text) && countWords(text, 4) <= 4 && !endsSentence(text);
}

/**
 * A sentence that stands apart from the body: a subtitle without a stop, or a lead line glued to an
 * exporter's prefix or followed by byline, outlet or dateline. Where the line below might as well be
 * a heading, the paragraph below must restate the lead.
 */
function isStandfirst(line: Line, below: readonly Line[], draft: Draft): boolean {
  const { text } = line;
  const words = countWords(text, STANDFIRST_WORDS.most);
  const [next, afterNext] = below;
  if (next === undefined || words < STANDFIRST_WORDS.fewest || words > STANDFIRST_WORDS.most) {
    return false;
  }
  if (!isOneSentence(text) || /[:,;]$/u.test(text)) return false;
  const isSetApart =
    isDomain(next.text) ||
    readStamp(next.text, draft.language) !== null ||
    findDateline(next.text, draft.language) !== null;
  if (!endsSentence(text)) {
    return draft.title !== null && (isSetApart || isName(next.text) || isProse(next.text));
  }
  if (line.glued) return sharedWords(text, next.text) >= RESTATED;
  if (isSetApart) return true;
  if (!isName(next.text) || afterNext === undefined) return false;
  return hasOutletWord(next.text) || sharedWords(text, afterNext.text) >= RESTATED;
}

/** A lone name is the outlet's; where the outlet is known, or another name says so, the author's. */
function nameOutletAndAuthor(head: Head): Head {
  let { outlet, byline } = head.draft;
  const rules = new Map(head.rules);
  const isKnown = outlet !== null;
  const spoken = head.names.find((line) => hasOutletWord(line.text));
  const outletLine = isKnown
    ? undefined
    : (spoken ?? (byline === null ? head.names[0] : head.names.at(-1)));
  for (const line of head.names) {
    if (line === outletLine) {
      outlet = line.text;
      rules.set(line, "outlet-line");
    } else if (outlet !== null && comparable(outlet) === comparable(line.text)) {
      rules.set(line, "outlet-line");
    } else if (byline === null) {
      byline = line.text;
      rules.set(line, "byline");
    } else rules.set(line, "section-label");
  }
  const dates = [...head.draft.dates, ...head.dates];
  return { ...head, rules, draft: { ...head.draft, outlet, byline, dates } };
}

const COPIES_WITHIN = 10;

/** A title that a page repeats below its first paragraphs. */
function dropLateCopies(draft: Draft): Draft {
  const { title } = draft;
  if (title === null) return draft;
  const copies = draft.lines.slice(0, COPIES_WITHIN).filter(({ text }) => isSameTitle(text, title));
  return withoutLines(draft, new Map(copies.map((line) => [line, "duplicate-title"])));
}
