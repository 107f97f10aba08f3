/** The archive in, the index of its search out: a file for each year, so that an issue changes one alone. */
import MiniSearch from "minisearch";
import type { ArchivedIssue } from "../archive.js";
import type { Edition, EditionLine } from "../edition.js";
import { linkTo } from "../link.js";
import { copyPlace } from "../pages/parts.js";
import { HOME, shardPlace } from "../places.js";
import type { Site } from "../site.js";
import { type FoundIssue, type FoundLine, INDEX_OPTIONS, RECEIVER, type Shard } from "./shard.js";

/** @returns years, the newest first */
export function shardYears({ briefs }: Site): readonly string[] {
  const standing = briefs.flatMap(({ issues }) => issues.filter(({ stands }) => stands));
  return [...new Set(standing.map(({ year }) => year))].toSorted().toReversed();
}

/** @returns scripts by path below the site */
export function buildShards(site: Site): Map<string, Uint8Array> {
  const standing = site.briefs.flatMap(({ issues }) => issues.filter(({ stands }) => stands));
  const byYear = Map.groupBy(standing, ({ year }) => year);
  return new Map(
    [...byYear].map(([year, issues]) => [
      shardPlace(year),
      scriptOf(buildShard(site, year, issues)),
    ]),
  );
}

export function buildShard(site: Site, year: string, issues: readonly ArchivedIssue[]): Shard {
  const lines = issues.flatMap(({ latest }, issue) => linesOf(latest, issue));
  const index = new MiniSearch(INDEX_OPTIONS);
  const titles = issues.map(({ latest }) => latest.title);
  index.addAll(
    lines.map(({ issue, text, themes, outlets }, id) => ({
      id,
      text,
      themes: themes.join(" "),
      outlets: outlets.join(" "),
      brief: titles[issue] ?? "",
    })),
  );
  return { year, issues: issues.map(({ latest }) => issueOf(site, latest)), lines, index };
}

function issueOf(site: Site, edition: Edition): FoundIssue {
  const words = site.wordsOf(edition.language);
  const { brief, title, number, period } = edition;
  return {
    brief,
    title,
    name: words.say("number-and-period", { number, period: words.period(period) }),
    language: words.language,
    day: period.to,
    copy: linkTo(HOME, copyPlace(edition)),
  };
}

/** Each line once, with every theme that it stands under. */
function linesOf(edition: Edition, issue: number): readonly FoundLine[] {
  const found = new Map<string, { line: EditionLine; themes: string[] }>();
  const add = (line: EditionLine, theme: string | null): void => {
    const known = found.get(line.id) ?? { line, themes: [] };
    found.set(line.id, known);
    if (theme !== null) known.themes.push(theme);
  };
  for (const line of [...edition.bottomLine, ...edition.keyMessages]) add(line, null);
  for (const { title, lines } of edition.themes) for (const line of lines) add(line, title);
  const outlets = new Map(
    edition.sources.map(({ number, outlets: named }) => [number, named.map(({ name }) => name)]),
  );
  return [...found.values()].map(({ line: { text, language, anchor, by, sources }, themes }) => ({
    issue,
    text,
    language,
    anchor,
    themes,
    outlets: [...new Set(sources.flatMap((number) => outlets.get(number) ?? []))],
    isDesk: by === "desk",
  }));
}

/** A script and no JSON: a page that is read from a disk may load the one, and not the other. */
function scriptOf(shard: Shard): Uint8Array {
  const call = `globalThis.${RECEIVER}?.(${JSON.stringify(shard.year)}, ${JSON.stringify(JSON.stringify(shard))});\n`;
  return new TextEncoder().encode(call);
}
