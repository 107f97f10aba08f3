/** The content of an evidence page in, a page that stands alone and runs nothing out. */
import { createHash } from "node:crypto";
import { escapeHtml, showControls } from "../escape-html.js";
import type { Filling } from "../filling.js";
import { EVIDENCE_STYLE } from "./evidence-style.js";

/** Only this style is let in, by its hash; nothing is loaded and nothing is run. */
function policyFor(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

export interface EvidencePage {
  /** Plain text. */
  readonly title: string;
  /** Links of the head, as HTML. */
  readonly links: readonly string[];
  /** HTML. */
  readonly main: string;
}

export function framePage({ view, language }: Filling, page: EvidencePage): string {
  const { brief, issue, marking, direction } = view;
  const marks = `<b class="marking">${escapeHtml(marking.label)}</b>`;
  const style = `${EVIDENCE_STYLE}.marking { color: ${marking.colour}; background: ${marking.background}; }`;
  return showControls(`<!doctype html>
<html lang="${escapeHtml(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="marks"><span><bdi>${escapeHtml(brief.title)}</bdi> · <bdi>${escapeHtml(issue.id)}</bdi></span>${marks}</p>
<nav>${page.links.join(" ")}</nav>
</header>
<main>
${page.main}
</main>
<footer>
<p class="marks"><span></span>${marks}</p>
</footer>
</body>
</html>
`);
}
