/** The part that holds the article to its blocks, with those beside it, after Readability (Arc90, 2009; Mozilla). */
import type { Page, Part } from "./page.js";
import { isParagraph } from "./score-parts.js";
import type { TextIndex } from "./text-index.js";

/** The parts and blocks beside the top part that belong to it, as one mark for each block. */
export function joinSiblings(
  top: Part,
  scores: ReadonlyMap<Part, number>,
  page: Page,
  alive: Uint8Array,
  index: TextIndex,
): Uint8Array {
  const kept = new Uint8Array(page.blocks.length);
  const keep = (first: number, end: number) => {
    for (let at = first; at < end; at += 1) kept[at] = alive[at] ?? 0;
  };
  keep(top.first, top.end);
  const { parent } = top;
  if (parent === null || top.name === "body") return kept;
  const topScore = scores.get(top) ?? 0;
  const threshold = Math.max(10, topScore * 0.2);
  for (const sibling of parent.children) {
    if (sibling === top) continue;
    const name = top.attributes.class ?? "";
    const bonus = name !== "" && sibling.attributes.class === name ? topScore * 0.2 : 0;
    const score = scores.get(sibling);
    const isScored = score !== undefined && score + bonus >= threshold;
    const isProse =
      isParagraph(sibling) &&
      isProseText(index.length(sibling), index.linkDensity(sibling), textAt(page, sibling.first));
    if (isScored || isProse) keep(sibling.first, sibling.end);
  }
  for (let at = parent.first; at < parent.end; at += 1) {
    const block = page.blocks[at];
    if (block === undefined || page.homes[at] !== parent) continue;
    if (isProseText(block.text.length, block.linked / block.text.length, block.text))
      keep(at, at + 1);
  }
  return kept;
}

function textAt(page: Page, at: number): string {
  return page.blocks[at]?.text ?? "";
}

/** Long and hardly linked, or a short sentence without links. */
function isProseText(length: number, linkDensity: number, text: string): boolean {
  if (length > 80) return linkDensity < 0.25;
  return length > 0 && linkDensity === 0 && /\.(?: |$)/.test(text);
}
