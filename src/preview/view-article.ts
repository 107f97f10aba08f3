/** A study and an article's id in, the article out as the preview shows it, what is cited marked. */
import { allCitationsOf, slotsOf } from "../issue/index.js";
import { type Article, articleDay } from "../model/article.js";
import type { Issue } from "../model/issue.js";
import type { Study } from "../study/study-period.js";
import { directionOf } from "../templating/index.js";
import type { ArticleText } from "./shapes.js";

/** Null where the issue has no such article. */
export function viewArticle(study: Study, id: string): ArticleText | null {
  const { selection, relations, issue, analyses } = study;
  const { inPeriod, background, leftOut } = selection;
  const all = [...inPeriod, ...background, ...leftOut.map(({ article }) => article)];
  const article = all.find((candidate) => candidate.id === id);
  if (article === undefined) return null;
  const group = analyses.has(id)
    ? relations.reprints.find(({ members }) => members.includes(id))
    : undefined;
  return {
    id,
    file: article.file,
    title: article.title,
    outlet: article.outlet,
    date: articleDay(article),
    language: article.language,
    direction: directionOf(article.language),
    paragraphs: placeParagraphs(article),
    passages: citedPassages(issue, id),
    reprints: (group?.members ?? []).filter((member) => member !== id),
  };
}

/** Paragraphs are parted by an empty line in the cleaned text. */
function placeParagraphs({ paragraphs }: Article): ArticleText["paragraphs"] {
  let start = 0;
  return paragraphs.map((text) => {
    const placed = { start, text };
    start += text.length + "\n\n".length;
    return placed;
  });
}

function citedPassages(issue: Issue, id: string): ArticleText["passages"] {
  const passages = new Map<string, { start: number; end: number; statements: string[] }>();
  const passageAt = (start: number, end: number) => {
    const key = `${start}-${end}`;
    const passage = passages.get(key) ?? { start, end, statements: [] };
    passages.set(key, passage);
    return passage;
  };
  for (const { article, start, end } of allCitationsOf(issue)) {
    if (article === id) passageAt(start, end);
  }
  for (const { statement } of slotsOf(issue)) {
    for (const { article, start, end } of statement.citations) {
      if (article !== id) continue;
      const { statements } = passageAt(start, end);
      if (!statements.includes(statement.id)) statements.push(statement.id);
    }
  }
  return [...passages.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
