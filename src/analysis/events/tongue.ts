/** A word of a language to what it adds to a passage's terms: its root or concept, or its name. */
import { primaryLanguage } from "../../text/primary-language.js";
import { stem } from "../../text/stems.js";
import { DENIALS, DENY } from "../conflicts/conflict-words.js";
import { type ConceptWords, conceptWords } from "./concept-words.js";
import { hashTerm } from "./hash-term.js";

/** What a passage is compared by; there is one object for each term of a tongue. */
export interface Term {
  /** A stem or concept; a name that nobody knows under `=`. */
  readonly term: string;
  readonly hash: number;
  /** Number of the last reading that came upon it, by which it counts once in each. */
  lastReading: number;
}

/** A folded word of a tongue; terms of it are looked for once. */
export interface KnownWord {
  readonly folded: string;
  readonly isEmpty: boolean;
  readonly isNegation: boolean;
  /** A verb of denial. */
  readonly isDenial: boolean;
  root: Term | null;
  name: Term | null;
}

/** The words of a language with what was asked of them. */
export class Tongue {
  readonly language: string;
  readonly words: ConceptWords;
  readonly #known = new Map<string, KnownWord>();
  readonly #terms = new Map<string, Term>();

  /** @param language primary language subtag */
  constructor(language: string) {
    this.language = language;
    this.words = conceptWords(language);
  }

  /**
   * @param start where the word begins in the text
   * @param before characters of the passage before it
   * @param isKnownName whether it is part of an entity's name
   */
  termOf(
    word: KnownWord,
    text: string,
    start: number,
    before: number,
    isKnownName: boolean,
  ): Term | null {
    if (word.isEmpty) return null;
    const isCapital = startsWithCapital(text, start);
    // An entity may be named in plain words ("deal on maritime boundaries"), which count as such.
    if (isKnownName && isCapital) return null;
    if (isCapital && before > 1) {
      word.name ??= this.#termOf(`=${word.folded}`);
      return word.name;
    }
    word.root ??= this.#termOf(this.#rootOf(word.folded));
    return word.root;
  }

  /** To be called between articles alone, so that a term stays one object within each. */
  forgetMany(): void {
    if (this.#known.size < KEPT_WORDS) return;
    this.#known.clear();
    this.#terms.clear();
  }

  wordOf(folded: string): KnownWord {
    const kept = this.#known.get(folded);
    if (kept !== undefined) return kept;
    const word = {
      folded,
      isEmpty: folded.length < 2 || this.words.empty.has(folded),
      isNegation: this.words.negations.has(folded),
      isDenial: isDenial(folded, this.language),
      root: null,
      name: null,
    };
    this.#known.set(folded, word);
    return word;
  }

  #rootOf(folded: string): string {
    const stemmed = stem(folded, this.language);
    return this.words.concepts.get(stemmed) ?? stemmed;
  }

  #termOf(term: string): Term {
    const kept = this.#terms.get(term);
    if (kept !== undefined) return kept;
    const made = { term, hash: hashTerm(term), lastReading: 0 };
    this.#terms.set(term, made);
    return made;
  }
}

const KEPT_WORDS = 50_000;

function startsWithCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  return /^\p{Lu}/u.test(text.slice(at, at + 2));
}

function isDenial(folded: string, language: string): boolean {
  return (language === "en" ? DENY : DENIALS).test(folded);
}

const tongues = new Map<string, Tongue>();
/** Languages come with the articles and are nobody's promise. */
const KEPT_TONGUES = 100;

/** @param language BCP 47 tag */
export function tongueOf(language: string): Tongue {
  const base = primaryLanguage(language);
  const known = tongues.get(base);
  if (known !== undefined) {
    known.forgetMany();
    return known;
  }
  const tongue = new Tongue(base);
  if (tongues.size < KEPT_TONGUES) tongues.set(base, tongue);
  return tongue;
}
