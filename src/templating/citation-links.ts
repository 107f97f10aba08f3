/** Citations in; links to the sources annex or to notes, the cited words and back links out. */
import type { Citation } from "../model/issue.js";
import type { CitationNotes } from "./citation-notes.js";
import { type CitedGroup, type CitedSource, citedWords } from "./cited-words.js";
import { escapeHtml } from "./escape-html.js";
import { type FinishedPage, finishPage, MARKS } from "./finish-page.js";

/** What a link says to someone who cannot see where it stands. */
export interface LinkNames {
  readonly source: (number: number) => string;
  /** Of the button that shows the cited words. */
  readonly show: (number: number) => string;
  readonly back: (number: number, use: string) => string;
  /** Stands before a source's back links. */
  readonly backMark: string;
}

/** Hands out one anchor for each place of the page that cites a source. */
export class CitationLinks {
  readonly #uses = new Map<number, string[]>();
  /** Markup of the words that were cited, by the passages that they stand in. */
  readonly #cited = new Map<string, { readonly id: string; readonly html: string }>();

  /**
   * @param sources those of the annex, by article
   * @param notes null where numbers in brackets lead to the annex
   */
  constructor(
    readonly sources: ReadonlyMap<string, CitedSource>,
    readonly names: LinkNames,
    readonly notes: CitationNotes | null,
    readonly words: (key: string, params: Readonly<Record<string, unknown>>) => string,
  ) {}

  /** A superscript: the number of a note, or one link per article in the order of their first citation. */
  cite(citations: readonly Citation[], inBrackets = false): string {
    const groups = this.#groupsOf(citations);
    if (this.notes !== null && !inBrackets && groups.length > 0) {
      return this.#callNote(groups, this.notes);
    }
    return superscript(groups.map((group) => this.#bracket(group)));
  }

  /** The same in words, where a link within the page would lead nowhere: in a message. */
  citeInWords(citations: readonly Citation[]): string {
    const told = this.#groupsOf(citations).map(({ source }) => {
      const { number, article, outlet, agency, day } = source;
      this.#uses.set(number, this.#uses.get(number) ?? []);
      const name = (outlet ?? agency)?.name ?? this.words("cite.no-outlet", {});
      const date = `${this.words("comma", {})}${day ?? this.words("cite.no-date", {})}`;
      return `<span data-article="${escapeHtml(article)}">[${number}]</span> <bdi>${escapeHtml(name)}</bdi>${escapeHtml(date)}`;
    });
    const between = escapeHtml(this.words("semicolon", {}));
    return told.length === 0 ? "" : ` <span class="cited-as">${told.join(between)}</span>`;
  }

  /** Links to articles as wholes, where no words of theirs are quoted. */
  citeArticles(articles: readonly string[]): string {
    const groups = articles.map((article) => ({ source: this.#source(article), citations: [] }));
    return superscript(groups.map((group) => this.#bracket(group)));
  }

  /** Whether what is printed so far cites a source. */
  isCited(number: number): boolean {
    return this.#uses.has(number);
  }

  /** Where the links back to every citation of a source will stand. */
  backLinks(number: number): string {
    return MARKS.backLinks(number);
  }

  /** Where the words that were cited will stand, each shown by the number that cites it. */
  citedWords(): string {
    return MARKS.citedWords;
  }

  /** Where the notes will stand that do not stand at the foot of a page. */
  allNotes(): string {
    return MARKS.notes;
  }

  /** The page with all of it in place; without the cited words nothing offers to show them. */
  finish(page: string): FinishedPage {
    const { notes } = this;
    return finishPage(page, {
      backLinks: (number) => this.#backLinks(number),
      showSource: (number, id) => opener(id, `[${number}]`, this.names.show(number)),
      showNote: (number, id) => opener(id, String(number), notes?.words.show(number) ?? ""),
      citedWords: () => [...this.#cited.values()].map(({ html }) => html).join("\n"),
      footnote: (number) => notes?.footnote(number) ?? "",
      notes: () => (notes === null || notes.isEmpty ? "" : notes.section()),
      atFoot: notes?.atFoot === true,
    });
  }

  #groupsOf(citations: readonly Citation[]): readonly CitedGroup[] {
    const articles = Map.groupBy(citations, ({ article }) => article);
    return [...articles].map(([article, group]) => ({
      source: this.#source(article),
      citations: group,
    }));
  }

  /** @throws {RangeError} for an article that has no row in the sources annex */
  #source(article: string): CitedSource {
    const source = this.sources.get(article);
    if (source === undefined) throw new RangeError(`article ${article} is cited but not a source`);
    return source;
  }

  #bracket({ source, citations }: CitedGroup): string {
    const { number } = source;
    const use = this.#useOf(number);
    const name = this.names.source(number);
    const shown = this.#show([{ source, citations }], use, name, "");
    const link = this.#toSource({ source, citations }, `class="cite"`);
    return `<span class="citation" id="cite-${use}">${link}${MARKS.showSource(number, shown)}</span>`;
  }

  /** Behind the words stands a number; its note may be put behind that. */
  #callNote(groups: readonly CitedGroup[], notes: CitationNotes): string {
    const cited = groups.map((group) => {
      const { number } = group.source;
      const own = `class="note-source" id="cite-${this.#useOf(number)}"`;
      return { number, link: this.#toSource(group, own) };
    });
    const number = notes.add(cited);
    const name = notes.words.note(number);
    const toNote = `<a href="#note-${number}">${escapeHtml(name)}</a>`;
    const note = `<p class="cited-note">${toNote}</p>\n`;
    const shown = this.#show(groups, `n${number}`, name, note);
    const call = `<a class="cite" href="#note-${number}" role="doc-noteref" aria-label="${escapeHtml(name)}">${number}</a>`;
    const place = `<span class="citation" id="noteref-${number}">${call}${MARKS.showNote(number, shown)}</span>`;
    return `${superscript([place])}${MARKS.footnote(number)}`;
  }

  #toSource({ source, citations }: CitedGroup, own: string): string {
    const { number, article } = source;
    const passages = passagesOf(citations);
    const where = passages === "" ? "" : ` data-passages="${passages}"`;
    const name = escapeHtml(this.names.source(number));
    return `<a ${own} href="#source-${number}" aria-label="${name}" data-article="${escapeHtml(article)}"${where}>[${number}]</a>`;
  }

  #useOf(number: number): string {
    const uses = this.#uses.get(number) ?? [];
    const use = `${number}${letters(uses.length)}`;
    this.#uses.set(number, [...uses, use]);
    return use;
  }

  /** @returns id of the cited words; places that cite the same words share them, each note has its own */
  #show(groups: readonly CitedGroup[], use: string, name: string, note: string): string {
    const places = groups.map(
      ({ source, citations }) => `${source.article} ${passagesOf(citations)}`,
    );
    const key = `${places.join("\n")}${note}`;
    const known = this.#cited.get(key);
    if (known !== undefined) return known.id;
    this.#cited.set(key, { id: use, html: citedWords(groups, use, name, note, this.words) });
    return use;
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

function passagesOf(citations: CitedGroup["citations"]): string {
  return [...new Set(citations.map(({ start, end }) => `${start}-${end}`))].join(" ");
}

function opener(id: string, mark: string, name: string): string {
  return `<button type="button" class="cite-show" popovertarget="cited-${id}" aria-label="${escapeHtml(name)}" data-mark="${mark}"></button>`;
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
