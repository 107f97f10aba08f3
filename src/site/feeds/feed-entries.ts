/** Issues of the archive in, what its feeds tell of them out: the latest changed first. */
import { type ArchivedBrief, type ArchivedIssue, compareText } from "../archive.js";
import type { Edition, KeptFile } from "../edition.js";
import { addressOf } from "../link.js";
import { html, type Markup, NOTHING } from "../markup.js";
import { lineWords } from "../pages/parts.js";
import { editionPlace, issuePlace } from "../places.js";
import type { Site } from "../site.js";

export interface FeedEntry {
  /** Stable over all versions of the issue. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly language: string;
  readonly marking: string;
  /** When its first version was approved, ISO 8601 instant. */
  readonly published: string;
  readonly updated: string;
  /** Plain text. */
  readonly summary: string;
  readonly content: Markup;
  readonly themes: readonly string[];
  readonly pdf: { readonly address: string; readonly bytes: number } | null;
}

/** As many issues as a feed tells of. */
const MOST = 40;

export function feedEntries(
  site: Site,
  baseUrl: string,
  briefs: readonly ArchivedBrief[],
): readonly FeedEntry[] {
  return briefs
    .flatMap(({ issues }) => issues)
    .map((issue) => entryOf(site, baseUrl, issue))
    .toSorted((a, b) => compareText(b.updated, a.updated) || compareText(b.id, a.id))
    .slice(0, MOST);
}

function entryOf(site: Site, baseUrl: string, issue: ArchivedIssue): FeedEntry {
  const { latest, versions } = issue;
  const words = site.wordsOf(latest.language);
  const { number, withdrawn, period, title } = latest;
  const address = addressOf(baseUrl, issuePlace(issue));
  const name = `${title}, ${words.say("number-and-period", { number, period: words.period(period) })}`;
  const first = versions.at(-1)?.edition ?? latest;
  const { marking } = latest;
  const { language } = words;
  const common = { id: address, address, language, marking, published: readableSince(first) };
  const marked = html`<p><b>${marking}</b></p>`;
  if (withdrawn !== null) {
    const told = words.say("status.withdrawn-on", { day: words.day(withdrawn.at) });
    const content = html`${marked}<p>${told} ${words.say("status.withdrawn-what")}</p>`;
    const gone = `${words.say("status.withdrawn")}: ${name}`;
    return {
      ...common,
      title: gone,
      updated: withdrawn.at,
      summary: told,
      content,
      themes: [],
      pdf: null,
    };
  }
  const version = words.say("version", { version: latest.version });
  const list = (lines: typeof latest.bottomLine) =>
    lines.length === 0
      ? NOTHING
      : html`<ul>${lines.map((line) => html`<li>${lineWords(line, words)}</li>`)}</ul>`;
  return {
    ...common,
    title: latest.version === "1.0" ? name : `${name} (${version})`,
    updated: readableSince(latest),
    summary: latest.bottomLine.map(({ text }) => text).join(" "),
    content: html`${marked}<h2>${words.say("bottom-line")}</h2>${list(latest.bottomLine)}<h2>${words.say("key-messages")}</h2>${list(latest.keyMessages)}`,
    themes: latest.themes.filter(({ lines }) => lines.length > 0).map((theme) => theme.title),
    pdf: pdfOf(baseUrl, issue),
  };
}

/** The end of an embargo, where it came after the approval. */
function readableSince({ approvedAt, embargo }: Edition): string {
  const isHeld = embargo !== null && Date.parse(embargo) > Date.parse(approvedAt);
  return isHeld ? new Date(embargo).toISOString() : approvedAt;
}

function pdfOf(baseUrl: string, { latest }: ArchivedIssue): FeedEntry["pdf"] {
  const name = latest.copies[0]?.pdf ?? null;
  const file: KeptFile | undefined = latest.files.get(name ?? "");
  if (name === null || file === undefined) return null;
  return { address: addressOf(baseUrl, editionPlace(latest, name)), bytes: file.bytes };
}
