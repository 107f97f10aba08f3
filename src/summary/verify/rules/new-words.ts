/** Rules 2, 3, 4, 6, 7, 10, 12: every number, date, name and word of a rewrite stands in its passage. */
import type { RewriteFault, RewriteRule } from "../../../model/rewrite.js";
import { type Comparison, faultAt } from "../comparison.js";
import type { Token } from "../token.js";

export function checkNewWords({ source, rewrite, words }: Comparison): RewriteFault[] {
  const forms = new Set(source.tokens.map(({ form }) => form));
  return rewrite.content
    .filter((at) => rewrite.pair[at] === -1)
    .flatMap((at) => {
      const token = rewrite.tokens[at];
      return token === undefined ? [] : [faultAt(ruleOf(token, forms, words), token, rewrite)];
    });
}

function ruleOf(
  { kind, form, key }: Token,
  forms: ReadonlySet<string>,
  { antonyms, connectives }: Comparison["words"],
): RewriteRule {
  if (key.startsWith("measure:")) return "number";
  if ([...(antonyms.get(form) ?? [])].some((opposite) => forms.has(opposite))) return "antonym";
  if (connectives.has(form)) return "connective";
  switch (kind) {
    case "number":
    case "date":
    case "name":
      return kind;
    case "bound":
      return "number";
    case "negation":
    case "hedge":
    case "quantifier":
      return "polarity";
    default:
      return "new-word";
  }
}
