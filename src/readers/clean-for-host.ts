/** A draft cleaned, and cleaned again where lines of it recur over the host that cleaning found. */
import type { Draft } from "./draft.js";
import { hostOfArticle } from "./host-of-article.js";
import type { RawFile, ReadContext } from "./reader.js";

export function cleanForHost(
  start: Draft,
  clean: (draft: Draft) => Draft,
  { url = null }: RawFile,
  isRecurring: ReadContext["isRecurring"],
): Draft {
  const read = clean(start);
  const host = hostOfArticle({ url: read.url ?? url, outlet: read.outlet });
  if (host === null) return read;
  const recurring = read.lines.flatMap(({ text }) => (isRecurring(host, text) ? [text] : []));
  return recurring.length === 0 ? read : clean({ ...start, recurring: new Set(recurring) });
}
