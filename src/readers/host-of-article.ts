/** An article to the site or paper that it stands in: what lines of a kind recur over. */
import type { Article } from "../model/article.js";
import { fold } from "../text/fold.js";
import { hostOf } from "./canonical-url.js";

/** The host of its address, otherwise its outlet's name, folded; null where it states neither. */
export function hostOfArticle({ url, outlet }: Pick<Article, "url" | "outlet">): string | null {
  return hostOf(url) ?? (outlet === null ? null : fold(outlet).trim() || null);
}
