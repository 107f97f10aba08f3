/** The themes of a brief and the language of its page in, a note of the titles that it lacks out. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Lexicon } from "../model/lexicon.js";
import { primaryLanguage } from "../text/primary-language.js";

/**
 * Titles fall back to English, else to any other one: a page that mixes languages is told of, once. A theme of the short form
 * has no title in any language and goes by its id.
 */
export function untitledThemes(
  { themes: { themes }, inputs }: Pick<Lexicon, "themes" | "inputs">,
  printed: readonly string[],
  language: string,
): readonly Diagnostic[] {
  const tags = [language, primaryLanguage(language)];
  const untitled = themes.filter(
    ({ id, title }) =>
      printed.includes(id) &&
      Object.keys(title).length > 0 &&
      tags.every((tag) => title[tag] === undefined),
  );
  if (untitled.length === 0) return [];
  const file = inputs.find(({ name }) => name.endsWith("themes.yaml"))?.name;
  const isEnglish = untitled.every(({ title }) => title.en !== undefined);
  const shown = isEnglish ? "the English one" : "that of another language";
  return [
    {
      code: "theme-untitled",
      severity: "info",
      message: `no title in "${language}" of ${untitled.map(({ id }) => id).join(", ")}: ${shown} is printed`,
      ...(file === undefined ? {} : { place: { file } }),
      hint: `add ${language}: below title: and short: of each`,
    },
  ];
}
