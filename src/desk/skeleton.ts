/**
 * An issue as it stands in, the text of its desk notes to begin with out: all of it comments. With the
 * first "# " taken from every line that has one, it is a file of notes; "##" opens what is for people.
 */

import { slotsOf } from "../issue/index.js";
import type { Issue, IssueTheme, Statement } from "../model/issue.js";

/** @param standing names of the standing paragraphs that there are */
export function notesSkeleton(issue: Issue, standing: readonly string[]): string {
  const { brief, id, period, themes } = issue;
  const told = distinct(slotsOf(issue).map(({ statement }) => statement));
  const [first, second] = told;
  const last = told.at(-1);
  const [theme] = themes;
  const files = filesOf(issue);
  const file = issue.sources[0]?.file ?? "article.html";
  const cites = first === undefined ? "[]" : `[${first.id}]`;
  const sections = [
    [
      `## Desk notes of ${brief.id} ${id}, ${period.from} to ${period.to}: the desk's words and decisions.`,
      "## The program reads this file and changes nothing in it unasked. Take the first # and its space",
      `## from the lines that you want, and write your own words. Then: brief desk check ${id}`,
    ],
    [
      "## Bottom line and key messages in your words, in the place of those that are chosen. A line cites",
      "## statements by id, or {article: …, words: …}; without any it is marked as a desk judgement.",
      "# bottomLine:",
      '#   - text: "…"',
      `#     cites: ${cites}`,
      "# keyMessages:",
      '#   - text: "…"',
      `#     cites: ${cites}`,
      ...listed(headOf(issue), files),
    ],
    [
      "## What to watch: a day, 2021-06, 2021-W24, two days as 2021-06-14 to 2021-06-18, or no date.",
      "# watch:",
      `#   - date: ${issue.nextIssue ?? period.to}`,
      '#     text: "…"',
    ],
    [
      "## What has to be in the brief, before what is chosen: a statement, an article, or words of one.",
      "# pins:",
      ...(second === undefined ? [] : [`#   - ${itemOf(second)}`]),
      `#   - {article: ${quoted(file)}${theme === undefined ? "" : `, theme: ${quoted(theme.id)}`}}`,
    ],
    [
      "## What must not be in it; the coverage prints the reason.",
      "# exclude:",
      ...(last === undefined || last === first || last === second
        ? ['#   - {article: "a.html", reason: "…"}']
        : [`#   - statement: ${last.id}`, '#     reason: "…"']),
    ],
    [
      "## Status (up, same and down need a last issue and a reason), assessment, and what is moved: to move",
      "## a statement, remove it under one theme and add it under the other.",
      "# themes:",
      ...themes.flatMap((one) => themeLines(one, files)),
    ],
    [
      "## Reports of one event, and reports that only look like it.",
      "# stories:",
      "#   merge: []",
      "#   split: []",
      "## What was wrong in an earlier version.",
      "# corrections: []",
      "## Standing paragraphs by name: scope is corpus/desk/standing/scope.md.",
      `# standing: [${standing.join(", ")}]`,
    ],
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** What page 1 says as it stands. */
function headOf({ bottomLine, keyMessages }: Issue): readonly Statement[] {
  return distinct([...bottomLine, ...keyMessages]);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function themeLines(theme: IssueTheme, files: ReadonlyMap<string, string>): string[] {
  const { id, title, status, reports, origins } = theme;
  const name = title.en ?? Object.values(title)[0] ?? id;
  const told = distinct([
    ...theme.happened,
    ...theme.says.map(({ statement }) => statement),
    ...theme.background,
  ]);
  return [
    `## ${plain(name)}: ${counted(reports.length, "report")} of ${counted(origins.length, "origin")}.`,
    `#   ${quoted(id)}:`,
    `#     status: ${status === "up" || status === "down" || status === "same" ? "not-assessed" : status}`,
    '#     reason: "…"',
    '#     assessment: "…"',
    "#     add: []",
    "#     remove: []",
    ...listed(told, files),
  ];
}

/** Ready to be copied under pins:, exclude:, add: or remove:. */
function listed(statements: readonly Statement[], files: ReadonlyMap<string, string>): string[] {
  return statements.map((statement) => {
    const file = files.get(statement.citations[0]?.article ?? "") ?? "";
    return `##   - ${itemOf(statement)} # ${plain(file)}`;
  });
}

function itemOf({ id, text }: Statement): string {
  return `{statement: ${id}, words: ${JSON.stringify(firstWords(text))}}`;
}

/** Enough to know it by, and to find it again when its article has changed; UTF-16 code units. */
const MOST_WORDS = 70;

function firstWords(text: string): string {
  const line = plain(text).replace(/^\[…\] /, "");
  if (line.length <= MOST_WORDS) return line;
  return line.slice(0, line.lastIndexOf(" ", MOST_WORDS) + 1 || MOST_WORDS).trim();
}

/** In one line, without what a terminal or an editor acts on. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** A name that YAML would read as something else stands in quotation marks. */
function quoted(name: string): string {
  return /^[\w./-]*[A-Za-z_][\w./-]*$/.test(name) &&
    !/^(?:true|false|null|y|n|yes|no|on|off)$/i.test(name)
    ? name
    : JSON.stringify(name);
}

function filesOf({ sources }: Issue): ReadonlyMap<string, string> {
  return new Map(sources.map(({ article, file }) => [article, file]));
}

function distinct(statements: readonly Statement[]): Statement[] {
  return [...new Map(statements.map((statement) => [statement.id, statement])).values()];
}
