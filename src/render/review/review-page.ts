/** A filled page and its style sheets in, what readers would have trouble with out: see WCAG 2.2. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { readStyleSheets } from "../pdf/css/read-stylesheet.js";
import { indexRules } from "../pdf/css/rule-index.js";
import { parsePage, type StyleSheetText } from "../pdf/page/parse-page.js";
import { collectDiagnostics } from "../pdf/report.js";
import { type Locate, reviewStructure } from "./structure.js";
import { reviewContrast } from "./text-contrast.js";

/**
 * @param file what diagnostics call the page
 * @param locate where a tag of the page was written; by default in the page itself
 */
export function reviewPage(
  html: string,
  file: string,
  sheets: readonly StyleSheetText[],
  locate: Locate = ([quoted = ""]) => ({ quoted }),
): readonly Diagnostic[] {
  const collected = collectDiagnostics(file, html);
  const page = parsePage(html, () => {});
  reviewStructure(page.root, collected.report, locate);
  reviewContrast(page, sheets, collected.report);
  return collected.diagnostics;
}

/** What is wrong with style sheets, whatever page they are for. */
export function reviewStyle(sheets: readonly StyleSheetText[]): readonly Diagnostic[] {
  const collected = collectDiagnostics("style.css");
  const read = readStyleSheets(sheets, collected.report);
  indexRules(read, { left: 0 }, collected.report);
  return collected.diagnostics;
}
