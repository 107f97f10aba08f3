/** A reading as a section of a page: its facts with their evidence, then kept and removed text. */
import type { Article } from "../../model/article.js";
import { RULES } from "../../readers/index.js";
import { languageAttributes, pageLink, pageSentence, pageText } from "./page-text.js";
import { type Fact, readingFacts } from "./reading-facts.js";
import { type KeptPiece, readingPieces } from "./reading-pieces.js";
import { type Row, readingRows, type SideGroup } from "./reading-rows.js";
import { counted, type Tally, tallyReading } from "./reading-tally.js";
import { shortened } from "./shortened.js";

/** What the page keeps of an article once its section is written. */
export interface PageArticle {
  /** Id of the section. */
  readonly anchor: string;
  readonly html: string;
  readonly file: string;
  readonly title: string;
  readonly language: string;
  /** As the index shows it: `2021-05-06`, or empty. */
  readonly day: string;
  readonly isInferred: boolean;
  readonly tally: Tally;
}

/** @param anchor id of the section: the article's, as long as no other section has it */
export function pageArticle(article: Article, anchor: string): PageArticle {
  const { file, title, language, published, inferred } = article;
  const tally = tallyReading(article);
  return {
    anchor,
    html: sectionOf(article, anchor, tally),
    file,
    title,
    language,
    day: published?.date ?? inferred?.date ?? "",
    isInferred: published === null && inferred !== null,
    tally,
  };
}

function sectionOf(article: Article, anchor: string, tally: Tally): string {
  const { title, titleDerived, language, file } = article;
  const derived = titleDerived
    ? '<p class="note">It has no title: this one is made of its first sentence.</p>\n'
    : "";
  const rows = readingRows(readingPieces(article)).map((row) => rowOf(row, language));
  return `<article id="${anchor}" aria-labelledby="${anchor}-title">
<header>
<p class="file"><bdi>${pageText(file)}</bdi></p>
<h2 id="${anchor}-title"${languageAttributes(language)}>${pageText(title)}</h2>
${derived}</header>
${factsOf(article)}
<p class="tally">Kept: ${counted(tally.paragraphs, "paragraph")}, ${counted(tally.kept, "character")}. Removed: ${counted(tally.parts, "part")}, ${counted(tally.removed, "character")}.</p>
<div class="rows">
<div class="row heads" aria-hidden="true"><p class="kept">Kept</p><p class="beside">Removed, and the rule that did it</p></div>
${rows.join("\n")}
</div>
</article>
`;
}

function factsOf(article: Article): string {
  const { known, unknown } = readingFacts(article);
  const missing =
    unknown.length === 0
      ? ""
      : `\n<tr class="missing"><th scope="row">not stated</th><td>${unknown.join(", ")}</td><td></td></tr>`;
  return `<table class="facts">
<thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">By these words</th></tr></thead>
<tbody>
${known.map((fact) => factRow(fact, article.id)).join("\n")}${missing}
</tbody>
</table>`;
}

function factRow({ name, value, note, evidence }: Fact, id: string): string {
  const shown = name === "address" ? pageLink(value) : `<bdi>${pageText(value)}</bdi>`;
  const aside = note === undefined ? "" : ` <span class="note">${pageText(note)}</span>`;
  const quotes = evidence.map(({ article, quote }) => {
    const whose =
      article === id
        ? ""
        : ` <span class="note">in <a href="#${pageText(article)}">${pageText(article)}</a></span>`;
    return `<p><q dir="auto">${pageText(shortened(quote, LONGEST_STATED))}</q>${whose}</p>`;
  });
  return `<tr><th scope="row">${name}</th><td>${shown}${aside}</td><td>${quotes.join("")}</td></tr>`;
}

function rowOf({ kept, beside }: Row, language: string): string {
  const left = kept === null ? "" : keptOf(kept, language);
  const texts = beside.flatMap(({ paragraphs }) => paragraphs.flat());
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const scrolls = length > LONG_BESIDE ? ' tabindex="0" role="region" aria-label="Removed"' : "";
  return `<div class="row"><div class="kept">${left}</div><div class="beside"${scrolls}>${beside.map(sideOf).join("\n")}</div></div>`;
}

/** Code units from which the removed parts of a row scroll, so that the kept text stays together. */
const LONG_BESIDE = 1500;
const LONGEST_STATED = 600;

function keptOf(piece: KeptPiece, language: string): string {
  if (piece.kind !== "paragraph") {
    return `<p class="label">${piece.kind}</p>\n<p class="${piece.kind}"${languageAttributes(language)}>${pageText(piece.text)}</p>`;
  }
  const label = piece.isForeign ? `<p class="label">in ${pageText(piece.language)}</p>\n` : "";
  const repairs = piece.repairs.map(
    ({ rule, from, to }) =>
      `\n<p class="repair"><code>${pageText(rule)}</code> ${docOf(rule)} <del dir="auto">${pageText(from)}</del> <ins dir="auto">${pageText(to)}</ins></p>`,
  );
  return `${label}<p${languageAttributes(piece.language)}>${pageText(piece.text)}</p>${repairs.join("")}`;
}

function sideOf({ rule, paragraphs }: SideGroup): string {
  if (rule === null) {
    const lines = paragraphs
      .flat()
      .map(
        (text) => `<p class="stated" dir="auto">${pageText(shortened(text, LONGEST_STATED))}</p>`,
      );
    return `<p class="rule stated">Not text of the article</p>\n${lines.join("\n")}`;
  }
  const gone = paragraphs.map((texts) => {
    const parts = texts.map((text) => `<del dir="auto">${pageText(text)}</del>`);
    return `<p class="gone">${parts.join(" · ")}</p>`;
  });
  return `<p class="rule"><span class="hidden">Removed by </span><code>${pageText(rule)}</code> ${docOf(rule)}</p>\n${gone.join("\n")}`;
}

const DOCS: ReadonlyMap<string, string> = new Map(RULES.map(({ name, doc }) => [name, doc]));

function docOf(rule: string): string {
  const doc = DOCS.get(rule);
  return doc === undefined ? "" : `<span class="why">${pageSentence(doc)}</span>`;
}

export function ruleSentence(rule: string): string {
  return pageSentence(DOCS.get(rule) ?? "");
}
