/** Parts that several pages of the archive have. */
import { directionOf } from "../../templating/index.js";
import type { ArchivedIssue } from "../archive.js";
import type { Edition, EditionLine } from "../edition.js";
import { linkTo } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { editionPlace, issuePlace } from "../places.js";
import type { Words } from "../words.js";

/** Words of a source in their own language, the desk's as such. */
export function lineWords({ text, by, language }: EditionLine, words: Words): Markup {
  const own = language === words.language ? NOTHING : html` lang="${language}"`;
  const direction = directionOf(language);
  const kind = direction === words.direction ? "said" : "said across";
  if (by === "source") return html`<span class="${kind}" dir="${direction}"${own}>${text}</span>`;
  return html`<span class="desk-said"><b>${words.say("desk-judgement")}</b> <span dir="auto"${own}>${text}</span></span>`;
}

/** To where an edition's own page says it; the page about the edition where it has none. */
export function copyPlace(edition: Edition): string {
  return editionPlace(edition, edition.copies[0]?.page ?? undefined);
}

/** To a line in the copy; its name says which one, as there are many on a page. */
export function inBriefLink(
  path: string,
  edition: Edition,
  { anchor, text }: EditionLine,
  { say }: Words,
): Markup {
  const href = linkTo(path, copyPlace(edition), anchor);
  const name = `${say("in-brief")}: ${clip(text)}`;
  return html`<a class="in-brief" href="${href}" aria-label="${name}">${say("in-brief")}</a>`;
}

const CLIPPED = 80;

/** Whole words, as far as they go. */
export function clip(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ");
  if (flat.length <= CLIPPED) return flat;
  const end = flat.lastIndexOf(" ", CLIPPED);
  return `${flat.slice(0, end > 0 ? end : CLIPPED).toWellFormed()} …`;
}

/** A row of a list of issues. */
export function issueItem(path: string, issue: ArchivedIssue, words: Words): Markup {
  const { latest } = issue;
  const [line] = latest.bottomLine;
  const said =
    issue.stands && line !== undefined
      ? html`<p class="teaser">${lineWords(line, words)}</p>`
      : NOTHING;
  return html`<li>
<p class="issue-head"><a href="${linkTo(path, issuePlace(issue))}">${words.say("number-and-period", { number: latest.number, period: words.period(latest.period) })}</a> ${badges(issue, words)}</p>
${said}
</li>`;
}

function badges({ latest, stands }: ArchivedIssue, words: Words): Markup {
  const version =
    latest.version === "1.0"
      ? NOTHING
      : html` <span class="badge">${words.say("version", { version: latest.version })}</span>`;
  const gone = stands
    ? NOTHING
    : html` <span class="badge badge-gone">${words.say("status.withdrawn")}</span>`;
  return html`${version}${gone}`;
}

/** Links to the same of other years; nothing where there is one year alone. */
export function yearLinks(
  path: string,
  years: readonly string[],
  shown: string,
  placeOf: (year: string) => string,
  words: Words,
): Markup {
  if (years.length < 2) return NOTHING;
  const items = years.map((year) =>
    year === shown
      ? html`<li><b aria-current="true">${year}</b></li>`
      : html`<li><a href="${linkTo(path, placeOf(year))}">${year}</a></li>`,
  );
  return html`<nav class="years" aria-label="${words.say("years")}"><ul>${items}</ul></nav>`;
}
