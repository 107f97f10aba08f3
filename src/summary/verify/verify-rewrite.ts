/** A rewritten sentence and the passages it cites to whether it may be printed: all rules hold, or it may not. */
import type { RewriteFault, RewriteVerdict } from "../../model/rewrite.js";
import { type Alias, type AliasIndex, indexAliases } from "./aliases.js";
import { type Comparison, compare } from "./comparison.js";
import { explainOrder } from "./moves.js";
import { type ReadingWith, readTokens } from "./read-tokens.js";
import { checkAttributions } from "./rules/attributions.js";
import { checkForms } from "./rules/forms.js";
import { checkNewWords } from "./rules/new-words.js";
import { checkNovelty } from "./rules/novelty.js";
import { checkOmissions } from "./rules/omissions.js";
import { checkOrder } from "./rules/order.js";
import { checkOutlets } from "./rules/outlets.js";
import { checkQuotations } from "./rules/quotations.js";
import { checkShape, LONGEST_PASSAGE } from "./rules/shape.js";
import { wordsOf } from "./words/index.js";

export interface RewriteContext {
  /** BCP 47 tag of the passages and of the rewrite. */
  readonly language: string;
  /** The sentence before the first passage, which says who its pronouns are. */
  readonly before?: string | undefined;
  /** Other forms of the names; none by default. */
  readonly aliases?: readonly Alias[];
}

/** @param passages that the statement cites; the rewrite must follow from one of them */
export function verifyRewrite(
  rewrite: string,
  passages: readonly string[],
  context: RewriteContext,
): RewriteVerdict {
  const { language } = context;
  const words = wordsOf(language);
  const [first = ""] = passages;
  if (words === null) return refused({ rule: "language", words: language, place: null });
  if (first === "") return refused({ rule: "citation", words: rewrite.slice(0, 80), place: null });
  const shape = checkShape(rewrite, first, language);
  if (shape.length > 0) return { accepted: false, faults: shape };
  const aliases = indexed(context.aliases ?? []);
  const means: ReadingWith = { language, words, aliases };
  const verdicts = passages
    .filter((passage) => passage.length <= LONGEST_PASSAGE)
    .map((passage) => verifyAgainst(rewrite, passage, context.before, means));
  const [nearest = refused({ rule: "shape", words: "", place: null })] = verdicts;
  return verdicts.find(({ accepted }) => accepted) ?? nearest;
}

function refused(fault: RewriteFault): RewriteVerdict {
  return { accepted: false, faults: [fault] };
}

function verifyAgainst(
  rewrite: string,
  passage: string,
  before: string | undefined,
  means: ReadingWith,
): RewriteVerdict {
  const read = (text: string) => readTokens(text, means);
  const context = before === undefined ? null : read(before);
  const comparison = compare(read(passage), read(rewrite), context, means.words);
  const faults = checkAll(comparison);
  return { accepted: faults.length === 0, faults };
}

function checkAll(comparison: Comparison): RewriteFault[] {
  const moves = explainOrder(comparison);
  return [
    ...checkNewWords(comparison),
    ...checkQuotations(comparison),
    ...checkAttributions(comparison),
    ...checkOrder(comparison, moves),
    ...checkForms(comparison, moves),
    ...checkOmissions(comparison),
    ...checkOutlets(comparison),
    ...checkNovelty(comparison),
  ];
}

const indexes = new WeakMap<readonly Alias[], AliasIndex>();

function indexed(aliases: readonly Alias[]): AliasIndex {
  const known = indexes.get(aliases);
  if (known !== undefined) return known;
  const made = indexAliases(aliases);
  indexes.set(aliases, made);
  return made;
}
