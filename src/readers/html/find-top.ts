/** Scored parts to the one that holds the article, after Readability (Arc90, 2009; Mozilla). */
import { around, type Page, type Part } from "./page.js";
import type { TextIndex } from "./text-index.js";

const CANDIDATES = 5;

/** The part that holds the article, as far as scores tell. */
export function findTop(scores: ReadonlyMap<Part, number>, index: TextIndex, page: Page): Part {
  const ranked = [...scores]
    .map(([part, score]) => ({ part, score: score * (1 - index.linkDensity(part)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES);
  const [best, ...others] = ranked;
  const root = page.parts.find(({ name }) => name === "body") ?? page.parts[0];
  if (root === undefined) throw new Error("a page has a root");
  if (best === undefined || best.part.parent === null || best.part === root) return root;
  const rivals = others.filter(({ score }) => score >= best.score * 0.75);
  return climb(
    sharedAncestor(
      best.part,
      rivals.map(({ part }) => part),
    ),
    scores,
  );
}

const MIN_RIVALS = 3;

/** Where several parts are nearly as good, what holds most of them is better. */
function sharedAncestor(best: Part, rivals: readonly Part[]): Part {
  if (rivals.length < MIN_RIVALS) return best;
  for (const outer of around(best)) {
    if (outer.name === "body" || outer.parent === null) break;
    const inside = rivals.filter((rival) => [...around(rival)].includes(outer));
    if (inside.length >= MIN_RIVALS) return outer;
  }
  return best;
}

/** Up while the score rises, or while there is nothing else beside. */
function climb(start: Part, scores: ReadonlyMap<Part, number>): Part {
  let top = start;
  let last = scores.get(top) ?? 0;
  const threshold = last / 3;
  for (const outer of around(top)) {
    if (outer.name === "body" || outer.parent === null) break;
    const score = scores.get(outer);
    if (score === undefined) continue;
    if (score < threshold) break;
    if (score > last) {
      top = outer;
      break;
    }
    last = score;
  }
  while (top.parent !== null && top.parent.parent !== null && top.parent.name !== "body") {
    if (top.parent.children.length !== 1) break;
    top = top.parent;
  }
  return top;
}
