/** Citations in; bracket links to the sources annex, the cited words and back links from it out. */
import type { Citation } from "../model/issue.js";
import { type CitedSource, citedWords } from "./cited-words.js";
import { escapeHtml } from "./escape-html.js";

/** What a link says to someone who cannot see where it stands. */
export interface LinkNames {
  readonly source: (number: number) => string;
  /** Of the button that shows the cited words. */
  readonly show: (number: number) => string;
  readonly back: (number: number, use: string) => string;
  /** Stands before a source's back links. */
  readonly backMark: string;
}

/**
 * Some parts are known only when the whole page is filled; until then these mark their places. Text
 * of the data cannot hold them: its `<` is escaped.
 */
const BACK_LINKS = /<!--back-links (\d+)-->/g;
const OPENERS = /<!--show (\d+) (\w+)-->/g;
const CITED_WORDS = "<!--cited-words-->";

/** Hands out one anchor for each place of the page that cites a source. */
export class CitationLinks {
  readonly #uses = new Map<number, string[]>();
  /** Markup of the words that were cited, by the passages that they stand in. */
  readonly #cited = new Map<string, { readonly id: string; readonly html: string }>();

  /** @param sources those of the annex, by article */
  constructor(
    readonly sources: ReadonlyMap<string, CitedSource>,
    readonly names: LinkNames,
    readonly words: (key: string, params: Readonly<Record<string, unknown>>) => string,
  ) {}

  /** One superscript link per article, in the order of their first citation. */
  cite(citations: readonly Citation[]): string {
    const articles = Map.groupBy(citations, ({ article }) => article);
    return superscript([...articles].map(([article, group]) => this.#link(article, group)));
  }

  /** Links to articles as wholes, where no words of theirs are quoted. */
  citeArticles(articles: readonly string[]): string {
    return superscript(articles.map((article) => this.#link(article, [])));
  }

  /** Whether what is printed so far cites a source. */
  isCited(number: number): boolean {
    return this.#uses.has(number);
  }

  /** Where the links back to every citation of a source will stand. */
  backLinks(number: number): string {
    return `<!--back-links ${number}-->`;
  }

  /** Where the words that were cited will stand, each shown by the number that cites it. */
  citedWords(): string {
    return CITED_WORDS;
  }

  /** The page with all of it in place; without the cited words nothing offers to show them. */
  finish(page: string): string {
    const shows = page.includes(CITED_WORDS);
    return page
      .replaceAll(BACK_LINKS, (_, number) => this.#backLinks(Number(number)))
      .replaceAll(OPENERS, (_, number, id) => (shows ? this.#opener(Number(number), id) : ""))
      .replace(CITED_WORDS, () => [...this.#cited.values()].map(({ html }) => html).join("\n"));
  }

  /** @throws {RangeError} for an article that has no row in the sources annex */
  #link(article: string, group: readonly Citation[]): string {
    const source = this.sources.get(article);
    if (source === undefined) throw new RangeError(`article ${article} is cited but not a source`);
    const { number } = source;
    const uses = this.#uses.get(number) ?? [];
    const use = `${number}${letters(uses.length)}`;
    this.#uses.set(number, [...uses, use]);
    const passages = [...new Set(group.map(({ start, end }) => `${start}-${end}`))].join(" ");
    const cited = this.#cite(source, group, `${article} ${passages}`, use);
    const name = escapeHtml(this.names.source(number));
    const where = passages === "" ? "" : ` data-passages="${passages}"`;
    return `<span class="citation" id="cite-${use}"><a class="cite" href="#source-${number}" aria-label="${name}" data-article="${escapeHtml(article)}"${where}>[${number}]</a><!--show ${number} ${cited}--></span>`;
  }

  /** @returns id of the cited words; places that cite the same words share them */
  #cite(source: CitedSource, group: readonly Citation[], key: string, use: string): string {
    const known = this.#cited.get(key);
    if (known !== undefined) return known.id;
    const html = citedWords(source, group, use, this.words);
    this.#cited.set(key, { id: use, html });
    return use;
  }

  #opener(number: number, id: string): string {
    const name = escapeHtml(this.names.show(number));
    return `<button type="button" class="cite-show" popovertarget="cited-${id}" aria-label="${name}" data-mark="[${number}]"></button>`;
  }

  #backLinks(number: number): string {
    const links = (this.#uses.get(number) ?? []).map((use) => {
      const letter = use.slice(String(number).length);
      const name = escapeHtml(this.names.back(number, letter));
      return `<a href="#cite-${use}" aria-label="${name}">${letter}</a>`;
    });
    if (links.length === 0) return "";
    return `<span class="back-links" data-only="page">${escapeHtml(this.names.backMark)} ${links.join(" ")}</span>`;
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
