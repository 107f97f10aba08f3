/** A line that was found in, its place in the list of results out: made of nodes, never of HTML. */
import { hitsOf } from "../search/search-terms.js";
import type { FoundIssue, FoundLine } from "../search/shard.js";

/** @param terms folded, for which its words are marked */
export function resultItem(
  line: FoundLine,
  issue: FoundIssue,
  terms: readonly string[],
): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const anchor = line.anchor === null ? "" : `#${encodeURIComponent(line.anchor)}`;
  link.href = `${issue.copy}${anchor}`;
  link.lang = issue.language;
  link.dir = "auto";
  link.append(isolated(issue.title), ` · ${issue.name}`);
  const heading = document.createElement("h2");
  heading.append(link);
  const said = document.createElement("p");
  said.lang = line.language;
  said.dir = "auto";
  if (!line.isDesk) said.className = "said";
  said.append(...marked(line.text, terms));
  item.append(heading, said);
  const about = [...line.themes, ...line.outlets];
  if (about.length > 0) {
    const meta = document.createElement("p");
    meta.className = "soft";
    for (const [at, name] of about.entries()) meta.append(at === 0 ? "" : " · ", isolated(name));
    item.append(meta);
  }
  return item;
}

function isolated(text: string): HTMLElement {
  const element = document.createElement("bdi");
  element.textContent = text;
  return element;
}

function marked(text: string, terms: readonly string[]): (string | Node)[] {
  const parts: (string | Node)[] = [];
  let last = 0;
  for (const { start, end } of hitsOf(text, terms)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(last, start), mark);
    last = end;
  }
  parts.push(text.slice(last));
  return parts;
}
