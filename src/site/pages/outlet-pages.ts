/** A brief in, its outlets out: for each which issues cite which of its articles. */
import { type ArchivedBrief, compareText } from "../archive.js";
import type { Edition, EditionOutlet, EditionSource } from "../edition.js";
import { linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { editionPlace, issuePlace, outletPlace, outletsPlace } from "../places.js";
import type { Site } from "../site.js";
import type { Words } from "../words.js";
import { framePage } from "./frame.js";
import { dayWords, passagesPlace, titleWords } from "./sources-table.js";

interface Citing {
  readonly edition: Edition;
  readonly sources: readonly EditionSource[];
}

interface CitedOutlet extends EditionOutlet {
  /** The newest first. */
  readonly citing: readonly Citing[];
}

/** @returns pages by path below the site */
export function outletPages(site: Site, brief: ArchivedBrief): Map<string, Uint8Array> {
  const outlets = outletsOf(brief);
  const pages = new Map([[outletsPlace(brief.id), listPage(site, brief, outlets)]]);
  for (const outlet of outlets) {
    const path = outletPlace(brief.id, outlet.key);
    pages.set(path, outletPage(site, brief, outlet, path));
  }
  return pages;
}

function outletsOf({ issues }: ArchivedBrief): readonly CitedOutlet[] {
  const named = issues.flatMap(({ latest: edition, stands }) =>
    stands
      ? edition.sources.flatMap((source) =>
          source.outlets.map((outlet) => ({ outlet, edition, source })),
        )
      : [],
  );
  return [...Map.groupBy(named, ({ outlet }) => outlet.key).values()]
    .flatMap(([first, ...others]) => (first === undefined ? [] : [[first, ...others] as const]))
    .map((found) => ({
      ...found[0].outlet,
      citing: [...Map.groupBy(found, ({ edition }) => edition)].map(([edition, cited]) => ({
        edition,
        sources: cited.map(({ source }) => source),
      })),
    }))
    .toSorted((a, b) => compareText(a.key, b.key));
}

function listPage(site: Site, brief: ArchivedBrief, outlets: readonly CitedOutlet[]): Uint8Array {
  const words = site.wordsOf(brief.language);
  const { say } = words;
  const path = outletsPlace(brief.id);
  const items = outlets.map(({ key, name, owner, citing }) => {
    const articles = citing.flatMap(({ sources }) => sources);
    const n = new Set(articles.map(({ article }) => article)).size;
    return html`<li><a href="${linkTo(path, outletPlace(brief.id, key))}"><bdi>${name}</bdi></a> <span class="soft">${say("count.articles", { n })} · ${say("count.issues", { n: citing.length })}</span>${ownerLine(owner)}</li>`;
  });
  const main = html`<h1>${say("outlets")}</h1>
<p class="soft">${say("outlets-intro")}</p>
${items.length === 0 ? html`<p>${say("empty")}</p>` : html`<ul class="list">\n${items}\n</ul>`}`;
  return framePage(site, { path, title: `${say("outlets")}, ${brief.title}`, words, brief, main });
}

function ownerLine(owner: string | null): Markup {
  return owner === null ? NOTHING : html` <span class="soft owner" dir="auto">${owner}</span>`;
}

function outletPage(
  site: Site,
  brief: ArchivedBrief,
  { name, owner, citing }: CitedOutlet,
  path: string,
): Uint8Array {
  const words = site.wordsOf(brief.language);
  const main = html`<h1><bdi>${name}</bdi></h1>
<p class="soft">${ownerLine(owner)}</p>
<p class="soft">${words.say("outlet-intro")}</p>
${citing.map((one) => citingSection(path, one, words))}`;
  return framePage(site, { path, title: `${name}, ${brief.title}`, words, brief, main });
}

function citingSection(path: string, { edition, sources }: Citing, words: Words): Markup {
  const { number, period } = edition;
  const heading = words.say("number-and-period", { number, period: words.period(period) });
  const items = sources.map((source) => {
    const place = editionPlace(edition, passagesPlace(source));
    return html`<li><a href="${linkTo(path, place)}">${titleWords(source, words)}</a> <span class="soft">${dayWords(source, words)}</span></li>`;
  });
  return html`<section>
<h2><a href="${linkTo(path, issuePlace(edition))}">${heading}</a></h2>
<ul>
${items}
</ul>
</section>
`;
}
