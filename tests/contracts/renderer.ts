/** What every output of an issue promises; each renderer runs this suite over the brief that prints all of it. */
import { expect, test } from "vitest";
import { statementsOf } from "../../src/issue/walk.js";
import type { Issue, Statement } from "../../src/model/issue.js";

/**
 * The words of an output in their order, the words of notes after the others; wherever a source is
 * cited stands its number in the issue, `⟦2⟧`.
 */
export interface PrintedOutput {
  readonly text: string;
  readonly notes: string;
}

export function rendererContract(
  open: () => Promise<{ readonly issue: Issue; readonly output: PrintedOutput }>,
): void {
  test("prints every statement of the issue, each followed by the sources that it cites", async () => {
    const { issue, output } = await open();
    const idsOf = (holders: readonly { readonly statement: Statement }[]) =>
      new Set(holders.map(({ statement }) => statement.id));
    const phrases = idsOf(issue.glance.figures);
    const claims = idsOf(issue.themes.flatMap(({ says }) => says));
    const statements = statementsOf(issue).filter(({ id }) => !phrases.has(id));
    expect(statements.length).toBeGreaterThan(20);
    const text = folded(output.text);
    const lost = statements.filter((statement) => {
      const within = claims.has(statement.id) ? FAR : NEAR;
      return !isFollowed(statement.text, numbersOf(statement, issue), text, within);
    });
    expect(lost.map(({ id, text: words }) => `${id} ${words}`)).toEqual([]);
  });

  test("prints every figure at a glance with its source", async () => {
    const { issue, output } = await open();
    const text = folded(output.text);
    for (const { statement, unit } of issue.glance.figures) {
      expect(isFollowed(unit, numbersOf(statement, issue), text, FAR), unit).toBe(true);
    }
  });

  test("prints the words of every citation of a statement", async () => {
    const { issue, output } = await open();
    const words = folded(output.text + output.notes);
    const lost = statementsOf(issue)
      .flatMap(({ citations }) => citations)
      .filter(({ quote }) => !words.includes(folded(quote)));
    expect(lost.map(({ quote }) => quote)).toEqual([]);
  });

  test("names every source with its number", async () => {
    const { issue, output } = await open();
    const words = folded(output.text);
    for (const { title } of issue.sources) expect(words).toContain(folded(title));
  });
}

/** Letters to the number of a source: right behind, or in another column of the same row. */
const NEAR = 20;
const FAR = 120;

/** Whether words stand somewhere with all of these sources behind them. */
function isFollowed(
  words: string,
  numbers: readonly number[],
  text: string,
  within: number,
): boolean {
  const sought = folded(words);
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    const behind = text.slice(end, end + within);
    if (numbers.every((number) => behind.includes(`⟦${number}⟧`))) return true;
  }
  return false;
}

function numbersOf({ citations }: Statement, { sources }: Issue): number[] {
  const articles = [...new Set(citations.map(({ article }) => article))];
  return articles.map((id) => sources.find(({ article }) => article === id)?.number ?? 0);
}

/** Where lines end and how wide a space is are the output's own affair. */
function folded(text: string): string {
  return text.replace(/\s+/gu, "").replaceAll("\u00AD", "");
}
