/** A verb and what stands before it to its tense and voice, as far as a passive needs them. */
import type { Side } from "./comparison.js";
import type { LanguageWords } from "./words/index.js";

/** The auxiliaries before a verb, adverbs passed over: `["have", "been"]`. */
export function auxiliariesOf(side: Side, at: number, words: LanguageWords): readonly string[] {
  const { tokens } = side;
  const found: string[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const auxiliary = words.auxiliaries.get(token?.form ?? "");
    if (auxiliary !== undefined) found.unshift(auxiliary);
    else if (token === undefined || !isAdverb(token.form, words)) break;
  }
  return found;
}

function isAdverb(form: string, { negations, droppable, quantifiers }: LanguageWords): boolean {
  return (
    /ly$/.test(form) ||
    form === "not" ||
    form === "never" ||
    droppable.has(form) ||
    negations.has(form) ||
    (quantifiers.has(form) && !/^(?:some|all|most|many|few|several|any|each|both|half)$/.test(form))
  );
}

export const isPassive = (auxiliaries: readonly string[]): boolean =>
  auxiliaries.some((auxiliary) => /^be(?::|$|en$)/.test(auxiliary));

/** Whether the passive is that of the active verb, in the same tense. */
export function isPassiveOf(
  active: {
    readonly form: string;
    readonly auxiliaries: readonly string[];
    readonly isModal: boolean;
  },
  passive: { readonly form: string; readonly auxiliaries: readonly string[] },
  { verbForms }: LanguageWords,
): boolean {
  const row = verbForms.get(active.form);
  const isParticiple =
    row === undefined ? passive.form.endsWith("ed") : passive.form === row.participle;
  if (!isParticiple) return false;
  const [does = ""] = active.auxiliaries.filter((auxiliary) => auxiliary.startsWith("d"));
  const has = active.auxiliaries.filter((auxiliary) => !auxiliary.startsWith("d")).join(" ");
  const isPast =
    does === "did" || (row === undefined ? active.form.endsWith("ed") : active.form === row.past);
  const isBase =
    row === undefined
      ? !active.form.endsWith("ed")
      : active.form !== row.past || row.past === row.base;
  if (does !== "" && !isBase) return false;
  switch (passive.auxiliaries.join(" ")) {
    case "be:past":
      return has === "" && isPast && !active.isModal;
    case "be:present":
      return has === "" && isBase && does !== "did" && !active.isModal;
    case "be":
      return has === "" && isBase && active.isModal;
    case "have been":
      return has === "have";
    case "had been":
      return has === "had";
    default:
      return false;
  }
}
