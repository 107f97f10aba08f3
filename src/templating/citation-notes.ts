/**
 * Places that cite in, numbered notes out: a source in full where it is cited first, in short where
 * it is cited again.
 */
import {
  type CitingStyle,
  type CitingWords,
  type Reference,
  type Run,
  STYLES,
} from "../citing/index.js";
import type { Citing } from "../model/issue.js";
import { directionOf } from "./direction.js";
import { escapeHtml } from "./escape-html.js";
import { referenceHtml } from "./reference-html.js";

/** What a note says besides its references. */
export interface NoteWords {
  readonly heading: () => string;
  /** Names of the links to a note and back from it, and of the button that shows its words. */
  readonly note: (number: number) => string;
  readonly show: (number: number) => string;
  readonly back: (number: number) => string;
  /** Between two sources of one note. */
  readonly between: () => string;
}

/** A source that a note cites, and the link from there to its row in the annex. */
export interface NotedSource {
  readonly number: number;
  readonly link: string;
}

export class CitationNotes {
  readonly #notes: string[] = [];
  /** By citation number, the note that cites the source in full. */
  readonly #told = new Map<number, number>();
  /** Whether paper has them at the foot of the page that calls them. */
  readonly atFoot: boolean;
  readonly #style: CitingStyle;
  readonly #ambiguous: ReadonlySet<string>;

  /** @param references by citation number */
  constructor(
    readonly references: ReadonlyMap<number, Reference>,
    { form, style }: Citing,
    readonly citing: CitingWords,
    readonly words: NoteWords,
    readonly language: string,
  ) {
    this.atFoot = form === "footnotes";
    this.#style = STYLES[style];
    this.#ambiguous = sharedNames([...references.values()], this.#style);
  }

  /** @returns number of a new note that cites these sources */
  add(cited: readonly NotedSource[]): number {
    const number = this.#notes.length + 1;
    const parts = cited.map(({ number: source, link }, index) => {
      const isLast = index === cited.length - 1;
      return `${this.#referenceTo(source, number, isLast)} ${link}`;
    });
    this.#notes.push(parts.join(escapeHtml(this.words.between())));
    return number;
  }

  get isEmpty(): boolean {
    return this.#notes.length === 0;
  }

  /**
   * A note as it stands in the text that calls it, to be set at the foot of the page; that text may be
   * of another language.
   */
  footnote(number: number): string {
    const { language } = this;
    const own = `lang="${escapeHtml(language)}" dir="${directionOf(language)}"`;
    return `<span class="footnote" id="note-${number}" role="doc-footnote" ${own}>${this.#line(number)}</span>`;
  }

  /** All notes with their heading. */
  section(): string {
    const items = this.#notes.map((_, index) => {
      const number = index + 1;
      return `<li id="note-${number}">${this.#line(number)}</li>`;
    });
    return `<section class="notes" role="doc-endnotes" aria-labelledby="notes">
<h2 id="notes">${escapeHtml(this.words.heading())}</h2>
<ol>
${items.join("\n")}
</ol>
</section>`;
  }

  #line(number: number): string {
    const name = escapeHtml(this.words.back(number));
    const back = `<a class="note-number" href="#noteref-${number}" aria-label="${name}">${number}</a>`;
    return `${back} ${this.#notes[number - 1] ?? ""}`;
  }

  #referenceTo(source: number, note: number, isLast: boolean): string {
    const reference = this.references.get(source);
    if (reference === undefined) return "";
    const told = this.#told.get(source);
    if (told === undefined) this.#told.set(source, note);
    const ambiguous = this.#ambiguous.has(this.#style.shortName(reference));
    const runs =
      told === undefined
        ? this.#style.note(reference, this.citing)
        : this.#style.again(reference, this.citing, { note: told, ambiguous });
    return referenceHtml(isLast ? runs : withoutStop(runs), reference, this.language);
  }
}

/** Another source of the same note follows. */
function withoutStop(runs: readonly Run[]): readonly Run[] {
  return runs.at(-1)?.text === "." ? runs.slice(0, -1) : runs;
}

function sharedNames(references: readonly Reference[], style: CitingStyle): ReadonlySet<string> {
  const counted = Map.groupBy(references, (reference) => style.shortName(reference));
  return new Set([...counted].flatMap(([name, sharing]) => (sharing.length > 1 ? [name] : [])));
}
