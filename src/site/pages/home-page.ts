/** The archive in, its first page out: every brief with its latest issue. */
import type { ArchivedBrief } from "../archive.js";
import { linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { briefPlace, HOME, outletsPlace, themesPlace } from "../places.js";
import type { Site } from "../site.js";
import { framePage } from "./frame.js";
import { issueItem } from "./parts.js";

export function homePage(site: Site): Uint8Array {
  const words = site.wordsOf(site.language);
  const cards = site.briefs.map((brief) => card(site, brief));
  const main = html`<h1>${site.title}</h1>
${cards.length === 0 ? html`<p>${words.say("empty")}</p>` : html`<div class="cards">${cards}</div>`}`;
  return framePage(site, { path: HOME, title: site.title, words, brief: null, main });
}

function card(site: Site, brief: ArchivedBrief): Markup {
  const words = site.wordsOf(brief.language);
  const { say, language, direction } = words;
  const latest = brief.issues.find(({ stands }) => stands) ?? brief.issues[0];
  return html`<section class="card" lang="${language}" dir="${direction}">
<h2><a href="${linkTo(HOME, briefPlace(brief.id))}">${brief.title}</a></h2>
${brief.desk === null ? NOTHING : html`<p class="soft">${say("desk")}: <bdi>${brief.desk}</bdi></p>`}
<h3>${say("latest")}</h3>
<ul class="issues">${latest === undefined ? NOTHING : issueItem(HOME, latest, words)}</ul>
<p class="ways"><a href="${linkTo(HOME, briefPlace(brief.id))}">${say("count.issues", { n: brief.issues.length })}</a> <a href="${linkTo(HOME, themesPlace(brief.id))}">${say("themes")}</a> <a href="${linkTo(HOME, outletsPlace(brief.id))}">${say("outlets")}</a></p>
</section>`;
}
