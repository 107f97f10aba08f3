/** A brief in, its themes with the statements of all its issues out, a page for each theme and year. */
import { type ArchivedBrief, compareText } from "../archive.js";
import type { Edition, EditionLine } from "../edition.js";
import { linkTo } from "../link.js";
import { html, type Markup } from "../markup.js";
import { issuePlace, themePlace, themesPlace } from "../places.js";
import type { Site } from "../site.js";
import { framePage } from "./frame.js";
import { inBriefLink, lineWords, yearLinks } from "./parts.js";

interface ThemeEntry {
  readonly edition: Edition;
  readonly year: string;
  readonly lines: readonly EditionLine[];
}

interface ThemeOfBrief {
  readonly id: string;
  /** As the newest issue has it. */
  readonly title: string;
  /** The newest first. */
  readonly entries: readonly ThemeEntry[];
  readonly years: readonly string[];
}

/** @returns pages by path below the site */
export function themePages(site: Site, brief: ArchivedBrief): Map<string, Uint8Array> {
  const themes = themesOf(brief);
  const pages = new Map([[themesPlace(brief.id), listPage(site, brief, themes)]]);
  for (const theme of themes) {
    for (const year of [null, ...theme.years]) {
      const path = themePlace(brief.id, theme.id, year);
      pages.set(path, themePage(site, brief, theme, year, path));
    }
  }
  return pages;
}

/** Of the versions that stand; a theme of which no issue says anything has no page. */
function themesOf({ issues }: ArchivedBrief): readonly ThemeOfBrief[] {
  const found = issues.flatMap(({ latest: edition, stands, year }) =>
    stands ? edition.themes.map((theme) => ({ theme, edition, year })) : [],
  );
  const told = found.filter(({ theme }) => theme.lines.length > 0);
  return [...Map.groupBy(told, ({ theme }) => theme.id)].map(([id, entries]) => ({
    id,
    title: entries[0]?.theme.title ?? id,
    entries: entries.map(({ edition, year, theme: { lines } }) => ({ edition, year, lines })),
    years: [...new Set(entries.map(({ year }) => year))],
  }));
}

function listPage(site: Site, brief: ArchivedBrief, themes: readonly ThemeOfBrief[]): Uint8Array {
  const words = site.wordsOf(brief.language);
  const { say } = words;
  const path = themesPlace(brief.id);
  const items = themes
    .toSorted((a, b) => compareText(a.id, b.id))
    .map(({ id, title, entries }) => {
      const statements = say("count.statements", {
        n: entries.flatMap(({ lines }) => lines).length,
      });
      const issues = say("count.issues", { n: entries.length });
      return html`<li><a href="${linkTo(path, themePlace(brief.id, id))}">${title}</a> <span class="soft">${statements} · ${issues}</span></li>`;
    });
  const main = html`<h1>${say("themes")}</h1>
${items.length === 0 ? html`<p>${say("empty")}</p>` : html`<ul class="list">\n${items}\n</ul>`}`;
  return framePage(site, { path, title: `${say("themes")}, ${brief.title}`, words, brief, main });
}

function themePage(
  site: Site,
  brief: ArchivedBrief,
  { id, title, entries, years }: ThemeOfBrief,
  year: string | null,
  path: string,
): Uint8Array {
  const words = site.wordsOf(brief.language);
  const shown = year ?? years[0] ?? "";
  const placeOf = (other: string) => themePlace(brief.id, id, other);
  const main = html`<h1>${title}</h1>
<p class="soft">${words.say("theme-intro")}</p>
${yearLinks(path, years, shown, placeOf, words)}
${entries.filter((entry) => entry.year === shown).map((entry) => entrySection(path, entry, words))}`;
  const name = `${title}, ${brief.title}${year === null ? "" : `, ${year}`}`;
  return framePage(site, { path, title: name, words, brief, main });
}

function entrySection(
  path: string,
  { edition, lines }: ThemeEntry,
  words: ReturnType<Site["wordsOf"]>,
): Markup {
  const { number, period } = edition;
  const name = words.say("number-and-period", { number, period: words.period(period) });
  const items = lines.map(
    (line) => html`<li>${lineWords(line, words)} ${inBriefLink(path, edition, line, words)}</li>\n`,
  );
  return html`<section>
<h2><a href="${linkTo(path, issuePlace(edition))}">${name}</a></h2>
<ul class="lines">
${items}</ul>
</section>
`;
}
