/** What one filling of a template knows: its language and labels, its sources, its mishaps. */

import { CITING_WORDS, type Reference, STYLES } from "../citing/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Citing, Finding } from "../model/issue.js";
import { CitationLinks } from "./citation-links.js";
import { CitationNotes } from "./citation-notes.js";
import type { CitedSource } from "./cited-words.js";
import { dateWords } from "./date-words.js";
import { escapeHtml } from "./escape-html.js";
import { EVIDENCE_LABELS } from "./evidence/place-words.js";
import { isolate } from "./isolate.js";
import { type Labels, labelHint, labelParts, labelText } from "./labels.js";
import { referenceHtml } from "./reference-html.js";
import { citingWords } from "./reference-words.js";
import type { View } from "./view/index.js";

export class Filling {
  readonly language: string;
  readonly links: CitationLinks;
  readonly diagnostics: Diagnostic[] = [];
  /** Statements that the page has told so far, and how it did last. */
  readonly told = new Map<string, "in-full" | "again">();
  readonly #sources: ReadonlyMap<string, CitedSource>;
  readonly #locale: string;
  readonly #format: Intl.NumberFormat;

  constructor(
    readonly view: View,
    readonly labels: Labels,
    readonly citing: Citing = { form: "bracket", style: "house" },
    readonly references: readonly Reference[] = [],
  ) {
    this.language = view.language;
    this.#sources = new Map(
      view.sources.map((source) => {
        const day = source.date === null ? null : dateWords(source.date, view.language);
        return [source.article, { ...source, day, hasEvidence: view.issue.draft }];
      }),
    );
    this.#locale = this.language === "en" ? "en-GB" : this.language;
    this.#format = new Intl.NumberFormat(this.#locale, { numberingSystem: "latn" });
    const names = {
      source: (number: number) => this.words("cite.source", { number }),
      show: (number: number) => this.words("cite.show", { number }),
      back: (number: number, use: string) => this.words("cite.back", { number, use }),
      backMark: this.words("cite.mark", {}),
    };
    const words = (key: string, params: Readonly<Record<string, unknown>>) =>
      this.words(key, params);
    this.links = new CitationLinks(this.#sources, names, this.#notes(), words);
  }

  #notes(): CitationNotes | null {
    if (this.citing.form === "bracket") return null;
    const references = new Map(this.references.map((reference) => [reference.number, reference]));
    const words = {
      heading: () => this.words("heading.notes", {}),
      note: (number: number) => this.words("cite.note", { number }),
      show: (number: number) => this.words("cite.show-note", { number }),
      back: (number: number) => this.words("cite.back-note", { number }),
      between: () => this.words("semicolon", {}),
    };
    return new CitationNotes(references, this.citing, this.#citingWords(), words, this.language);
  }

  #citingWords() {
    return citingWords((key, params) => this.words(key, params), this.language);
  }

  /** A source as an entry of a list, in the style of the brief. @throws {RangeError} where it is none */
  reference(article: string): string {
    const reference = this.references.find(({ id }) => id === article);
    if (reference === undefined) throw new RangeError(`article ${article} is not a source`);
    const runs = STYLES[this.citing.style].entry(reference, this.#citingWords());
    return referenceHtml(runs, reference, this.language);
  }

  /** Plain text of a label; what is missing is reported and left out. */
  words(key: string, params: Readonly<Record<string, unknown>>, count?: number): string {
    const text = labelText(this.labels, key, count);
    if (text === null) {
      this.reportLabel(key);
      return "";
    }
    return labelParts(text)
      .map((part) => {
        if (part.kind === "text") return part.text;
        const value = params[part.name];
        if (value === undefined || value === null) {
          this.reportParameter(key, part.name);
          return "";
        }
        return typeof value === "number" ? this.number(value) : this.apart(String(value));
      })
      .join("");
  }

  /** Words that are not the page's own, as they may stand among those that are. */
  apart(words: string): string {
    return isolate(words, this.view.direction);
  }

  number(value: number): string {
    return this.#format.format(value);
  }

  list(words: readonly string[]): string {
    if (words.length < 2) return words.join("");
    return new Intl.ListFormat(this.#locale, { type: "conjunction" }).format(words);
  }

  languageName(tag: string): string {
    return new Intl.DisplayNames(this.#locale, { type: "language" }).of(tag) ?? tag;
  }

  /** @param isDay whether the first end is the number of a day, which languages may join more closely */
  range(from: string, to: string, isDay: boolean): string {
    const isClose = isDay && this.labels.entries.has("range-days");
    return this.words(isClose ? "range-days" : "range", { from, to });
  }

  isSource(value: unknown): boolean {
    return typeof value === "string" && this.#sources.has(value);
  }

  /** `lang` and `dir` of an article's words where they are not the page's. */
  foreign(article: string): string {
    const { language = "und", direction = "ltr" } = this.#sources.get(article) ?? {};
    if (language === "und" || language === this.language) return "";
    return ` lang="${escapeHtml(language)}" dir="${direction}"`;
  }

  themeTitle(id: string): string {
    return this.view.themes.find((theme) => theme.id === id)?.title ?? id;
  }

  reportLabel(key: string): void {
    this.diagnostics.push({
      code: "unknown-label",
      severity: "error",
      message: `no label "${key}"`,
      place: { file: this.labels.file },
      hint: labelHint(this.labels, key),
    });
  }

  reportParameter(key: string, name: string): void {
    const { file = this.labels.file, line } = this.labels.entries.get(key) ?? {};
    this.diagnostics.push({
      code: "unknown-parameter",
      severity: "error",
      message: `label "${key}" asks for {${name}}, which is not given`,
      place: { file, ...(line === undefined ? {} : { line }) },
      hint: "take the parameter out, or give it where the label is used",
    });
  }
}

/** Labels that the helpers themselves print; a labels file without one is incomplete. */
export function labelsOfHelpers(kinds: readonly Finding["kind"][]): readonly string[] {
  return [
    "cite.source",
    "cite.show",
    "cite.back",
    "cite.mark",
    "cite.note",
    "cite.show-note",
    "cite.back-note",
    "cite.no-outlet",
    "cite.no-date",
    "cite.close",
    "inferred",
    "heading.notes",
    ...CITING_WORDS.map((word) => `reference.${word}`),
    "comma",
    "colon",
    "chart.row",
    "chart.volume",
    "chart.issue-volume",
    "chart.conflict",
    "statement.ellipsis",
    "rewrite.rewording",
    "rewrite.translation",
    "range",
    ...EVIDENCE_LABELS,
    ...kinds.map((kind) => `finding.${kind}`),
  ];
}
