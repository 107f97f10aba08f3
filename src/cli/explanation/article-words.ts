/** An article's explanation to sections: bytes, what was removed, metadata, themes, story, passages, statements. */
import type { ArticleTheme } from "../../model/analysis.js";
import type { Inferred, Published } from "../../model/article.js";
import type { ArticleExplanation, Clip, Group, Origin, Printed } from "../../model/explanation.js";
import type { CoverageEntry } from "../../model/issue.js";
import { count, round } from "./choice-words.js";
import type { Row, Section } from "./section.js";

export function articleSections(explanation: ArticleExplanation): Section[] {
  const { entry, number, origin, metadata, removed, repairs, passages } = explanation;
  return [
    { title: null, rows: headRows(entry, number) },
    { title: "Bytes", rows: origin === null ? [] : originRows(origin) },
    {
      title: "Removed and mended",
      rows: [...removed.flatMap(removedRows), ...repairs.map(repairRow)],
    },
    { title: "Metadata", rows: metadata === null ? [] : metadataRows(metadata, entry) },
    {
      title: "Themes",
      rows: explanation.themes.filter(({ score }) => score !== 0).flatMap(themeRows),
    },
    { title: "Story and copies", rows: groupRows(explanation) },
    {
      title: `Passages (${passages.length}); brief explain ${entry.file}:<start> says more of one`,
      rows: passages.flatMap(passageRows),
    },
    { title: "On the page", rows: printedRows(explanation.statements) },
  ];
}

export function headRows(entry: CoverageEntry, number: number | null): Row[] {
  const { file, article, fate, reason, why, of, by } = entry;
  const cited = number === null ? "" : ` [${number}]`;
  const beside = by === undefined ? [] : [{ text: `in its place: ${by} of ${of ?? ""}`, depth: 1 }];
  const other = by === undefined && of !== undefined ? [{ text: `see ${of}`, depth: 1 }] : [];
  return [
    { text: `${file}${article === null ? "" : ` (${article})`}${cited}` },
    { text: `${fate}: ${reason}${why === null ? "" : ` (${why})`}`, depth: 1 },
    ...beside,
    ...other,
  ];
}

function originRows(origin: Origin): Row[] {
  const { container, bytes, sha256, unchanged, format, encoding, url, textSha256, characters } =
    origin;
  const size = bytes === null ? "" : `, ${count(bytes, "byte")}`;
  const now = unchanged === false ? " — the file is gone, or is not as it was read" : "";
  const reader = [format, encoding].filter((name) => name !== null).join(", ");
  return [
    { label: "file", text: `${container}${size}${now}` },
    { label: "SHA-256", text: sha256 },
    ...(reader === "" ? [] : [{ label: "read as", text: reader }]),
    ...(url === null ? [] : [{ label: "address", text: url }]),
    {
      label: "text",
      text: `${characters === null ? "not at hand" : count(characters, "character")}, SHA-256 ${textSha256}`,
    },
  ];
}

function removedRows({ rule, parts, words }: ArticleExplanation["removed"][number]): Row[] {
  const more = parts > words.length ? [{ text: `and ${parts - words.length} more`, depth: 1 }] : [];
  return [
    { label: rule, text: count(parts, "part") },
    ...words.map((part) => ({ text: quoted(part), depth: 1 })),
    ...more,
  ];
}

function repairRow({ rule, from, to }: ArticleExplanation["repairs"][number]): Row {
  return { label: rule, text: `“${from}” became “${to}”` };
}

type Metadata = NonNullable<ArticleExplanation["metadata"]>;

function metadataRows(metadata: Metadata, entry: CoverageEntry): Row[] {
  const { title, titleDerived, byline, outlet, agency, dateline, language } = metadata;
  const named = (label: string, text: string | null): Row[] =>
    text === null ? [] : [{ label, text }];
  // Who owns the agency is told where the article names no outlet.
  const isAgency = outlet !== null && outlet.name === agency;
  const owned = outlet === null ? null : `${outlet.name} (${outlet.ownership})`;
  return [
    { label: "title", text: `${title}${titleDerived ? " (made from the text)" : ""}` },
    { label: "outlet", text: isAgency || owned === null ? "not named" : owned },
    ...named("agency", isAgency ? owned : agency),
    ...named("byline", byline),
    ...named("dateline", dateline),
    { label: "language", text: language },
    {
      label: "day",
      text: entry.day === null ? "not known" : `${entry.day.day} (${entry.day.basis})`,
    },
    ...dateRows("published", metadata.published),
    ...dateRows("modified", metadata.modified),
    ...inferredRows(metadata.inferred),
  ];
}

