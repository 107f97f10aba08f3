/** An article and the outlets of the desk in, the markings that restrict who may see it out. */
import type { Article } from "../model/article.js";
import type { Lexicon } from "../model/lexicon.js";
import { findOutlet } from "../text/find-outlet.js";

export interface Restrictions {
  /** Left out where nothing restricts it, as in issues that were made before articles were marked. */
  readonly markings?: string[];
}

/** That of the record beside it, of its outlet, and of the agency whose copy it carries. */
export function restrictionsOf(
  { marking, outlet, agency }: Pick<Article, "marking" | "outlet" | "agency">,
  lexicon: Pick<Lexicon, "outlets">,
): Restrictions {
  const publishers = [outlet, agency].map((name) =>
    name === null ? undefined : findOutlet(name, lexicon)?.marking,
  );
  const markings = [marking, ...publishers].filter((label) => label !== undefined);
  return markings.length === 0 ? {} : { markings: [...new Set(markings)] };
}
