/**
 * A version of an issue in, the page about it out: what became of it since, its first words, and the way
 * to the copies, which are the bytes that were approved.
 */
import type { ArchivedBrief, ArchivedIssue, ArchivedVersion } from "../archive.js";
import type { Edition, EditionLine } from "../edition.js";
import { linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { editionPlace, issuePlace, themePlace } from "../places.js";
import type { Site } from "../site.js";
import type { Words } from "../words.js";
import { copyLinks } from "./copy-links.js";
import { framePage } from "./frame.js";
import { copyPlace, inBriefLink, lineWords } from "./parts.js";
import { sourcesTable } from "./sources-table.js";

export interface EditionView {
  readonly site: Site;
  readonly brief: ArchivedBrief;
  readonly issue: ArchivedIssue;
  readonly version: ArchivedVersion;
  readonly path: string;
  readonly words: Words;
}

/** The page of the issue, whichever its latest version is. */
export function issuePage(site: Site, brief: ArchivedBrief, issue: ArchivedIssue): Uint8Array {
  const version = { edition: issue.latest, supersededBy: null };
  return render({
    ...wordsFor(site, issue.latest),
    brief,
    issue,
    version,
    path: issuePlace(issue),
  });
}

export function editionPage(
  site: Site,
  brief: ArchivedBrief,
  issue: ArchivedIssue,
  version: ArchivedVersion,
): Uint8Array {
  const { edition } = version;
  const path = editionPlace(edition);
  return render({ ...wordsFor(site, edition), brief, issue, version, path });
}

function wordsFor(site: Site, { language }: Edition) {
  return { site, words: site.wordsOf(language) };
}

function render(view: EditionView): Uint8Array {
  const { site, brief, path, words, version } = view;
  const { edition } = version;
  const name = words.say("number-and-period", {
    number: edition.number,
    period: words.period(edition.period),
  });
  const main = html`<article>
<h1><span class="over"><bdi>${edition.title}</bdi></span> ${name}</h1>
<p class="soft">${facts(view)}</p>
${status(view)}${edition.withdrawn === null ? content(view) : NOTHING}${versions(view)}</article>
${neighbours(view)}`;
  const title = `${edition.title}, ${name}`;
  const { marking } = edition;
  return framePage(site, { path, title, words, brief, marking, main, ...describe(edition) });
}

function describe({ bottomLine, withdrawn }: Edition): { readonly description?: string } {
  const text = bottomLine.map((line) => line.text).join(" ");
  return withdrawn !== null || text === ""
    ? {}
    : { description: text.slice(0, 300).toWellFormed() };
}

function facts({ version: { edition }, words, path }: EditionView): Markup {
  const { say, day } = words;
  const parts = [
    html`${say("version", { version: edition.version })}`,
    html`${say("approved", { day: day(edition.approvedAt) })}`,
  ];
  const own = editionPlace(edition);
  if (path !== own) parts.push(html`<a href="${linkTo(path, own)}">${say("permalink")}</a>`);
  return html`${parts.map((part, at) => (at === 0 ? part : html` · ${part}`))}`;
}

/** What a reader has to know before anything else. */
function status({ version: { edition, supersededBy }, words, path, issue }: EditionView): Markup {
  const { say, day } = words;
  const { withdrawn } = edition;
  const told: Markup[] = [];
  if (supersededBy !== null) {
    const { version, approvedAt } = supersededBy;
    told.push(html`<div class="status" role="note"><p><b>${say("status.superseded")}.</b> ${say("status.superseded-by", { version, day: day(approvedAt) })}</p>
<p><a href="${linkTo(path, issuePlace(issue))}">${say("status.see-latest")}</a></p></div>
`);
    if (withdrawn === null && supersededBy.withdrawn !== null) {
      const of = html`${say("version", { version })}. `;
      told.push(withdrawal(of, supersededBy.withdrawn, NOTHING, words));
    }
  }
  if (withdrawn !== null) {
    const what = html` ${say("status.withdrawn-what")}`;
    told.push(withdrawal(NOTHING, withdrawn, what, words));
  }
  return html`${told}`;
}

function withdrawal(
  of: Markup,
  { at, reason }: NonNullable<Edition["withdrawn"]>,
  what: Markup,
  { say, day }: Words,
): Markup {
  const why =
    reason === null ? NOTHING : html`<p dir="auto">${say("status.reason", { reason })}</p>\n`;
  return html`<div class="status status-gone" role="note"><p><b>${of}${say("status.withdrawn-on", { day: day(at) })}</b>${what}</p>
${why}</div>
`;
}

function content(view: EditionView): Markup {
  const { version, words } = view;
  const { bottomLine, keyMessages, sources } = version.edition;
  return html`${copyLinks(view)}
${lines(view, words.say("bottom-line"), bottomLine, "bottom-line")}${lines(view, words.say("key-messages"), keyMessages, "key-messages")}${themes(view)}${sources.length === 0 ? NOTHING : sourcesTable(view)}`;
}

function lines(
  { version: { edition }, words, path }: EditionView,
  heading: string,
  told: readonly EditionLine[],
  name: string,
): Markup {
  if (told.length === 0) return NOTHING;
  const items = told.map(
    (line) => html`<li>${lineWords(line, words)} ${inBriefLink(path, edition, line, words)}</li>`,
  );
  return html`<section class="${name}">
<h2>${heading}</h2>
<ul class="lines">
${items}
</ul>
</section>
`;
}

function themes({ brief, version: { edition }, words, path, issue }: EditionView): Markup {
  const { say } = words;
  if (edition.themes.length === 0) return NOTHING;
  const isLatest = issue.latest === edition;
  const items = edition.themes.map(({ id, title, anchor, lines: told }) => {
    const inCopy = html`<a href="${linkTo(path, copyPlace(edition), anchor)}">${title}</a>`;
    const n = told.length;
    const all =
      !isLatest || n === 0
        ? NOTHING
        : html` <a class="soft" href="${linkTo(path, themePlace(brief.id, id))}" aria-label="${`${say("all-issues")}: ${title}`}">${say("all-issues")}</a>`;
    return html`<li>${inCopy} <span class="soft">${say("count.statements", { n })}</span>${all}</li>`;
  });
  return html`<section>
<h2>${say("themes")}</h2>
<ul>
${items}
</ul>
</section>
`;
}

function versions({ issue, version: { edition }, words, path }: EditionView): Markup {
  const { say, day } = words;
  if (issue.versions.length < 2) return NOTHING;
  const items = issue.versions.map(({ edition: other }) => {
    const name = say("version", { version: other.version });
    const shown =
      other === edition
        ? html`<b>${name}</b>`
        : html`<a href="${linkTo(path, editionPlace(other))}">${name}</a>`;
    const gone = other.withdrawn === null ? NOTHING : html` · ${say("status.withdrawn")}`;
    return html`<li>${shown} · ${say("approved", { day: day(other.approvedAt) })}${gone}</li>`;
  });
  return html`<section>
<h2>${say("versions")}</h2>
<ul>
${items}
</ul>
</section>
`;
}

function neighbours({ brief, issue, words, path }: EditionView): Markup {
  const at = brief.issues.indexOf(issue);
  const [newer, older] = [brief.issues[at - 1], brief.issues[at + 1]];
  const link = (to: ArchivedIssue | undefined, key: string, rel: string) =>
    to === undefined
      ? NOTHING
      : html`<a rel="${rel}" href="${linkTo(path, issuePlace(to))}">${words.say(key)}</a> `;
  if (newer === undefined && older === undefined) return NOTHING;
  return html`<nav class="neighbours" aria-label="${words.say("issues")}">${link(older, "older", "prev")}${link(newer, "newer", "next")}</nav>`;
}
