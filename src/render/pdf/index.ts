/** An HTML page in, the bytes of its PDF out. The stages, in order; each is a folder. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { buildBoxes } from "./boxes/build-boxes.js";
import { createCascade, type Report } from "./css/cascade.js";
import { readStyleSheet } from "./css/read-stylesheet.js";
import { USER_AGENT_SHEET } from "./css/user-agent-sheet.js";
import { createLayout, layOut } from "./layout/layout.js";
import { parsePage } from "./page/parse-page.js";
import { readPageStyle } from "./pages/page-style.js";
import { paginate } from "./pages/paginate.js";

export interface PdfOptions {
  /** Written into the file as its date, so that the same page gives the same bytes. */
  readonly createdAt: Date;
  /** What diagnostics call the page; `page.html` when not given. */
  readonly file?: string;
}

export interface PdfResult {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly diagnostics: readonly Diagnostic[];
}

export async function renderPdf(html: string, options: PdfOptions): Promise<PdfResult> {
  const file = options.file ?? "page.html";
  const { diagnostics, report, missing } = collectDiagnostics(file);
  const painting = import("./paint/paint.js");

  const page = parsePage(html, file, (diagnostic) => diagnostics.push(diagnostic));
  const sheets = [
    readStyleSheet(USER_AGENT_SHEET, 1, report),
    ...page.styleSheets.map(({ css, firstLine }) => readStyleSheet(css, firstLine, report)),
  ];
  const cascade = createCascade(sheets, report);
  const body = buildBoxes(page.root, page.body, cascade);
  const rootStyle = cascade.styleOf(page.root, undefined);
  const pageRules = sheets.flatMap((sheet) => sheet.pageRules);
  const paper = readPageStyle(pageRules, cascade, rootStyle, report);
  const column = paper.width - paper.margins.left - paper.margins.right;
  const pageHeight = paper.height - paper.margins.top - paper.margins.bottom;
  const layout = createLayout(pageHeight, missing);
  const flow = layOut(body, column, layout);
  const pages = paginate(flow, paper, page.language, layout);
  const { paintDocument } = await painting;
  const { title, author, language } = page;
  const bytes = await paintDocument(pages, paper, { ...options, title, author, language });
  return { bytes, pages: pages.length, diagnostics };
}

function collectDiagnostics(file: string): {
  diagnostics: Diagnostic[];
  report: Report;
  missing: (letter: string) => void;
} {
  const diagnostics: Diagnostic[] = [];
  const missingLetters = new Set<string>();
  return {
    diagnostics,
    report: (code, message, line, hint) =>
      diagnostics.push({ code, severity: "warning", message, place: { file, line }, hint }),
    missing: (letter) => {
      if (missingLetters.has(letter)) return;
      missingLetters.add(letter);
      const codePoint = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      diagnostics.push({
        code: "missing-glyph",
        severity: "warning",
        message: `no font has the letter "${letter}" (U+${codePoint}); it shows as an empty box`,
        place: { file },
        hint: "write it with letters that IBM Plex or Amiri has",
      });
    },
  };
}
