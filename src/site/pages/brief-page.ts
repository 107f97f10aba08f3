/** A brief and a year in, the page that lists its issues out. */
import type { ArchivedBrief } from "../archive.js";
import { html, NOTHING } from "../markup.js";
import { briefPlace } from "../places.js";
import type { Site } from "../site.js";
import { framePage } from "./frame.js";
import { issueItem, yearLinks } from "./parts.js";

/** @param year null for the newest, at the brief's own place */
export function briefPage(site: Site, brief: ArchivedBrief, year: string | null): Uint8Array {
  const words = site.wordsOf(brief.language);
  const path = briefPlace(brief.id, year);
  const shown = year ?? brief.years[0] ?? "";
  const issues = brief.issues.filter((issue) => issue.year === shown);
  const placeOf = (other: string) => briefPlace(brief.id, other);
  const main = html`<h1>${brief.title}</h1>
${brief.desk === null ? NOTHING : html`<p class="soft">${words.say("desk")}: <bdi>${brief.desk}</bdi></p>`}
${yearLinks(path, brief.years, shown, placeOf, words)}
<h2>${shown}</h2>
<ol class="issues">
${issues.map((issue) => issueItem(path, issue, words))}
</ol>`;
  const title = year === null ? brief.title : `${brief.title}, ${year}`;
  return framePage(site, { path, title, words, brief, main });
}
