/** Lines of the desk as one types them, with the names of statements behind: `It moved. [s-96ec6e5d0b15]`, and back. */
import type { DeskLine } from "../../../model/desk-line.js";
import type { Issue } from "../../../model/issue.js";
import type { Citation } from "../../../model/statement.js";
import type { Cite, Line } from "../api/note-edit.js";

const NAMES = /(?:\s*\[s-[0-9a-f]{12}\])+\s*$/;
const NAME = /s-[0-9a-f]{12}/g;

/** Citations that are of no statement of the issue are shown by nothing, and kept with the words of their line. */
export function printLines(lines: readonly DeskLine[], issue: Issue): string {
  return lines
    .map(({ text, citations }) =>
      [text, ...statementsOf(citations, issue).map((name) => `[${name}]`)].join(" "),
    )
    .join("\n");
}

export function parseLines(typed: string, before: readonly DeskLine[], issue: Issue): Line[] {
  return typed.split("\n").flatMap((whole): Line[] => {
    const text = whole.replace(NAMES, "").trim();
    if (text === "") return [];
    const named = [...(NAMES.exec(whole)?.[0] ?? "").matchAll(NAME)].map(([statement]) => ({
      statement,
    }));
    const old = before.find((line) => line.text === text);
    const by = old?.by === undefined ? {} : { by: old.by };
    return [{ text, ...by, cites: [...named, ...unnamedOf(old?.citations ?? [], issue)] }];
  });
}

function statementsOf(citations: readonly Citation[], issue: Issue): readonly string[] {
  const names = citations.flatMap((citation) => statementOf(citation, issue) ?? []);
  return [...new Set(names)];
}

function unnamedOf(citations: readonly Citation[], issue: Issue): readonly Cite[] {
  return citations
    .filter((citation) => statementOf(citation, issue) === null)
    .map(({ article, quote }) => ({ article, words: quote }));
}

function statementOf({ article, start, end }: Citation, issue: Issue): string | null {
  const found = everyStatement(issue).find(
    ({ citations: [first] }) =>
      first?.article === article && first.start === start && first.end === end,
  );
  return found?.id ?? null;
}

function everyStatement({ bottomLine, keyMessages, themes }: Issue) {
  const ofThemes = themes.flatMap(({ happened, says, background }) => [
    ...happened,
    ...says.map(({ statement }) => statement),
    ...background,
  ]);
  return [...bottomLine, ...keyMessages, ...ofThemes];
}
