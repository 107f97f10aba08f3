/** A source and the words cited from it in, a popover that shows them out (HTML Standard, 6.12). */
import { escapeHtml } from "./escape-html.js";
import type { SourceView } from "./view.js";

export type CitedSource = Pick<
  SourceView,
  "number" | "title" | "language" | "direction" | "outlet" | "agency" | "inferred"
> & {
  /** Day of the article in words; null where it is not known. */
  readonly day: string | null;
};

/**
 * It opens by a button that names its id and closes by another, by Escape or by a press elsewhere:
 * no script takes part.
 * @param use tells it from other places, e.g. `2b`
 * @param words a label's text
 */
export function citedWords(
  source: CitedSource,
  quotes: readonly string[],
  use: string,
  words: (key: string, params: Readonly<Record<string, unknown>>) => string,
): string {
  const { number, title, inferred, day } = source;
  const outlet = (source.outlet ?? source.agency)?.name ?? words("cite.no-outlet", {});
  const date = day ?? words("cite.no-date", {});
  const badge = inferred ? ` <span class="badge">${escapeHtml(words("inferred", {}))}</span>` : "";
  const foreign = ` lang="${escapeHtml(source.language)}" dir="${source.direction}"`;
  const name = escapeHtml(words("cite.source", { number }));
  const passages = quotes.map(
    (quote) => `<blockquote class="statement"${foreign}>${escapeHtml(quote)}</blockquote>\n`,
  );
  return `<div class="cited" id="cited-${use}" popover role="dialog" aria-label="${name}">
<p class="cited-outlet"><bdi>${escapeHtml(outlet)}</bdi>, ${escapeHtml(date)}${badge}</p>
${passages.join("")}<p class="cited-source"><a href="#source-${number}">[${number}] <span class="statement"${foreign}>${escapeHtml(title)}</span></a></p>
<button type="button" popovertarget="cited-${use}" popovertargetaction="hide">${escapeHtml(words("cite.close", {}))}</button>
</div>`;
}
