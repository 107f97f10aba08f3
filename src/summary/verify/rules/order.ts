/** Rule 9: who did what to whom and where: words keep their order and their prepositions but for known moves. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { before, type Comparison, faultAt } from "../comparison.js";
import type { Moves } from "../moves.js";
import type { Token } from "../token.js";

export function checkOrder(comparison: Comparison, moves: Moves): RewriteFault[] {
  const { rewrite } = comparison;
  if (moves.unexplained !== null) {
    return [faultAt("role", rewrite.tokens[moves.unexplained], rewrite)];
  }
  const loose = rewrite.content.filter((at) => {
    const from = rewrite.pair[at] ?? -1;
    return from >= 0 && !keepsPreposition(at, from, comparison, moves);
  });
  return [
    ...loose.map((at) => faultAt("role", rewrite.tokens[at], rewrite)),
    ...newTies(comparison, moves),
  ];
}

/** A preposition that the passage has less often, wherever it stands: "hit from behind", "hit to behind". */
function newTies({ source, rewrite, words }: Comparison, { agents }: Moves): RewriteFault[] {
  const left = new Map<string, number>();
  for (const { form } of source.tokens) left.set(form, (left.get(form) ?? 0) + 1);
  const isFree = (index: number) =>
    rewrite.tokens[index + 1]?.kind === "date" ||
    /^year:/.test(rewrite.tokens[index + 1]?.key ?? "") ||
    rewrite.tokens[index - 1]?.form === words.according[0];
  let spare = agents.size;
  return rewrite.tokens.flatMap((token, index) => {
    const rest = left.get(token.form) ?? 0;
    left.set(token.form, rest - 1);
    const isNew = token.kind === "function" && words.prepositions.has(token.form) && rest <= 0;
    if (!isNew || isFree(index) || token.form === "per") return [];
    spare -= 1;
    return spare >= 0 && /^(?:by|of)$/.test(token.form) ? [] : [faultAt("role", token, rewrite)];
  });
}

function keepsPreposition(at: number, from: number, comparison: Comparison, moves: Moves): boolean {
  const { source, rewrite, words } = comparison;
  const isPassed = (_: Token, index: number) => source.pair[index] === -1;
  const old = before(source, from, isPassed).functions.map(({ form }) => form);
  const fresh = before(rewrite, at).functions.map(({ form }) => form);
  const ties = (form: string) =>
    words.prepositions.has(form) || words.relatives.has(form) || words.coordinators.has(form);
  const had = old.filter(ties);
  const has = fresh.filter(ties);
  if (had.join(" ") === has.join(" ")) return true;
  if (rewrite.tokens[at]?.kind === "date" || /^year:/.test(rewrite.tokens[at]?.key ?? "")) {
    return (
      [...had, ...has].every(
        (form) => words.datePrepositions.has(form) || words.coordinators.has(form),
      ) && has.every((form) => form !== "and" || had.includes("and"))
    );
  }
  if (moves.agents.has(at)) return has.length <= 1;
  if (has.join() === "per" && old.includes("a")) return true;
  if (had.join() === "per" && fresh.includes("a")) return true;
  if (has.length > 0)
    return (
      isLoosened(had, has, words) ||
      (has.join(" ") === had.slice(-has.length).join(" ") && isSeam(at, from, comparison, moves))
    );
  return isDroppable(had, at, from, comparison, moves);
}

/** "that" and "which" are one. */
function isLoosened(
  had: readonly string[],
  has: readonly string[],
  { relatives }: Comparison["words"],
): boolean {
  const rest = (forms: readonly string[]) => forms.filter((form) => !relatives.has(form)).join(" ");
  return (
    rest(had) === rest(has) &&
    had.some((form) => relatives.has(form)) &&
    has.some((form) => relatives.has(form))
  );
}

/** What stood before it is gone or elsewhere. */
function isSeam(
  at: number,
  from: number,
  { source, rewrite }: Comparison,
  { seams }: Moves,
): boolean {
  const old = source.content[source.content.indexOf(from) - 1];
  const fresh = rewrite.content[rewrite.content.indexOf(at) - 1];
  return seams.has(at) || old === undefined || (source.pair[old] ?? -1) !== (fresh ?? -2);
}

function isDroppable(
  had: readonly string[],
  at: number,
  from: number,
  comparison: Comparison,
  moves: Moves,
): boolean {
  const { source, words } = comparison;
  if (had.every((form) => words.relatives.has(form))) return true;
  if (had.every((form) => words.coordinators.has(form))) return isSeam(at, from, comparison, moves);
  const previous = source.tokens[source.content[source.content.indexOf(from) - 1] ?? -1];
  // "Met with her" and "met her".
  if (had.join() === "with" && previous?.key === "meet") return true;
  return had.join() === "by" && moves.turned.size > 0 && moves.seams.has(at);
}
