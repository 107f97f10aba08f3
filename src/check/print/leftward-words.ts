/**
 * Words of a block of text in, the same with those from right to left taken together out: a PDF shows
 * them as they are seen, so that their letters come in another order, and their spaces are places.
 * Letters are compared by which and how many there are; figures and words between them as they stand.
 */
import type { Word } from "./word.js";

export const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Stands for the number of a page until it is known; a letter of no script. */
export const PAGE_NUMBER = "\ue000";

/**
 * `runs`: from the first word from right to left to the last one; `all`: the whole of every block, as in
 * a page from right to left, where Latin words lose spaces too; `none`: words as they are.
 */
export type Joining = "none" | "runs" | "all";

export function joinLeftward(words: readonly Word[], joining: Joining): readonly Word[] {
  if (joining === "none") return words;
  if (joining === "runs" && !words.some(({ text }) => LEFTWARD.test(text))) return words;
  const joined: Word[] = [];
  let run: Word[] = [];
  const endRun = (): void => {
    joined.push(...(joining === "all" ? joinFlow(run) : joinRun(run)));
    run = [];
  };
  for (const word of words) {
    if (joining === "all") {
      if (run[0]?.href !== word.href) endRun();
      run.push(word);
    } else if (word.href !== null) {
      endRun();
      joined.push(word);
    } else run.push(word);
  }
  endRun();
  return joined;
}

/** All of a run that is mostly from right to left; of others, from the first such word to the last. */
function joinRun(run: readonly Word[]): readonly Word[] {
  const isLeftward = ({ text }: Word) => LEFTWARD.test(text);
  const leftward = run.filter(isLeftward).length;
  if (leftward === 0) return run;
  const isWhole = leftward * 2 >= run.length;
  const from = isWhole ? 0 : run.findIndex(isLeftward);
  const to = isWhole ? run.length : run.findLastIndex(isLeftward) + 1;
  return [...run.slice(0, from), ...joinAll(run.slice(from, to)), ...run.slice(to)];
}

function joinAll(words: readonly Word[]): readonly Word[] {
  const [first] = words;
  if (first === undefined) return [];
  const shown = words.map(({ text }) => text).join(" ");
  const others = [
    ...shown.matchAll(/[\p{Script=Latin}\p{N}]+(?:[.,:/-][\p{Script=Latin}\p{N}]+)*/gu),
  ];
  const kept = others.map(([text]) => text).sort();
  const letters = [...shown.normalize("NFKC").replace(/[\s\p{Script=Latin}\p{N}]/gu, "")].sort();
  const ids = words.flatMap((word) => word.ids ?? []);
  return [{ ...first, ids, text: [...kept, letters.join("")].join(" "), shown }];
}

/** Latin letters and figures are written in the order of reading; where their spaces are is not kept. */
function joinFlow(words: readonly Word[]): readonly Word[] {
  const [first] = words;
  if (first === undefined) return [];
  const shown = words.map(({ text }) => text).join(" ");
  const plain = shown.normalize("NFKC").replace(/\s/g, "");
  const kept = plain.replace(/[^\p{Script=Latin}\p{N}\ue000]/gu, "");
  const others = [...plain.replace(/[\p{Script=Latin}\p{N}\ue000]/gu, "")].sort();
  const ids = words.flatMap((word) => word.ids ?? []);
  return [{ ...first, ids, text: `${kept} ${others.join("")}`, shown }];
}
