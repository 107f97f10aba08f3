/** A template's labels and the evidence of an issue in, a page for each article and one that lists them out. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { EvidenceArticle } from "../../model/evidence.js";
import type { Issue } from "../../model/issue.js";
import { foldersOf, type TemplateFiles } from "../../model/template-folder.js";
import { Filling } from "../filling.js";
import { readLabelsOfChain } from "../labels.js";
import { makeView } from "../make-view.js";
import { withoutRegion } from "../view-language.js";
import { articlePage } from "./article-page.js";
import { evidenceIndexPage } from "./index-page.js";

export interface EvidencePagesRequest {
  readonly issue: Issue;
  readonly template: TemplateFiles;
  readonly articles: readonly EvidenceArticle[];
  /** Cleaned texts by article; one that is not kept is not among them. */
  readonly texts: ReadonlyMap<string, string>;
}

/** @returns HTML by path below `evidence/`; none where the template does not speak the language */
export function evidencePages(request: EvidencePagesRequest): {
  readonly pages: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { issue, template, articles, texts } = request;
  const { language } = issue.brief;
  const folders = foldersOf(template);
  const read =
    readLabelsOfChain(folders, language) ?? readLabelsOfChain(folders, withoutRegion(language));
  // Loading the template for the brief itself tells what is wrong.
  if (read === null) return { pages: new Map(), diagnostics: [] };
  const labels = { ...read.labels, language };
  const filling = new Filling(makeView(issue, language), labels);
  const pages = new Map([["index.html", evidenceIndexPage(articles, filling)]]);
  for (const article of articles) {
    const { article: id } = article.source;
    const kept = article.text === null ? null : (texts.get(id) ?? null);
    pages.set(`${id}/index.html`, articlePage(article, kept, filling));
  }
  return { pages, diagnostics: filling.diagnostics };
}
