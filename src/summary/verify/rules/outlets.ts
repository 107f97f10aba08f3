/** Rule 13: an outlet's name supports nothing but itself: "France 24" is no 24. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { type Comparison, faultAt } from "../comparison.js";

/** A number of the rewrite that stands for one which the passage has in a name. */
export function checkOutlets({ source, rewrite }: Comparison): RewriteFault[] {
  return rewrite.content.flatMap((at) => {
    const from = rewrite.pair[at] ?? -1;
    const [old, fresh] = [source.tokens[from], rewrite.tokens[at]];
    if (old === undefined || fresh === undefined || fresh.kind !== "number") return [];
    const isNamed = (tokens: Comparison["source"]["tokens"], index: number) => {
      const previous = tokens[index - 1];
      return previous?.kind === "name" && previous.isCapital && tokens[index + 1]?.kind !== "word";
    };
    const moved = isNamed(source.tokens, from) && !isNamed(rewrite.tokens, at);
    return moved && source.tokens[from - 1]?.key !== rewrite.tokens[at - 1]?.key
      ? [faultAt("outlet", fresh, rewrite)]
      : [];
  });
}
