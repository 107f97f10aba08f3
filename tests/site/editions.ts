/** Editions of an archive as tests need them: one brief a week, in whatever marking, state and language. */
import type { Edition, EditionLine } from "../../src/site/edition.js";
import { sha256 } from "../../src/text/sha256.js";

export interface EditionChanges extends Partial<Edition> {
  /** Words of its only statement. */
  readonly says?: string;
}

/** @param week ISO, e.g. `2021-W18` */
export function editionOf(week: string, changes: EditionChanges = {}): Edition {
  const [year = "2021", number = "18"] = week.split("-W");
  const { says = `The forces of ${week} have begun to leave.`, ...own } = changes;
  const version = own.version ?? "1.0";
  const brief = own.brief ?? "weekly";
  const line = lineOf(says, `s-${sha256(says).slice(0, 12)}`, own.language ?? "en");
  const monday = Date.UTC(Number(year), 0, 4) + (Number(number) - 1) * 7 * 86_400_000;
  const day = (offset: number) => new Date(monday + offset * 86_400_000).toISOString();
  const page = `${brief} ${week} ${version} ${says}`;
  return {
    brief,
    title: "Sahel Weekly",
    desk: "West Africa",
    language: "en",
    issue: week,
    number: Number(number),
    version,
    period: { from: day(0).slice(0, 10), to: day(6).slice(0, 10) },
    marking: "TLP:CLEAR",
    approvedAt: day(7),
    embargo: null,
    withdrawn: null,
    bottomLine: [line],
    keyMessages: [],
    themes: [{ id: "security", title: "Security", anchor: "theme-security", lines: [line] }],
    sources: [
      {
        number: 1,
        article: "a-0123456789ab",
        title: "Forces leave",
        language: "en",
        outlets: [{ key: "example_news", name: "Example News", owner: "private" }],
        day: day(1).slice(0, 10),
        isInferred: false,
        url: "https://news.example/forces",
        passages: [{ start: 0, end: says.length, quote: says }],
      },
    ],
    copies: [
      { language: own.language ?? "en", page: "brief.html", pdf: `${week}.pdf`, text: null },
    ],
    files: new Map([
      ["brief.html", keptOf(page)],
      [`${week}.pdf`, keptOf(`%PDF ${page}`)],
      ["issue.json", keptOf(`{"says":"${page}"}`)],
    ]),
    ...own,
  };
}

export function lineOf(text: string, id: string, language = "en"): EditionLine {
  return { id, text, by: "source", language, anchor: "cite-1a", sources: [1] };
}

const RECORD = "/record";

function keptOf(content: string) {
  const bytes = new TextEncoder().encode(content);
  const from = `${RECORD}/${sha256(content)}`;
  return { kind: "kept", from, bytes: bytes.length, sha256: sha256(content), content } as const;
}

/** What stands in the record of these editions, by path. */
export function recordOf(editions: readonly Edition[]): Map<string, Uint8Array> {
  const files = editions.flatMap((edition) => [...edition.files.values()]);
  return new Map(
    files.flatMap((file) =>
      "content" in file && typeof file.content === "string"
        ? [[file.from, new TextEncoder().encode(file.content)] as const]
        : [],
    ),
  );
}
