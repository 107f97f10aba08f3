/** The labels of a page in, the words that styles of citations put between the parts of a record out. */
import type { CitingWord, CitingWords, DateOrder } from "../citing/index.js";
import { dateWords } from "./date-words.js";

export function citingWords(
  words: (key: string, params: Readonly<Record<string, unknown>>) => string,
  language: string,
): CitingWords {
  return {
    date: (value, order) => dateOrdered(value, order, language),
    word: (key, params = {}) => words(labelOf(key), params),
  };
}

function labelOf(key: CitingWord): string {
  return key === "comma" || key === "inferred" ? key : `reference.${key}`;
}

/** Only English writes the month before the day; others put what a style puts first before the rest. */
export function dateOrdered(value: string, order: DateOrder, language: string): string {
  const isMonthFirst = order !== "day-first" && /^en\b/.test(language);
  const dayAndMonth = isMonthFirst ? "MMMM d" : "d MMMM";
  const [year, month, day] = value.split("-");
  if (month === undefined) return dateWords(value, language);
  if (order === "year-first") {
    const first = dateWords(
      `${year}-${month}-${day ?? "01"}`,
      language,
      day ? dayAndMonth : "MMMM",
    );
    return `${year}, ${first}`;
  }
  if (day === undefined) return dateWords(`${value}-01`, language, "MMMM yyyy");
  return dateWords(value, language, isMonthFirst ? "MMMM d, yyyy" : "d MMMM yyyy");
}
