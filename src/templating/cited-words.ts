/** Sources and the words cited from them in, a popover that shows them out (HTML Standard, 6.12). */
import type { Citation } from "../model/issue.js";
import { escapeHtml } from "./escape-html.js";
import type { SourceView } from "./view/index.js";

export type CitedSource = Pick<
  SourceView,
  "number" | "article" | "title" | "language" | "direction" | "outlet" | "agency" | "inferred"
> & {
  /** Day of the article in words; null where it is not known. */
  readonly day: string | null;
  /** Whether its evidence lies beside the page: it does not go out of the house with it. */
  readonly hasEvidence: boolean;
};

export interface CitedGroup {
  readonly source: CitedSource;
  /** The words, and where they stand: each links to them in the evidence that lies beside the page. */
  readonly citations: readonly Pick<Citation, "article" | "start" | "end" | "quote">[];
}

type Words = (key: string, params: Readonly<Record<string, unknown>>) => string;

/**
 * It opens by a button that names its id and closes by another, by Escape or by a press elsewhere:
 * no script takes part.
 * @param use tells it from other places, e.g. `2b`
 * @param name what it is to those who cannot see where it stands
 * @param note where the words are cited by a note, a link to that
 * @param words a label's text
 */
export function citedWords(
  groups: readonly CitedGroup[],
  use: string,
  name: string,
  note: string,
  words: Words,
): string {
  return `<div class="cited" id="cited-${use}" popover role="dialog" aria-label="${escapeHtml(name)}">
${groups.map((group) => groupWords(group, words)).join("\n")}
${note}<button type="button" popovertarget="cited-${use}" popovertargetaction="hide">${escapeHtml(words("cite.close", {}))}</button>
</div>`;
}

function groupWords({ source, citations }: CitedGroup, words: Words): string {
  const { number, title, inferred, day } = source;
  const outlet = (source.outlet ?? source.agency)?.name ?? words("cite.no-outlet", {});
  const date = day ?? words("cite.no-date", {});
  const badge = inferred ? ` <span class="badge">${escapeHtml(words("inferred", {}))}</span>` : "";
  const foreign = ` lang="${escapeHtml(source.language)}" dir="${source.direction}"`;
  const distinct = [...new Map(citations.map((citation) => [citation.quote, citation])).values()];
  const context = escapeHtml(words("cite.context", {}));
  const passages = distinct.map(
    ({ article, start, end, quote }) =>
      `<blockquote class="statement"${foreign}>${escapeHtml(quote)}</blockquote>\n${source.hasEvidence && isFolderName(article) ? `<p class="cited-context"><a href="evidence/${article}/index.html#p-${start}-${end}">${context}</a></p>\n` : ""}`,
  );
  return `<p class="cited-outlet"><bdi>${escapeHtml(outlet)}</bdi>, ${escapeHtml(date)}${badge}</p>
${passages.join("")}<p class="cited-source"><a href="#source-${number}">[${number}] <span class="statement"${foreign}>${escapeHtml(title)}</span></a></p>`;
}

/** An id that leads to no other folder. */
function isFolderName(article: string): boolean {
  return /^[\w-]{1,64}$/.test(article);
}
