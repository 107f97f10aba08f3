/**
 * An edition in, a page for each source with the words that are cited of it out, at the places and under
 * the ids that evidence beside an issue has. No more than is quoted: a whole article is its publisher's to show.
 */
import type { ArchivedBrief } from "../archive.js";
import type { Edition, EditionCopies, EditionSource } from "../edition.js";
import { linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { editionPlace } from "../places.js";
import type { Site } from "../site.js";
import { PASSAGES } from "./copy-links.js";
import { framePage } from "./frame.js";
import { dayWords, passagesPlace, titleWords } from "./sources-table.js";

/** @returns pages by path below the site, for the copies of each language */
export function passagesPages(
  site: Site,
  brief: ArchivedBrief,
  edition: Edition,
): Map<string, Uint8Array> {
  const pages = new Map<string, Uint8Array>();
  for (const [at, copies] of edition.copies.entries()) {
    const below = at === 0 ? "" : `${copies.language}/`;
    const view = { site, brief, edition, copies, below, words: site.wordsOf(copies.language) };
    const all = editionPlace(edition, below + PASSAGES);
    pages.set(all, listPage(view, all));
    for (const source of edition.sources) {
      const path = editionPlace(edition, below + passagesPlace(source));
      pages.set(path, sourcePage(view, source, path));
    }
  }
  return pages;
}

interface PassagesView {
  readonly site: Site;
  readonly brief: ArchivedBrief;
  readonly edition: Edition;
  readonly copies: EditionCopies;
  /** Folder of the language below that of the edition. */
  readonly below: string;
  readonly words: ReturnType<Site["wordsOf"]>;
}

function listPage({ site, brief, edition, below, copies, words }: PassagesView, path: string) {
  const { marking, sources } = edition;
  const items = sources.map((source) => {
    const place = editionPlace(edition, below + passagesPlace(source));
    return html`<li value="${source.number}"><a href="${linkTo(path, place)}">${titleWords(source, words)}</a> <span class="soft">${outletNames(source)}</span></li>`;
  });
  const main = html`<h1>${words.say("passages")}</h1>
<p>${backLink(path, edition, copies, null, words.say("evidence.back"))}</p>
<ol>
${items}
</ol>`;
  const title = `${words.say("passages")}: ${edition.title}, ${words.say("issue", { number: edition.number })}`;
  return framePage(site, { path, title, words, brief, marking, main, canonical: null });
}

function sourcePage(
  { site, brief, edition, below, copies, words }: PassagesView,
  source: EditionSource,
  path: string,
): Uint8Array {
  const { number, title, language, passages, url } = source;
  const own = language === words.language ? NOTHING : html` lang="${language}"`;
  const quotes = passages.map(
    ({ start, end, quote }) =>
      html`<blockquote id="${`p-${start}-${end}`}" dir="auto"${own}>${quote}</blockquote>\n`,
  );
  const main = html`<h1>${titleWords(source, words)}</h1>
<p class="soft">${words.say("source", { number })} · ${outletNames(source)} · ${dayWords(source, words)}</p>
<p>${backLink(path, edition, copies, `source-${number}`, words.say("evidence.back"))} · <a href="${linkTo(path, editionPlace(edition, below + PASSAGES))}">${words.say("evidence.all")}</a></p>
${url === null ? NOTHING : html`<p>${words.say("evidence.address")}: <a href="${url}" rel="noopener noreferrer external"><bdi>${url}</bdi></a></p>\n`}<h2>${words.say("evidence.cited")}</h2>
<p class="soft">${words.say("evidence.note")}</p>
${quotes}`;
  const { marking } = edition;
  const name = words.say("evidence.title", { number, title });
  return framePage(site, { path, title: name, words, brief, marking, main, canonical: null });
}

function outletNames({ outlets }: EditionSource): Markup {
  return html`${outlets.map(({ name }, at) => html`${at === 0 ? "" : " · "}<bdi>${name}</bdi>`)}`;
}

function backLink(
  path: string,
  edition: Edition,
  { page }: EditionCopies,
  anchor: string | null,
  name: string,
): Markup {
  const place = editionPlace(edition, page ?? undefined);
  return html`<a href="${linkTo(path, place, page === null ? null : anchor)}">${name}</a>`;
}
