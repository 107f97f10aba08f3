/** Readings and what reading refused to one page that needs nothing else: no script, no network. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { type PageArticle, ruleSentence } from "./page-article.js";
import { PAGE_STYLE } from "./page-style.js";
import { languageAttributes, pageText } from "./page-text.js";
import { addTallies, counted, type Tally } from "./reading-tally.js";

/** Tells a page of ours from a file that must not be written over. */
export const PAGE_MARK = '<meta name="generator" content="Briefwright: inspect reading">';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export function readingPage(
  articles: readonly PageArticle[],
  diagnostics: readonly Diagnostic[],
): string {
  const tally = addTallies(articles.map((article) => article.tally));
  const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${PAGE_MARK}
<title>Reading: ${counted(articles.length, "article")}</title>
<style>
${PAGE_STYLE}
</style>
</head>
<body>
<header class="page">
<h1>What reading kept and removed</h1>
<p>${summaryOf(articles, tally, diagnostics)}</p>
<p class="legend">What stands beside a paragraph came after it in the file, and was removed by the rule named above it.</p>
</header>
`;
  return [
    head,
    indexOf(articles),
    rulesOf(tally),
    "<main>\n",
    ...articles.map(({ html }) => html),
    "</main>\n",
    noticesOf(diagnostics),
    "</body>\n</html>\n",
  ].join("");
}

function summaryOf(
  articles: readonly PageArticle[],
  tally: Tally,
  diagnostics: readonly Diagnostic[],
): string {
  const notices =
    diagnostics.length === 0
      ? ""
      : ` <a href="#notices">${counted(diagnostics.length, "notice")}</a> at the end.`;
  return `${counted(articles.length, "article")}: ${counted(tally.kept, "character")} kept, ${counted(tally.removed, "character")} removed in ${counted(tally.parts, "part")}.${notices}`;
}

function indexOf(articles: readonly PageArticle[]): string {
  if (articles.length === 0) return "";
  const rows = articles.map(
    ({ anchor, file, title, language, day, isInferred, tally }) =>
      `<tr><td><a href="#${anchor}"><span${languageAttributes(language)}>${pageText(title)}</span></a><br><span class="file"><bdi>${pageText(file)}</bdi></span></td><td class="day">${dayOf(day, isInferred)}</td><td class="number">${tally.paragraphs}</td><td class="number">${tally.parts}</td><td>${shareOf(tally)}</td></tr>`,
  );
  return `<nav aria-labelledby="articles">
<h2 id="articles">Articles</h2>
<table class="list articles">
<thead><tr><th scope="col">Article</th><th scope="col">Day</th><th scope="col" class="number">Paragraphs</th><th scope="col" class="number">Removed parts</th><th scope="col">Kept</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</nav>
`;
}

function dayOf(day: string, isInferred: boolean): string {
  if (day === "") return '<span class="note">not known</span>';
  return isInferred ? `${pageText(day)}<br><span class="note">inferred</span>` : pageText(day);
}

/** Kept text as a share of kept and removed. */
function shareOf({ kept, removed }: Tally): string {
  const percent = kept + removed === 0 ? 0 : Math.round((100 * kept) / (kept + removed));
  return `<span class="bar" aria-hidden="true"><span style="width:${percent}%"></span></span> ${percent} %`;
}

function rulesOf({ rules }: Tally): string {
  if (rules.length === 0) return "";
  const rows = rules.map(
    ({ rule, parts, units }) =>
      `<tr><th scope="row"><code>${pageText(rule)}</code></th><td>${ruleSentence(rule)}</td><td class="number">${parts.toLocaleString("en")}</td><td class="number">${units.toLocaleString("en")}</td></tr>`,
  );
  return `<section aria-labelledby="rules">
<h2 id="rules">Removed, by rule</h2>
<table class="list">
<thead><tr><th scope="col">Rule</th><th scope="col">What it takes out</th><th scope="col" class="number">Parts</th><th scope="col" class="number">Characters</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</section>
`;
}

function noticesOf(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return "";
  return `<section class="notices" aria-labelledby="notices">
<h2 id="notices">Refused, or worth a look</h2>
<ul>
${diagnostics.map(noticeOf).join("\n")}
</ul>
</section>
`;
}

function noticeOf({ severity, place, message, hint }: Diagnostic): string {
  const position = [place?.file, place?.line, place?.column].filter((part) => part !== undefined);
  const where =
    position.length === 0 ? "" : `<bdi class="file">${pageText(position.join(":"))}</bdi> `;
  const advice = hint === undefined ? "" : `<br><span class="note">${pageText(hint)}</span>`;
  return `<li class="${severity}"><strong>${severity}</strong> ${where}${pageText(message)}${advice}</li>`;
}
