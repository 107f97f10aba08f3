/** Citations in, bracket links to the sources annex and back links from it out. */
import type { Citation } from "../model/issue.js";
import { escapeHtml } from "./escape-html.js";

/** What a link says to someone who cannot see where it stands. */
export interface LinkNames {
  readonly source: (number: number) => string;
  readonly back: (number: number, use: string) => string;
  /** Stands before a source's back links. */
  readonly backMark: string;
}

/**
 * Back links are known only when the whole page is filled; until then this marks their place. Text
 * of the data cannot hold it: its `<` is escaped.
 */
const BACK_LINKS = /<!--back-links (\d+)-->/g;

/** Hands out one anchor for each place of the page that cites a source. */
export class CitationLinks {
  #uses = new Map<number, string[]>();
  #count = 0;

  /** @param numbers citation number of each article */
  constructor(
    readonly numbers: ReadonlyMap<string, number>,
    readonly names: LinkNames,
  ) {}

  /** One superscript link per article, in the order of their first citation. */
  cite(citations: readonly Citation[]): string {
    const articles = Map.groupBy(citations, ({ article }) => article);
    const links = [...articles].map(([article, group]) =>
      this.#link(article, [...new Set(group.map(({ start, end }) => `${start}-${end}`))].join(" ")),
    );
    return superscript(links);
  }

  /** Links to articles as wholes, where no words of theirs are quoted. */
  citeArticles(articles: readonly string[]): string {
    return superscript(articles.map((article) => this.#link(article, "")));
  }

  /** Where the links back to every citation of a source will stand. */
  backLinks(number: number): string {
    return `<!--back-links ${number}-->`;
  }

  /** The page with its back links in place. */
  finish(page: string): string {
    return page.replaceAll(BACK_LINKS, (_, number) => this.#backLinks(Number(number)));
  }

  /** @throws {RangeError} for an article that has no row in the sources annex */
  #link(article: string, passages: string): string {
    const number = this.numbers.get(article);
    if (number === undefined) throw new RangeError(`article ${article} is cited but not a source`);
    this.#count += 1;
    const id = `cite-${this.#count}`;
    const uses = this.#uses.get(number);
    if (uses === undefined) this.#uses.set(number, [id]);
    else uses.push(id);
    const name = escapeHtml(this.names.source(number));
    const where = passages === "" ? "" : ` data-passages="${passages}"`;
    return `<a class="cite" id="${id}" href="#source-${number}" aria-label="${name}" data-article="${escapeHtml(article)}"${where}>[${number}]</a>`;
  }

  #backLinks(number: number): string {
    const links = (this.#uses.get(number) ?? []).map((id, i) => {
      const use = letters(i);
      return `<a href="#${id}" aria-label="${escapeHtml(this.names.back(number, use))}">${use}</a>`;
    });
    if (links.length === 0) return "";
    return `<span class="back-links">${escapeHtml(this.names.backMark)} ${links.join(" ")}</span>`;
  }
}

function superscript(links: readonly string[]): string {
  // The no-break space keeps the link on the line of the word that it follows.
  return links.length === 0 ? "" : `<sup class="cites">&nbsp;${links.join("")}</sup>`;
}

/** a, b, … z, aa, ab, … */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(97 + (index % 26));
}
