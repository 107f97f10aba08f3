/** The sources of an edition in, the table that names them out. */
import type { EditionSource } from "../edition.js";
import { linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { editionPlace, outletPlace } from "../places.js";
import type { Words } from "../words.js";
import type { EditionView } from "./edition-page.js";

export function sourcesTable({ brief, version, issue, words, path }: EditionView): Markup {
  const { say } = words;
  const { edition } = version;
  // Outlet pages tell of latest versions alone.
  const hasPages = issue.latest === edition;
  const rows = edition.sources.map((source) => {
    const place = editionPlace(edition, passagesPlace(source));
    const outlets = source.outlets.map(({ key, name }, at) => {
      const shown = hasPages
        ? html`<a href="${linkTo(path, outletPlace(brief.id, key))}"><bdi>${name}</bdi></a>`
        : html`<bdi>${name}</bdi>`;
      return at === 0 ? shown : html` · ${shown}`;
    });
    return html`<tr><td class="number">${source.number}</td><td><a href="${linkTo(path, place)}">${titleWords(source, words)}</a></td><td>${outlets.length === 0 ? html`<span class="soft">${say("unknown-outlet")}</span>` : outlets}</td><td>${dayWords(source, words)}</td></tr>`;
  });
  return html`<section>
<h2 id="sources">${say("sources")}</h2>
<div class="wide" role="region" aria-labelledby="sources" tabindex="0"><table>
<thead><tr><th scope="col"><abbr title="${say("source-number")}">#</abbr></th><th scope="col">${say("title")}</th><th scope="col">${say("outlet")}</th><th scope="col">${say("day")}</th></tr></thead>
<tbody>
${rows}
</tbody>
</table></div>
</section>
`;
}

/** Below the folder of an edition. */
export function passagesPlace({ article }: EditionSource): string {
  return `evidence/${article}/index.html`;
}

export function titleWords({ title, language }: EditionSource, words: Words): Markup {
  const own = language === words.language ? NOTHING : html` lang="${language}"`;
  return html`<span dir="auto"${own}>${title}</span>`;
}

export function dayWords({ day, isInferred }: EditionSource, words: Words): Markup {
  if (day === null) return html`<span class="soft">${words.say("no-day")}</span>`;
  const badge = isInferred ? html` <span class="badge">${words.say("inferred")}</span>` : NOTHING;
  return html`${words.day(day)}${badge}`;
}
