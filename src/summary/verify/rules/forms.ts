/** Rule 14: a word keeps its number, its tense and its voice, but for a passive made of an active. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { type Comparison, faultAt } from "../comparison.js";
import type { Moves } from "../moves.js";
import { auxiliariesOf, isPassive } from "../voice.js";

export function checkForms(comparison: Comparison, moves: Moves): RewriteFault[] {
  return [...checkWordForms(comparison, moves), ...checkCopulas(comparison, moves)];
}

/** "Is to blame" and "was to blame": of each tense there is no more than the passage has, passives aside. */
function checkCopulas({ source, rewrite, words }: Comparison, { turned }: Moves): RewriteFault[] {
  const count = (side: Comparison["source"], tense: string) =>
    side.tokens.filter(({ form }) => words.auxiliaries.get(form) === tense).length;
  return ["be:past", "be:present", "had"].flatMap((tense) => {
    const isNew = count(rewrite, tense) > count(source, tense) + turned.size;
    const token = rewrite.tokens.findLast(({ form }) => words.auxiliaries.get(form) === tense);
    return isNew ? [faultAt("form", token, rewrite)] : [];
  });
}

function checkWordForms(comparison: Comparison, { turned }: Moves): RewriteFault[] {
  const { source, rewrite, words } = comparison;
  return rewrite.content.flatMap((at) => {
    const from = rewrite.pair[at] ?? -1;
    const [old, fresh] = [source.tokens[from], rewrite.tokens[at]];
    if (old === undefined || fresh === undefined || turned.has(at)) return [];
    const isSame =
      old.form === fresh.form ||
      words.alternates.get(old.form)?.forms.has(fresh.form) === true ||
      /^(?:cue|pronoun|entity):/.test(fresh.key);
    return isSame && keepsTense(at, from, comparison) ? [] : [faultAt("form", fresh, rewrite)];
  });
}

function keepsTense(at: number, from: number, { source, rewrite, words }: Comparison): boolean {
  const token = rewrite.tokens[at];
  if (token === undefined || !/^(?:word|negation|hedge)$/.test(token.kind)) return true;
  // The verb behind an adverb answers for both.
  if (/ly$/.test(token.form)) return true;
  const old = auxiliariesOf(source, from, words).filter(
    (auxiliary) => !/^di?d?o?$/.test(auxiliary),
  );
  const fresh = auxiliariesOf(rewrite, at, words).filter(
    (auxiliary) => !/^di?d?o?$/.test(auxiliary),
  );
  if (old.join(" ") === fresh.join(" ")) return true;
  const isPast = token.form.endsWith("ed") || words.verbForms.get(token.form)?.past === token.form;
  // "Denied" and "has denied".
  if (isPast && [old, fresh].every((list) => list.length === 0 || list.join() === "have"))
    return true;
  // "An agreement that was reached" and "an agreement reached".
  return fresh.length === 0 && isPassive(old) && opensRelative(from, source, words);
}

function opensRelative(
  from: number,
  { tokens }: Comparison["source"],
  { relatives, opensContent, auxiliaries }: Comparison["words"],
): boolean {
  let index = from - 1;
  while (auxiliaries.has(tokens[index]?.form ?? "")) index -= 1;
  const form = tokens[index]?.form ?? "";
  return relatives.has(form) || opensContent.has(form);
}
