/** A text and the passages cited from it in, its paragraphs with a mark around each passage out. */
import type { CitedPassage } from "../../model/evidence.js";
import { paragraphSpans } from "../../text/paragraph-spans.js";
import { escapeHtml } from "../escape-html.js";

/** What stands behind a passage, e.g. a link to who cites it. */
export type AfterPassage = (passage: CitedPassage) => string;

/** The anchor of a passage on its page. */
export function markId({ start, end }: Pick<CitedPassage, "start" | "end">): string {
  return `p-${start}-${end}`;
}

/**
 * Marks of passages that overlap are closed and opened again, so that they nest; only the first part
 * of a passage has its anchor.
 * @param passages in the order of the text
 * @returns HTML of each paragraph's content
 */
export function markParagraphs(
  text: string,
  passages: readonly CitedPassage[],
  after: AfterPassage = () => "",
): readonly string[] {
  const opened = new Set<CitedPassage>();
  return paragraphSpans(text).map(({ start, end }) => {
    const inside = passages.filter((one) => one.start < end && one.end > start);
    const cuts = inside.flatMap((one) => [Math.max(one.start, start), Math.min(one.end, end)]);
    const places = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
    let open: readonly CitedPassage[] = [];
    let html = "";
    for (const [at, place] of places.entries()) {
      const next = places[at + 1];
      const covering = next === undefined ? [] : inside.filter((one) => covers(one, place, next));
      const kept = sharedStart(open, covering);
      const closed = open.slice(kept).toReversed();
      html += closed.map((one) => closeMark(one, place, after)).join("");
      html += covering
        .slice(kept)
        .map((one) => openMark(one, opened))
        .join("");
      html += next === undefined ? "" : escapeHtml(text.slice(place, next));
      open = covering;
    }
    return html;
  });
}

function covers({ start, end }: CitedPassage, from: number, to: number): boolean {
  return start <= from && end >= to;
}

function sharedStart(a: readonly CitedPassage[], b: readonly CitedPassage[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function openMark(passage: CitedPassage, opened: Set<CitedPassage>): string {
  const kind = isSpelling(passage) ? ' class="name"' : "";
  if (opened.has(passage)) return `<mark${kind}>`;
  opened.add(passage);
  return `<mark id="${markId(passage)}"${kind}>`;
}

function closeMark(passage: CitedPassage, place: number, after: AfterPassage): string {
  return place >= passage.end ? `</mark>${after(passage)}` : "</mark>";
}

/** Cited for a spelling alone. */
export function isSpelling({ uses }: CitedPassage): boolean {
  return uses.every(({ place }) => place === "names");
}