function dateRows(label: string, date: Published | null): Row[] {
  if (date === null) return [];
  const text = `${date.date} ${date.time ?? ""}`.trimEnd();
  return [{ label, text }, ...date.evidence.map(evidenceRow)];
}

function inferredRows(inferred: Inferred | null): Row[] {
  if (inferred === null) return [];
  const [from, to] = inferred.window;
  const window = from === to ? "that day alone fits" : `between ${from} and ${to}`;
  return [
    { label: "inferred", text: `${inferred.date}, ${window}` },
    ...inferred.evidence.map(evidenceRow),
  ];
}

function evidenceRow({ quote, article }: Published["evidence"][number]): Row {
  return { text: `by “${quote.slice(0, MOST_QUOTED)}” in ${article}`, depth: 1 };
}

const MOST_QUOTED = 200;

export function themeRows(theme: ArticleTheme): Row[] {
  const { id, score, threshold, assigned, terms = [], override } = theme;
  const verdict = assigned ? "assigned" : "not assigned";
  const desk =
    override === undefined
      ? ""
      : `; ${override.kind} by the desk${override.reason === null ? "" : `: ${override.reason}`}`;
  const divided =
    theme.divisor === undefined ? "" : `, divided by ${theme.divisor} as nothing names the region`;
  const opening = theme.opening ? `, ${theme.opening} for the opening` : "";
  const told = terms.map(({ term, level, points }) => `${term} (${level}, ${round(points)})`);
  const parts = Object.entries(theme.parts ?? {}).map(([part, value]) => `${part} ${round(value)}`);
  return [
    { label: id, text: `${round(score)} of ${round(threshold)}, ${verdict}${desk}` },
    ...(told.length === 0 ? [] : [{ text: `by ${told.join(", ")}${opening}${divided}`, depth: 1 }]),
    ...(parts.length === 0 ? [] : [{ text: `in deviations: ${parts.join(", ")}`, depth: 1 }]),
  ];
}

function groupRows({ story, copies }: ArticleExplanation): Row[] {
  return [
    ...(story === null ? [] : storyRows(story)),
    ...(copies === null ? [] : membersOf("copies", copies)),
  ];
}

export function storyRows(story: Group): Row[] {
  if (story.members.length > 1) return membersOf("story", story);
  return [{ label: "story", text: `${story.id}: no other article tells it` }];
}

/** Members of a group that are listed. */
const MOST_MEMBERS = 12;

function membersOf(label: string, { id, origin, members }: Group): Row[] {
  const shown = members.slice(0, MOST_MEMBERS);
  const left = members.length - shown.length;
  return [
    { label, text: `${id}: ${count(members.length, "article")}` },
    ...shown.map(({ article, file, cited }) => {
      const first = article === origin ? ", the earliest copy" : "";
      return { text: `${file} (${article})${cited ? ", cited" : ""}${first}`, depth: 1 };
    }),
    ...(left > 0 ? [{ text: `and ${left} more`, depth: 1 }] : []),
  ];
}

/** Passages without a theme and without a place on the page are told by their words alone. */
function passageRows(passage: ArticleExplanation["passages"][number]): Row[] {
  const { start, end, text, themes, outcomes, printed } = passage;
  const scored = themes.map(({ id, score, terms }) => {
    const kind = outcomes.find(({ theme }) => theme === id)?.kind;
    return `${id} ${round(score)}${termWords(terms)}${kind === undefined ? "" : `: ${kind}`}`;
  });
  const place = printed.length === 0 ? [] : [`printed in ${printed.join(", ")}`];
  const notes = [...scored, ...place];
  return [
    { label: `${start}-${end}`, text: quoted(text) },
    ...(notes.length === 0 ? [] : [{ text: notes.join("; "), depth: 1 }]),
  ];
}

/** Words of a passage that matched; none where it follows from an example or from what stands beside it. */
export function termWords(terms: readonly string[]): string {
  return terms.length === 0 ? "" : ` by “${terms.join("”, “")}”`;
}

export function printedRows(statements: readonly Printed[]): Row[] {
  return statements.map(({ id, slots }) => ({ label: id, text: slots.join("; ") }));
}

export function quoted({ text, length }: Clip): string {
  return text.endsWith("…") ? `“${text}” (${count(length, "character")})` : `“${text}”`;
}
