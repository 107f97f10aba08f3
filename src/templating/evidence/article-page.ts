/** A cited article in, the page that shows every cited passage in its whole context out. */
import type { CitedPassage, EvidenceArticle, PassageUse } from "../../model/evidence.js";
import { dateWords } from "../date-words.js";
import { escapeHtml } from "../escape-html.js";
import type { Filling } from "../filling.js";
import { isSpelling, markId, markParagraphs } from "./marked-text.js";
import { framePage } from "./page-frame.js";
import { placeWords } from "./place-words.js";

/** @param text null where only the passages are kept */
export function articlePage(
  article: EvidenceArticle,
  text: string | null,
  filling: Filling,
): string {
  const { source, passages } = article;
  const word = (key: string, params = {}) => escapeHtml(filling.words(key, params));
  const { number } = source;
  const foreign = filling.foreign(source.article);
  const content = `<h1><span${foreign}>${escapeHtml(source.title)}</span></h1>
<p class="note">${word("evidence.source", { number })}</p>
${facts(article, filling)}
<h2 id="article">${word("evidence.article")}</h2>
${text === null ? passagesAlone(passages, filling, foreign) : articleWords(text, passages, filling, foreign)}
<h2 id="passages">${word("evidence.passages")}</h2>
${passageList(passages, filling, foreign)}`;
  return framePage(filling, {
    title: filling.words("evidence.title", { number, title: source.title }),
    links: [
      `<a href="../../brief.html#source-${number}">${word("evidence.back")}</a>`,
      `<a href="../index.html">${word("evidence.all")}</a>`,
    ],
    main: content,
  });
}

function facts({ source, fetched, raw, left }: EvidenceArticle, filling: Filling): string {
  const word = (key: string, params = {}) => escapeHtml(filling.words(key, params));
  const date = source.published?.date ?? source.inferred?.date ?? null;
  const day = date === null ? word("cite.no-date") : escapeHtml(dateWords(date, filling.language));
  const inferred = source.published === null && date !== null ? ` (${word("inferred")})` : "";
  const outlet = source.outlet?.name ?? source.agency?.name ?? null;
  const rows: [string, string | null][] = [
    ["evidence.outlet", outlet === null ? null : `<bdi>${escapeHtml(outlet)}</bdi>`],
    ["evidence.byline", source.byline === null ? null : `<bdi>${escapeHtml(source.byline)}</bdi>`],
    ["evidence.date", `${day}${inferred}`],
    ["evidence.address", addressLink(source.url)],
    ["evidence.fetched", fetched?.fetched === undefined ? null : instant(fetched.fetched, filling)],
    ["evidence.file", `<code>${escapeHtml(source.file)}</code>`],
    [
      "evidence.raw",
      raw === null
        ? left
            .filter(({ what }) => what === "raw")
            .map(({ reason }) => word(`evidence.left.${reason}`))
            .join(" ")
        : `<a href="../${escapeHtml(raw.path)}">${word(`evidence.raw-${raw.of}`)}</a> <code>${raw.sha256}</code>`,
    ],
    ["evidence.text", `<code>${source.textSha256}</code>`],
  ];
  const shown = rows.flatMap(([key, value]) =>
    value === null ? [] : [`<dt>${word(key)}</dt><dd>${value}</dd>`],
  );
  return `<dl>\n${shown.join("\n")}\n</dl>`;
}

function instant(value: string, { language }: Filling): string {
  return escapeHtml(dateWords(value, language));
}

function addressLink(url: string | null): string | null {
  if (url === null) return null;
  const shown = escapeHtml(url);
  const isWeb = /^https?:$/.test(URL.parse(url)?.protocol ?? "");
  return isWeb
    ? `<a href="${shown}" rel="noopener noreferrer"><bdi>${shown}</bdi></a>`
    : `<bdi>${shown}</bdi>`;
}

/** Spellings alone make a long list: they stand behind the passages, in one line. */
function passageList(passages: readonly CitedPassage[], filling: Filling, foreign: string): string {
  const told = passages.filter((passage) => !isSpelling(passage));
  const names = passages.filter(isSpelling);
  const items = told.map((passage) => {
    const uses = passage.uses.map((use) => `<p>${useWords(use, filling)}</p>`).join("");
    return `<li id="u-${passage.start}-${passage.end}"><a href="#${markId(passage)}"><span${foreign}>${escapeHtml(clip(passage.quote))}</span></a>${uses}</li>`;
  });
  const spellings = names.map(
    (passage) =>
      `<a href="#${markId(passage)}"><bdi${foreign}>${escapeHtml(clip(passage.quote))}</bdi></a>`,
  );
  const list = items.length === 0 ? "" : `<ol class="uses">\n${items.join("\n")}\n</ol>`;
  if (spellings.length === 0) return list;
  const heading = escapeHtml(filling.words("heading.names", {}));
  const [colon, comma] = ["colon", "comma"].map((key) => escapeHtml(filling.words(key, {})));
  return `${list}\n<p class="note">${heading}${colon}${spellings.join(comma)}</p>`;
}

function useWords(use: PassageUse, filling: Filling): string {
  return `${escapeHtml(placeWords(use, filling))} <code>${escapeHtml(use.by)}</code>`;
}

const CLIPPED = 160;

function clip(quote: string): string {
  const flat = quote.replaceAll(/\s+/g, " ");
  if (flat.length <= CLIPPED) return flat;
  return `${flat.slice(0, flat.lastIndexOf(" ", CLIPPED - 1)).slice(0, CLIPPED)} …`;
}

/** The article whole, each passage with a link back to who cites it. */
function articleWords(
  text: string,
  passages: readonly CitedPassage[],
  filling: Filling,
  foreign: string,
): string {
  const numbers = new Map(
    passages.filter((passage) => !isSpelling(passage)).map((passage, at) => [passage, at + 1]),
  );
  const paragraphs = markParagraphs(text, passages, (passage) => {
    const number = numbers.get(passage);
    if (number === undefined) return "";
    const name = escapeHtml(filling.words("evidence.cited-by", { number }));
    return `<sup><a href="#u-${passage.start}-${passage.end}" aria-label="${name}">${number}</a></sup>`;
  });
  return `<article${foreign}>\n${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}\n</article>`;
}

function passagesAlone(
  passages: readonly CitedPassage[],
  filling: Filling,
  foreign: string,
): string {
  const quotes = passages
    .filter((passage) => !isSpelling(passage))
    .map(
      (passage) =>
        `<blockquote${foreign}><mark id="${markId(passage)}">${escapeHtml(passage.quote)}</mark></blockquote>`,
    );
  return `<p class="note">${escapeHtml(filling.words("evidence.passages-alone", {}))}</p>\n${quotes.join("\n")}`;
}
