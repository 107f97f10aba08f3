/** Takes title, byline and date out of the body of a page whose metadata states them already. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { comparable, endsSentence } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import { readStamp } from "../stamp.js";

/** Lines from the start of the body that are looked at. */
const REACH = 12;

export function dropPageHead(draft: Draft): Draft {
  const rules = new Map<Line, RuleName>();
  const title = comparable(draft.title ?? "");
  const byline = comparable(draft.byline ?? "");
  for (const line of draft.lines.slice(0, REACH)) {
    if (line.text.length > MAX_RULE_LINE) break;
    const plain = comparable(line.text);
    if (title !== "" && isTitle(plain, title)) rules.set(line, "duplicate-title");
    else if (byline !== "" && plain === byline) rules.set(line, "byline");
    else if (!endsSentence(line.text) && readStamp(line.text, draft.language) !== null) {
      rules.set(line, "byline");
    }
  }
  return withoutLines(draft, rules);
}

/** The same, or one within the other: pages add the site's name to the title, or cut it short. */
function isTitle(plain: string, title: string): boolean {
  if (plain === title) return true;
  const [short, long] = plain.length < title.length ? [plain, title] : [title, plain];
  return short.length >= long.length * 0.6 && short.length >= 15 && long.startsWith(short);
}
