/** The content of a page in, the whole page out: it loads nothing but its own site, and runs nothing but the search. */
import type { ArchivedBrief } from "../archive.js";
import { addressOf, linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import {
  briefPlace,
  CLIENT,
  feedPlace,
  HOME,
  MARKINGS_STYLE,
  outletsPlace,
  SEARCH,
  STYLE,
  themesPlace,
} from "../places.js";
import type { Site } from "../site.js";
import type { Words } from "../words.js";

export interface Page {
  /** Below the site. */
  readonly path: string;
  /** Plain text. */
  readonly title: string;
  readonly description?: string;
  readonly words: Words;
  /** Null for a page that is of no brief. */
  readonly brief: ArchivedBrief | null;
  /** That of the site by default. */
  readonly marking?: string;
  readonly main: Markup;
  /** Where the same can be read for good; the page itself by default, null for none. */
  readonly canonical?: string | null;
  /** Whether the search runs in it. */
  readonly searches?: boolean;
}

const encoder = new TextEncoder();

export function framePage(site: Site, page: Page): Uint8Array {
  const { words, path, main, searches = false } = page;
  const { say } = words;
  const made = html`<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(searches)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${site.isPublic ? NOTHING : html`<meta name="robots" content="noindex, nofollow">\n`}${description(page)}<title>${titleOf(site, page)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${linkTo(path, STYLE)}">
<link rel="stylesheet" href="${linkTo(path, MARKINGS_STYLE)}">
${canonicalLink(site, page)}${feedLinks(site, page)}${searches ? html`<script src="${linkTo(path, CLIENT)}" defer></script>\n` : NOTHING}</head>
<body>
<a class="skip" href="#content">${say("skip")}</a>
<header class="top">
${marks(site, page)}
<div class="bar">
<a class="site-name" href="${linkTo(path, HOME)}" lang="${site.language}"><bdi>${site.title}</bdi></a>
<nav aria-label="${say("navigation")}">
${navigation(page)}
</nav>
${searches ? NOTHING : searchBox(page)}
</div>
</header>
<main id="content">
${main}
</main>
<footer>
${followed(site, page)}
${marks(site, page)}
</footer>
</body>
</html>
`;
  return encoder.encode(made.html);
}

/** A script comes from the site alone, and a form leads nowhere else. */
function policy(searches: boolean): string {
  const script = searches ? "; script-src 'self'" : "";
  return `default-src 'none'; style-src 'self'; font-src 'self'; img-src data:${script}; base-uri 'none'; form-action 'self'`;
}

function titleOf({ title: name }: Site, { title }: Page): string {
  return title === name ? title : `${title} · ${name}`;
}

function description({ description: text }: Page): Markup {
  return text === undefined ? NOTHING : html`<meta name="description" content="${text}">\n`;
}

function canonicalLink({ baseUrl }: Site, { path, canonical = path }: Page): Markup {
  if (baseUrl === null || canonical === null) return NOTHING;
  return html`<link rel="canonical" href="${addressOf(baseUrl, canonical)}">\n`;
}

function marks({ markings }: Site, { marking }: Page): Markup {
  const labels = marking === undefined ? markings : [marking];
  return html`<p class="marks">${labels.map((label) => html`<span class="marking" data-marking="${label}">${label}</span> `)}</p>`;
}

function navigation({ path, words: { say }, brief }: Page): Markup {
  const links: [string, string][] =
    brief === null
      ? [[HOME, say("home")]]
      : [
          [briefPlace(brief.id), say("issues")],
          [themesPlace(brief.id), say("themes")],
          [outletsPlace(brief.id), say("outlets")],
        ];
  const items = links.map(([place, name]) => {
    const current = place === path ? html` aria-current="page"` : NOTHING;
    return html`<li><a href="${linkTo(path, place)}"${current}>${name}</a></li>`;
  });
  const first =
    brief === null ? NOTHING : html`<li class="brief-name"><bdi>${brief.title}</bdi></li>`;
  return html`<ul>${first}${items}</ul>`;
}

function searchBox({ path, words: { say } }: Page): Markup {
  return html`<form class="search-box" role="search" action="${linkTo(path, SEARCH)}" method="get">
<label for="q">${say("search.label")}</label>
<input id="q" name="q" type="search" maxlength="200" autocomplete="off">
<button>${say("search.button")}</button>
</form>`;
}

/** Feeds of the brief where the page is of one, else of all. */
function feedLinks({ baseUrl }: Site, { path, brief }: Page): Markup {
  if (baseUrl === null) return NOTHING;
  const of = brief?.id ?? null;
  return html`<link rel="alternate" type="application/atom+xml" title="Atom" href="${linkTo(path, feedPlace(of, "xml"))}">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="${linkTo(path, feedPlace(of, "json"))}">
`;
}

function followed({ baseUrl }: Site, { path, brief, words: { say } }: Page): Markup {
  if (baseUrl === null) return NOTHING;
  const of = brief?.id ?? null;
  return html`<p>${say("feeds")} <a href="${linkTo(path, feedPlace(of, "xml"))}">Atom</a> <a href="${linkTo(path, feedPlace(of, "json"))}">JSON Feed</a></p>`;
}
