/** The passages of an article to their themes: by their sentences, their neighbours and the title. */
import type { Passage, PassageTheme, Span } from "../../model/analysis.js";
import type { ThemesFile } from "../../model/lexicon.js";
import { splitWords } from "../../text/words.js";
import type { SentenceRun } from "../passages/passages.js";
import { type Hit, hitsWithin, oncePerTerm, type TermReading } from "./theme-hits.js";

export interface PassageReading {
  readonly title: TermReading;
  readonly body: TermReading;
  /** Divides the scores of an article that is not about the region of the lexicon. */
  readonly divisor: number;
  readonly file: ThemesFile;
}

/**
 * A passage has the themes that at least half of its sentences carry, each with the score of the
 * best one: what a long quotation touches once in passing is not what it is about, unless the
 * passage before or behind it is.
 */
export function labelPassages(
  passages: readonly SentenceRun[],
  reading: PassageReading,
): Passage[] {
  const touched = passages.map((passage) => touchedThemes(passage, reading));
  const carried = touched.map((themes) => themes.filter(({ isCarried }) => isCarried));
  const isCarriedAt = (id: string, at: number) =>
    carried[at]?.some(({ label }) => label.id === id) === true;
  return passages.map((passage, at): Passage => {
    const labels = (touched[at] ?? [])
      .filter(
        ({ label: { id }, isCarried }) =>
          isCarried || isCarriedAt(id, at - 1) || isCarriedAt(id, at + 1),
      )
      .map(({ label }) => label);
    const { start, end, text } = passage;
    const themes = at === 0 ? withTitle(labels, passage, reading) : labels;
    return { start, end, text, role: "content", themes };
  });
}

interface Touched {
  readonly label: PassageTheme;
  /** Whether half of the sentences are on the theme. */
  readonly isCarried: boolean;
}

function touchedThemes({ sentences }: SentenceRun, reading: PassageReading): Touched[] {
  const labels = sentences.flatMap((sentence) => labelSentence(sentence, reading));
  if (labels.length === 0) return [];
  return reading.file.themes.flatMap(({ id }) => {
    const own = labels.filter((label) => label.id === id);
    if (own.length === 0) return [];
    const score = Math.max(...own.map((label) => label.score));
    const terms = [...new Set(own.flatMap((label) => label.terms))];
    return [{ label: { id, score, terms }, isCarried: own.length >= sentences.length / 2 }];
  });
}

function labelSentence(sentence: Span, { body, divisor, file }: PassageReading): PassageTheme[] {
  const inside = hitsWithin(body.hits, sentence.start, sentence.end);
  if (inside.length === 0) return [];
  return scoreHits(inside, divisor, file).map(({ id, score, evidence }) => {
    const standing = evidence.map((hit) => body.text.slice(hit.start, hit.end));
    return { id, score, terms: [...new Set(standing)] };
  });
}

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly evidence: readonly Hit[];
}

/** The themes that reach the score of a passage. */
function scoreHits(hits: readonly Hit[], divisor: number, file: ThemesFile): Scored[] {
  const { themes, rule, weights } = file;
  return themes.flatMap(({ id }) => {
    const own = hits.filter((hit) => hit.theme === id);
    const sum = oncePerTerm(own).reduce((total, hit) => total + weights[hit.level], 0);
    const score = round(sum / divisor);
    const evidence = own.filter((hit) => hit.level !== "negative");
    return evidence.length === 0 || score < rule.minPassageScore ? [] : [{ id, score, evidence }];
  });
}

/**
 * A first sentence that says what the title says is on the themes of the title, even where it
 * says so in words of its own.
 */
function withTitle(
  labels: readonly PassageTheme[],
  lead: SentenceRun,
  { title, divisor, file }: PassageReading,
): PassageTheme[] {
  if (title.hits.length === 0 || lead.sentences.length > 1 || !repeats(lead.text, title.text)) {
    return [...labels];
  }
  const titled = scoreHits(title.hits, divisor, file);
  return file.themes.flatMap(({ id }): PassageTheme[] => {
    const own = labels.find((label) => label.id === id);
    if (own !== undefined) return [own];
    const isTitled = titled.some((theme) => theme.id === id);
    return isTitled ? [{ id, score: file.rule.minPassageScore, terms: [] }] : [];
  });
}

/** Of the words of a title, this part stands in a sentence that says the same. */
const REPEATED = 1 / 3;

function repeats(sentence: string, title: string): boolean {
  const words = new Set(splitWords(title).map(({ folded }) => folded));
  const said = new Set(splitWords(sentence).map(({ folded }) => folded));
  const repeated = [...words].filter((word) => said.has(word)).length;
  return repeated >= words.size * REPEATED;
}

/** Two decimals: a third must not print as 1.3333333333333333. */
function round(score: number): number {
  return Math.round(score * 100) / 100;
}
