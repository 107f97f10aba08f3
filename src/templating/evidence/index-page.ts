/** The articles that an issue cites in, the page that lists their evidence out. */
import type { EvidenceArticle } from "../../model/evidence.js";
import { dateWords } from "../date-words.js";
import { escapeHtml } from "../escape-html.js";
import type { Filling } from "../filling.js";
import { framePage } from "./page-frame.js";

export function evidenceIndexPage(articles: readonly EvidenceArticle[], filling: Filling): string {
  const word = (key: string, params = {}) => escapeHtml(filling.words(key, params));
  const head = ["sources.number", "sources.title", "sources.outlet", "sources.date"]
    .concat("evidence.passages")
    .map((key) => `<th scope="col">${word(key)}</th>`)
    .join("");
  const heading = filling.words("evidence.heading", { number: filling.view.issue.number });
  return framePage(filling, {
    title: `${filling.apart(filling.view.brief.title)}${filling.words("colon", {})}${heading}`,
    links: [`<a href="../brief.html">${word("evidence.back")}</a>`],
    main: `<h1>${escapeHtml(heading)}</h1>
<p class="note">${word("evidence.note")}</p>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${articles.map((article) => row(article, filling)).join("\n")}
</tbody>
</table>`,
  });
}

function row({ source, passages }: EvidenceArticle, filling: Filling): string {
  const outlet = source.outlet?.name ?? source.agency?.name ?? filling.words("cite.no-outlet", {});
  const date = source.published?.date ?? source.inferred?.date ?? null;
  const day = date === null ? filling.words("cite.no-date", {}) : dateWords(date, filling.language);
  const title = `<a href="${escapeHtml(source.article)}/index.html"><span${filling.foreign(source.article)}>${escapeHtml(source.title)}</span></a>`;
  const count = filling.words("evidence.count", { n: passages.length }, passages.length);
  return `<tr><th scope="row">${source.number}</th><td>${title}</td><td><bdi>${escapeHtml(outlet)}</bdi></td><td>${escapeHtml(day)}</td><td>${escapeHtml(count)}</td></tr>`;
}
