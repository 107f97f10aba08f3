/** A reference in, its HTML out: each run in its look, the title in its own language. */
import type { Reference, Run } from "../citing/index.js";
import { directionOf } from "./direction.js";
import { escapeHtml } from "./escape-html.js";

/** @param language of the page: words in it are not marked */
export function referenceHtml(
  runs: readonly Run[],
  reference: Reference,
  language: string,
): string {
  return runs.map((run) => runHtml(run, reference, language)).join("");
}

function runHtml(run: Run, reference: Reference, language: string): string {
  const words = escapeHtml(run.text);
  const held = holderOf(run, words, reference, language);
  const slanted = run.italic ? `<i>${held}</i>` : held;
  if (run.href === undefined) return slanted;
  return `<a href="${escapeHtml(run.href)}" rel="noopener noreferrer">${slanted}</a>`;
}

/** Names and titles keep their direction to themselves, addresses run from left to right. */
function holderOf(
  { role }: Run,
  words: string,
  { language: own }: Reference,
  language: string,
): string {
  if (role === "name") return `<bdi>${words}</bdi>`;
  if (role === "address") return `<bdi class="address" dir="ltr">${words}</bdi>`;
  if (role !== "title") return words;
  const foreign = own === "und" || own === language ? "" : ` lang="${escapeHtml(own)}"`;
  return `<bdi${foreign} dir="${directionOf(own)}">${words}</bdi>`;
}
