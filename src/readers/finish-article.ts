/** A draft to the finished article: title, date with its evidence, paragraphs, what was removed. */
import { type Article, articleText, type Published } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { parseDay } from "../text/dates-calendar.js";
import { splitSentences } from "../text/sentences.js";
import { sha256 } from "../text/sha256.js";
import { articleId, idOfHash } from "./article-id.js";
import type { Draft, StatedDate } from "./draft.js";
import { findForeign } from "./foreign-paragraphs.js";
import { containerOf, type RawFile, type ReadResult, refuse } from "./reader.js";
import { tooLong } from "./too-long.js";

/**
 * Makes the article, unless it is longer than articles are; a draft has at least one line of body.
 * @param part the raw text of the article where the file holds others too
 */
export function finishArticle(stated: Draft, source: RawFile, part?: string): ReadResult {
  const draft = { ...stated, outlet: source.outlet ?? stated.outlet };
  const paragraphs = draft.lines.map((line) => line.text);
  const fault = tooLong([draft.title ?? "", draft.standfirst ?? "", ...paragraphs], source.file);
  if (fault !== null) return refuse(fault);
  const container = containerOf(source);
  const url = draft.url ?? (part === undefined ? (source.url ?? null) : null);
  const identity = url ?? part;
  // The hash of a whole file is made once.
  const isWhole = identity === undefined && source.container === undefined;
  const id = isWhole ? idOfHash(container.sha256) : articleId(identity ?? source.bytes);
  const article: Article = {
    id,
    file: source.file,
    format: draft.format,
    url,
    title: draft.title ?? deriveTitle(draft.standfirst ?? paragraphs[0] ?? "", draft.language),
    titleDerived: draft.title === null,
    standfirst: draft.standfirst,
    byline: draft.byline,
    outlet: draft.outlet,
    agency: draft.agency,
    chain: chainOf(draft),
    dateline: draft.dateline,
    published: readPublished(id, draft.dates),
    modified: readPublished(id, draft.modified === null ? [] : [draft.modified]),
    inferred: null,
    language: draft.language,
    foreign: findForeign(paragraphs, draft.language),
    paragraphs,
    removed: [...draft.cuts]
      .sort((a, b) => a.start - b.start)
      .map(({ rule, start, end }) => ({ rule, text: draft.raw.slice(start, end) })),
    repairs: [...draft.repairs],
    raw: draft.raw,
    container: container.file,
    rawSha256: container.sha256,
    textSha256: sha256(articleText({ paragraphs })),
    ...(part === undefined && source.fetched ? { fetched: source.fetched } : {}),
    ...(part === undefined && source.archived ? { archived: source.archived } : {}),
  };
  return { articles: [article], diagnostics: conflictingDates(draft.dates, source.file) };
}

/** Outlet, carriers, agency: each once. */
function chainOf({ outlet, carriers, agency }: Draft): string[] {
  const links = [outlet, ...carriers, agency].filter((link) => link !== null);
  return links.filter((link, index) => links.indexOf(link) === index);
}

const MAX_DERIVED_TITLE = 90;

/** The first sentence, cut between words where it is long. */
function deriveTitle(text: string, language: string): string {
  const sentence = splitSentences(text.slice(0, 1000), language)[0]?.text ?? text;
  if (sentence.length <= MAX_DERIVED_TITLE) return sentence.replace(/[.。]$/u, "");
  const front = sentence.slice(0, MAX_DERIVED_TITLE);
  const end = front.lastIndexOf(" ");
  const cut = end > MAX_DERIVED_TITLE / 2 ? front.slice(0, end) : wholeCharacters(front);
  return `${cut.replace(/[\s,;:–—-]+$/u, "")}…`;
}

/** Without half of a surrogate pair at the end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/u, "");
}

const TRUST: Readonly<Record<StatedDate["from"], number>> = {
  prefix: 0,
  metadata: 1,
  line: 2,
  dateline: 3,
};

/** The day by the most trusted of the places that state one; every agreeing place is evidence. */
function readPublished(id: string, dates: readonly StatedDate[]): Published | null {
  const [first] = [...dates].sort((a, b) => TRUST[a.from] - TRUST[b.from]);
  if (first === undefined) return null;
  const agreeing = dates.filter(({ date }) => date === first.date);
  const time = agreeing.find((stated) => stated.time !== null)?.time ?? null;
  const evidence = agreeing.map(({ quote }) => ({ article: id, quote }));
  return time === null
    ? { date: first.date, precision: "day", evidence }
    : { date: first.date, time, precision: "minute", evidence };
}

/** A report may be filed the day before it is printed; further apart, someone should look. */
function conflictingDates(dates: readonly StatedDate[], file: string): Diagnostic[] {
  const days = dates.flatMap(({ date }) => parseDay(date) ?? []);
  if (days.length === 0 || Math.max(...days) - Math.min(...days) <= 1) return [];
  return [
    {
      code: "conflicting-dates",
      severity: "warning",
      message: `states several dates of publication: ${[...new Set(dates.map(({ date }) => date))].join(", ")}`,
      place: { file },
      hint: "correct the wrong one in the file",
    },
  ];
}
