/** Articles to one diagnostic for each language whose sentences no rules of ours split. */
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { sentenceWords } from "../../text/sentence-words.js";

export function reportUnsplitLanguages(
  articles: readonly Pick<Article, "file" | "language">[],
): Diagnostic[] {
  const files = new Map<string, string[]>();
  for (const { file, language } of articles) {
    if (sentenceWords(language) !== null) continue;
    const primary = primaryLanguage(language);
    const known = files.get(primary);
    if (known === undefined) files.set(primary, [file]);
    else known.push(file);
  }
  return [...files.keys()].sort().map((language) => unsplit(language, files.get(language) ?? []));
}

function unsplit(language: string, files: readonly string[]): Diagnostic {
  const first = files.reduce((least, file) => (file < least ? file : least), files[0] ?? "");
  const count = files.length === 1 ? "1 article" : `${files.length} articles`;
  const isUnknown = language === "und" || language === "";
  return {
    code: "unsupported-language",
    severity: "info",
    message: isUnknown
      ? `the language of ${count} could not be told: sentences are split by Unicode's default rules`
      : `no sentence rules for "${language}", the language of ${count}: split by Unicode's default rules`,
    place: { file: first },
    hint: "sentences may end at abbreviations: look with brief inspect sentences, or state the language if it is another",
  };
}
