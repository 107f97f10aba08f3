/** The archive in, the page of its search out; without a script it leads to the lists. */
import { linkTo } from "../link.js";
import { html, NOTHING } from "../markup.js";
import { briefPlace, outletsPlace, SEARCH, shardPlace, themesPlace } from "../places.js";
import { shardYears } from "../search/build-shards.js";
import type { Site } from "../site.js";
import { framePage } from "./frame.js";

/** What the script says. */
const SAID = ["ask", "loading", "failed", "none", "found", "more"] as const;

export function searchPage(site: Site): Uint8Array {
  const words = site.wordsOf(site.language);
  const { say, forms } = words;
  const said = Object.fromEntries(SAID.map((key) => [key, forms(`search.${key}`)]));
  const shards = shardYears(site).map((year) => [year, linkTo(SEARCH, shardPlace(year))]);
  const ways = site.briefs.map((brief) => {
    const own = site.wordsOf(brief.language);
    return html`<li lang="${own.language}" dir="${own.direction}"><a href="${linkTo(SEARCH, briefPlace(brief.id))}">${brief.title}</a>: <a href="${linkTo(SEARCH, themesPlace(brief.id))}">${own.say("themes")}</a>, <a href="${linkTo(SEARCH, outletsPlace(brief.id))}">${own.say("outlets")}</a></li>`;
  });
  const choice =
    site.briefs.length < 2
      ? NOTHING
      : html`<span class="field choice"><label for="in">${say("search.brief")}</label>
<select id="in" name="in"><option value="">${say("search.every-brief")}</option>${site.briefs.map(({ id, title }) => html`<option value="${id}">${title}</option>`)}</select></span>
`;
  const main = html`<h1>${say("search.title")}</h1>
<form id="search" class="search" role="search" method="get" data-shards="${JSON.stringify(shards)}" data-words="${JSON.stringify(said)}">
<span class="field"><label for="q">${say("search.label")}</label>
<input id="q" name="q" type="search" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false"></span>
${choice}<button>${say("search.button")}</button>
</form>
<p id="said" role="status"></p>
<ol id="found" class="found"></ol>
<p><button id="more" type="button" hidden></button></p>
<noscript><p>${say("search.without-script")}</p></noscript>
<ul class="ways">
${ways}
</ul>`;
  return framePage(site, {
    path: SEARCH,
    title: say("search.title"),
    words,
    brief: null,
    main,
    searches: true,
  });
}
