/** How much of an article was kept, and what each rule took out of it. */
import type { Article } from "../../model/article.js";

export interface Tally {
  readonly paragraphs: number;
  /** UTF-16 code units of the paragraphs. */
  readonly kept: number;
  readonly parts: number;
  /** UTF-16 code units of the removed parts. */
  readonly removed: number;
  /** Parts and code units by rule, the rule with most parts first. */
  readonly rules: readonly RuleCount[];
}

export interface RuleCount {
  readonly rule: string;
  readonly parts: number;
  readonly units: number;
}

export function tallyReading({
  paragraphs,
  removed,
}: Pick<Article, "paragraphs" | "removed">): Tally {
  return {
    paragraphs: paragraphs.length,
    kept: lengthOf(paragraphs),
    parts: removed.length,
    removed: lengthOf(removed.map(({ text }) => text)),
    rules: countRules(removed.map(({ rule, text }) => ({ rule, parts: 1, units: text.length }))),
  };
}

/** The sums of tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    paragraphs: sum(({ paragraphs }) => paragraphs),
    kept: sum(({ kept }) => kept),
    parts: sum(({ parts }) => parts),
    removed: sum(({ removed }) => removed),
    rules: countRules(tallies.flatMap(({ rules }) => rules)),
  };
}

function countRules(counts: readonly RuleCount[]): RuleCount[] {
  const sums = new Map<string, RuleCount>();
  for (const { rule, parts, units } of counts) {
    const before = sums.get(rule) ?? { rule, parts: 0, units: 0 };
    sums.set(rule, { rule, parts: before.parts + parts, units: before.units + units });
  }
  return [...sums.values()].sort((a, b) => b.parts - a.parts || (a.rule < b.rule ? -1 : 1));
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** `1 part`, `1,204 parts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
