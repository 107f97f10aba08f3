/** `(a) and (not (b))` in, whether it holds out (CSS Conditional Rules 3; Media Queries 4, 3). */
import { splitWords } from "./values.js";

const DEEPEST_CONDITION = 32;

/**
 * @param holds what one term means: `min-width: 10cm`, or a call such as `selector(a > b)`
 * @returns false for what cannot be read
 */
export function evaluateCondition(
  text: string,
  holds: (term: string) => boolean,
  depth = 0,
): boolean {
  const [first = "", ...rest] = splitWords(text);
  if (depth > DEEPEST_CONDITION || first === "") return false;
  const term = (word: string) => evaluateTerm(word, holds, depth);
  if (first.toLowerCase() === "not") return rest.length === 1 && !term(rest[0] ?? "");
  const operators = rest.filter((_, at) => at % 2 === 0).map((word) => word.toLowerCase());
  const terms = [first, ...rest.filter((_, at) => at % 2 === 1)];
  if (operators.length !== terms.length - 1) return false;
  if (operators.every((operator) => operator === "and")) return terms.every(term);
  return operators.every((operator) => operator === "or") && terms.some(term);
}

function evaluateTerm(word: string, holds: (term: string) => boolean, depth: number): boolean {
  const inner = /^\((.*)\)$/s.exec(word)?.[1]?.trim();
  if (inner === undefined) return holds(word);
  const isNested = inner.startsWith("(") || /^not\s*\(/i.test(inner);
  return isNested ? evaluateCondition(inner, holds, depth + 1) : holds(inner);
}
