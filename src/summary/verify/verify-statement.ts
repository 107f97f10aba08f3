/** A statement with its rewrite to whether the rules of its kind hold, from what the issue itself holds. */
import type { Rewrite, RewriteVerdict } from "../../model/rewrite.js";
import type { Statement } from "../../model/statement.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { verifyRewrite } from "./verify-rewrite.js";
import { verifyTranslation } from "./verify-translation.js";

/** @param language BCP 47 tag of the article that a citation is of; null where it is not known */
export function verifyStatement(
  { citations, context, text }: Statement,
  rewrite: Pick<Rewrite, "kind" | "text" | "language" | "names">,
  language: (article: string) => string | null,
): RewriteVerdict {
  const [first] = citations;
  const from = (first && language(first.article)) ?? "und";
  const aliases = (rewrite.names ?? []).map(({ entity, forms }) => ({ id: entity, forms }));
  if (rewrite.kind === "translation") {
    return verifyTranslation(rewrite.text, inOneParagraph(text), {
      from,
      to: rewrite.language,
      aliases,
    });
  }
  const isSame = primaryLanguage(from) === primaryLanguage(rewrite.language);
  if (!isSame) {
    return {
      accepted: false,
      faults: [{ rule: "language", words: rewrite.language, place: null }],
    };
  }
  const passages = citations
    .filter(({ article }) => primaryLanguage(language(article) ?? "und") === primaryLanguage(from))
    .map(({ quote }) => inOneParagraph(quote));
  const before = context?.text;
  return verifyRewrite(rewrite.text, passages, { language: from, before, aliases });
}

/** As a statement is printed. */
const inOneParagraph = (quote: string): string => quote.replace(/\s+/g, " ");
