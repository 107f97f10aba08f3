/** The part that holds most of an article to the others of its kind: pages cut long texts into boxes. */
import { around, type Page, type Part } from "./page.js";
import type { TextIndex } from "./text-index.js";

/** A box with running text: code units, and the share of them that links may have. */
const TEXT = { length: 150, links: 0.15 } as const;

/** Marks in `kept` what stands in boxes beside the top part, or beside one around it. */
export function joinAlike(
  top: Part,
  page: Page,
  alive: Uint8Array,
  index: TextIndex,
  kept: Uint8Array,
): void {
  let inner = top;
  for (const outer of around(top)) {
    // Beside the part with the page's heading stand other things, or other articles.
    if (holdsTitle(inner, page)) return;
    for (const box of outer.children) {
      if (box === inner || !isAlike(box, inner) || !isText(box, index) || holdsTitle(box, page))
        continue;
      for (let at = box.first; at < box.end; at += 1) if (alive[at] === 1) kept[at] = 1;
    }
    inner = outer;
  }
}

/** The same element under the same name, numbers of boxes aside; nameless ones only where they are sections. */
function isAlike(box: Part, other: Part): boolean {
  if (box.name !== other.name) return false;
  const [name, otherName] = [nameOf(box), nameOf(other)];
  return name === otherName && (name !== "" || box.name === "section");
}

function nameOf({ attributes }: Part): string {
  const [first = ""] = (attributes.class ?? "").trim().split(/\s+/, 1);
  return first.replace(/\d{3,}/g, "");
}

function isText(box: Part, index: TextIndex): boolean {
  return index.length(box) >= TEXT.length && index.linkDensity(box) < TEXT.links;
}

/** Whether a heading of the first rank, or a linked one as other articles have it, stands in a part. */
function holdsTitle({ first, end }: Part, { homes, blocks }: Page): boolean {
  for (let at = first; at < end; at += 1) {
    const name = homes[at]?.name ?? "";
    if (name === "h1") return true;
    const block = blocks[at];
    if (HEADING.test(name) && block !== undefined && block.linked >= block.text.length * 0.8)
      return true;
  }
  return false;
}

const HEADING = /^h[2-4]$/;
