/** An approved issue in, what the archive tells of it out. */
import { allCitationsOf } from "../issue/index.js";
import type { Citation, DeskLine, Issue, IssueTheme, Source, Statement } from "../model/issue.js";
import { fold } from "../text/fold.js";
import { primaryLanguage } from "../text/primary-language.js";
import type { Anchors } from "./anchors.js";
import type {
  Edition,
  EditionLine,
  EditionOutlet,
  EditionSource,
  EditionTheme,
} from "./edition.js";

type Told = Pick<Edition, "bottomLine" | "keyMessages" | "themes" | "sources">;

/** @param anchors of the page in the issue's language */
export function readEdition(issue: Issue, anchors: Anchors): Told {
  const reader = { issue, anchors, numbers: numbersOf(issue), languages: languagesOf(issue) };
  const { desk } = issue;
  return {
    bottomLine: leading(reader, "bottom-line", desk.bottomLine, issue.bottomLine),
    keyMessages: leading(reader, "key-messages", desk.keyMessages, issue.keyMessages),
    themes: issue.themes.map((theme) => readTheme(reader, theme)),
    sources: readSources(issue),
  };
}

interface Reader {
  readonly issue: Issue;
  readonly anchors: Anchors;
  /** Numbers of sources by article. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly languages: ReadonlyMap<string, string>;
}

function numbersOf({ sources }: Issue): ReadonlyMap<string, number> {
  return new Map(sources.map(({ article, number }) => [article, number]));
}

function languagesOf({ sources }: Issue): ReadonlyMap<string, string> {
  return new Map(sources.map(({ article, language }) => [article, language]));
}

/** What the desk says stands in the place of what was chosen. */
function leading(
  reader: Reader,
  section: string,
  desk: readonly DeskLine[],
  chosen: readonly Statement[],
): readonly EditionLine[] {
  return desk.length > 0
    ? desk.map((line, at) => deskLine(reader, `${section}-${at + 1}`, section, line))
    : chosen.map((statement) => sourceLine(reader, section, statement));
}

function readTheme(reader: Reader, theme: IssueTheme): EditionTheme {
  const anchor = `theme-${theme.id}`;
  const statements = [
    ...theme.happened,
    ...theme.says.map(({ statement }) => statement),
    ...theme.background,
  ];
  const unique = new Map(statements.map((statement) => [statement.id, statement]));
  const { assessment, id } = theme;
  const assessed =
    assessment === null
      ? []
      : [deskLine(reader, `assessment-${id}`, anchor, { citations: [], ...assessment })];
  return {
    id,
    title: inLanguage(theme.title, reader.issue.brief.language) ?? id,
    anchor: known(reader.anchors, anchor),
    lines: [
      ...assessed,
      ...[...unique.values()].map((statement) => sourceLine(reader, anchor, statement)),
    ],
  };
}

/** The language of the page, English, or whichever there is. */
function inLanguage(words: Readonly<Record<string, string>>, language: string): string | null {
  const [any = null] = Object.values(words);
  return words[language] ?? words[primaryLanguage(language)] ?? words.en ?? any;
}

function sourceLine(reader: Reader, section: string, { id, text, citations }: Statement) {
  const [first] = citations;
  const { anchors, languages, issue } = reader;
  return {
    id,
    text,
    by: "source",
    language: languages.get(first?.article ?? "") ?? issue.brief.language,
    anchor: anchors.statements.get(id) ?? known(anchors, section),
    sources: sourcesOf(reader, citations),
  } as const;
}

function deskLine(
  reader: Reader,
  id: string,
  section: string,
  { text, citations }: Pick<DeskLine, "text" | "citations">,
): EditionLine {
  const { anchors, issue } = reader;
  const anchor = known(anchors, section);
  const sources = sourcesOf(reader, citations);
  return { id, text, by: "desk", language: issue.brief.language, anchor, sources };
}

function known({ ids }: Anchors, id: string): string | null {
  return ids.has(id) ? id : null;
}

function sourcesOf({ numbers }: Reader, citations: readonly Citation[]): readonly number[] {
  const found = citations.flatMap(({ article }) => numbers.get(article) ?? []);
  return [...new Set(found)].toSorted((a, b) => a - b);
}

function readSources(issue: Issue): readonly EditionSource[] {
  const cited = Map.groupBy(allCitationsOf(issue), ({ article }) => article);
  return issue.sources.map((source) => {
    const { number, article, title, language, published, inferred, url } = source;
    return {
      number,
      article,
      title,
      language,
      outlets: outletsOf(source),
      day: published?.date ?? inferred?.date ?? null,
      isInferred: published === null && inferred !== null,
      url: /^https?:$/.test(URL.parse(url ?? "")?.protocol ?? "") ? url : null,
      passages: passagesOf(cited.get(article) ?? []),
    };
  });
}

function outletsOf({ outlet, agency }: Source): readonly EditionOutlet[] {
  const named = [outlet, agency].flatMap((one) => (one === null ? [] : [describeOutlet(one)]));
  return named.filter(({ key }, at) => named.findIndex((other) => other.key === key) === at);
}

function describeOutlet({ name, known: entry }: NonNullable<Source["outlet"]>): EditionOutlet {
  return {
    key: entry?.id ?? `~${fold(name)}`,
    name: entry?.names[0] ?? name,
    owner: entry?.owner ?? null,
  };
}

function passagesOf(citations: readonly Citation[]) {
  const places = new Map(
    citations.map(({ start, end, quote }) => [`${start}-${end}`, { start, end, quote }]),
  );
  return [...places.values()].toSorted((a, b) => a.start - b.start || a.end - b.end);
}
