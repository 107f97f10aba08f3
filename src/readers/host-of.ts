/** An article to the site or paper that it stands in: what lines of a kind recur over. */
import type { Article } from "../model/article.js";
import { fold } from "../text/fold.js";

/** The host of its address, otherwise its outlet's name, folded; null where it states neither. */
export function hostOf({ url, outlet }: Pick<Article, "url" | "outlet">): string | null {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : "";
  if (host !== "") return host.replace(/^www\./, "");
  return outlet === null ? null : fold(outlet).trim() || null;
}
