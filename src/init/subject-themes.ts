/** The words of a subject in, a theme for each of its phrases out, and all of them as a file of themes. */
import type { SuggestedTermLine } from "../model/inspect.js";
import { ANY_LANGUAGE } from "../model/lexicon.js";
import { themeIdOf } from "./brief-id.js";

export interface SubjectTheme {
  readonly id: string;
  readonly title: string;
  /** The phrase as it was given: below `mul` every language finds it with its endings. */
  readonly term: string;
  /** Single words of a longer phrase: two of them in a passage do for it. */
  readonly words: readonly string[];
}

/** More would be a list of key words, and no themes. */
export const MOST_THEMES = 20;
export const LONGEST_PHRASE = 80;

/** @param subject phrases between commas or semicolons, of any script */
export function subjectThemes(subject: string): readonly SubjectTheme[] {
  const seen = new Set<string>();
  const themes: SubjectTheme[] = [];
  for (const phrase of phrasesOf(subject)) {
    const id = freeId(themeIdOf(phrase) ?? `theme_${themes.length + 1}`, seen);
    const plain = phrase.replaceAll("*", "");
    themes.push({ id, title: capitalised(plain), term: phrase, words: partsOf(plain) });
  }
  return themes;
}

export function phrasesOf(subject: string): readonly string[] {
  const phrases = subject
    .normalize("NFC")
    .split(/[,;،؛、\n]/)
    .map((phrase) => phrase.replace(/\s+/g, " ").trim())
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  return [...new Map(phrases.map((phrase) => [phrase.toLowerCase(), phrase])).values()];
}

function freeId(id: string, seen: Set<string>): string {
  let free = id;
  for (let nth = 2; seen.has(free); nth += 1) free = `${id}_${nth}`;
  seen.add(free);
  return free;
}

function capitalised(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/** Shorter ones are mostly articles and prepositions. */
const SHORTEST_PART = 4;

function partsOf(phrase: string): readonly string[] {
  const words = phrase.split(" ");
  if (words.length < 2) return [];
  return [...new Set(words.filter(({ length }) => length >= SHORTEST_PART))];
}

/** What the articles offer for a theme, by its id. */
export type Proposals = ReadonlyMap<string, readonly SuggestedTermLine[]>;

/**
 * Proposals are comments: which of them belongs to the theme is the desk's to say.
 * @param rest themes that follow as they stand, each from its `  - id:` on
 */
export function themesText(
  themes: readonly SubjectTheme[],
  language: string,
  proposals: Proposals = new Map(),
  rest = "",
): string {
  const own = themes.map((theme) => themeText(theme, language, proposals.get(theme.id) ?? []));
  return `${HEAD}${own.join("\n")}${rest === "" ? "" : `\n${REST}${rest}`}`;
}

const HEAD = `# Themes: which passages of an article belong to which topic, begun from the words of the subject.
# Go on from here: try a term with "brief themes try", ask for more with "brief themes suggest".
#
# - strong    says on its own what a passage is about
# - near      puts a passage beside the theme, never assigns an article to it
# - weak      supports other terms: two of them do for a passage
# - negative  says that the passage is about something else
#
# Terms below mul count in every language, with its endings: price finds prices. en:, tr:, ar: and so on
# hold those of one, as they are written; a * lets a word run on there. Case and accents do not count.
version: "1"

# Words of which one has to stand in an article for its scores to count in full, such as the places
# that you follow:
# context:
#   en: [Sahel, Mali*, Niger]

themes:
`;

const REST = `  # General themes to begin with: take out what you do not follow.
`;

function themeText(
  { id, title, term, words }: SubjectTheme,
  language: string,
  proposed: readonly SuggestedTermLine[],
): string {
  const lines = [
    `  - id: ${id}`,
    `    title: { ${language}: ${quoted(title)} }`,
    "    # question: What does the reader want to know of it?",
    "    terms:",
    `      ${ANY_LANGUAGE}:`,
    `        strong: [${quoted(term)}]`,
    ...(words.length === 0 ? [] : [`        weak: [${words.map(quoted).join(", ")}]`]),
    ...proposalLines(proposed),
  ];
  return `${lines.join("\n")}\n`;
}

function proposalLines(proposed: readonly SuggestedTermLine[]): readonly string[] {
  if (proposed.length === 0) return [];
  return [
    "        # Your articles on the theme say these more often than the others do. Take the # away from",
    "        # near and from what belongs here:",
    "        # near:",
    ...proposed.map(
      ({ phrase, articles, score }) =>
        `        #   - ${quoted(phrase)} # in ${articles} articles${score < BEYOND_CHANCE ? ", may be chance" : ""}`,
    ),
  ];
}

/** Standard deviations, as `brief themes suggest` tells it. */
const BEYOND_CHANCE = 2;

/** Every string of JSON is one of YAML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
