/** A loaded template and an issue in, what is wrong with its style sheets and with the page that it fills out. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { reviewPage, reviewStyle } from "../render/index.js";
import { fillTemplate, type Template } from "../templating/index.js";

/** @param issue null where none is at hand: the page is not looked at then */
export function reviewTemplate(template: Template, issue: Issue | null): readonly Diagnostic[] {
  const style = reviewStyle(template.sheets);
  if (issue === null) return style;
  const spoken = [...template.labels.keys()];
  const language = spoken.includes(issue.brief.language) ? issue.brief.language : spoken[0];
  if (language === undefined) return style;
  const { html, diagnostics } = fillTemplate(template, issue, { language });
  if (html === "") return [...style, ...diagnostics];
  const { file } = template.entry;
  const page = reviewPage(html, file, template.sheets, (tags) => placeOf(tags, template));
  return [...style, ...diagnostics, ...page];
}

type Place = { readonly file: string; readonly line: number; readonly column: number };

/** Where one of the beginnings of a tag stands in the template, the most exact one that stands once. */
function placeOf(beginnings: readonly string[], template: Template): Place | undefined {
  const files = [template.entry, ...template.partials.values()];
  for (const beginning of beginnings) {
    const found = files.flatMap(({ file, text }) => placesIn(file, text, beginning));
    if (found.length === 1 || (found.length > 1 && beginning.includes('="'))) return found[0];
  }
  return undefined;
}

/** Two of them are enough to know that it does not stand once. */
function placesIn(file: string, text: string, words: string): readonly Place[] {
  const places: Place[] = [];
  for (
    let at = text.indexOf(words);
    at >= 0 && places.length < 2;
    at = text.indexOf(words, at + 1)
  ) {
    const before = text.slice(0, at).split("\n");
    places.push({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  }
  return places;
}
