/**
 * A page and its issue in, statements that the page does not tell in their own words out. It needs
 * no template: the page itself says which words are which statement's.
 */
import { type Fault, faultOf } from "../../model/fault.js";
import type { Issue, Statement } from "../../model/issue.js";
import { placeOf } from "../print/print-faults.js";
import { type Word, wordsIn } from "../print/word.js";

/** Words left out in front, within the quotation that they stand in. */
const OPEN_START = /^["“„«‘]*\[…\] /;
/** Words left out at the end, where a quotation that they leave open is closed. */
const OPEN_END = / \[…\]["”“’»]*$/;

/** @param statements those of the issue */
export function checkTold(
  words: readonly Word[],
  statements: readonly Statement[],
  sources: Issue["sources"],
  file: string,
): Fault[] {
  const known = new Map(statements.map((statement) => [statement.id, lettersOf(statement)]));
  const numbers = new Set(sources.map(({ number }) => `[${number}]`));
  const told = runsOf(words).flatMap(({ id, words: own }): Fault[] => {
    const place = placeOf(file, own[0]?.where, own[0]?.unit);
    const letters = own.map(({ text }) => text).join(" ");
    const text = known.get(id);
    if (text === undefined) {
      return [
        faultOf("printed-words-added", `“${clip(letters)}” is no statement of the issue`, place),
      ];
    }
    if (isToldIn(letters, text)) return [];
    const hint = `the issue says “${clip(text)}”`;
    return [faultOf("printed-words-differ", `“${clip(letters)}” is printed`, place, hint)];
  });
  const cited = words.filter(({ unit, text }) => unit.kind === "citation" && !numbers.has(text));
  return [
    ...told,
    ...cited.map(({ text, where, unit }) =>
      faultOf(
        "printed-citation-differs",
        `no source has the number ${text}`,
        placeOf(file, where, unit),
      ),
    ),
  ];
}

function lettersOf({ context, text }: Statement): string {
  return wordsIn(context === undefined ? text : `${context.text} ${text}`).join(" ");
}

/** Words of one statement on end: between two of them stands what they cite. */
function runsOf(words: readonly Word[]) {
  const runs: { readonly id: string; readonly words: Word[] }[] = [];
  let last: string | undefined;
  for (const word of words) {
    const { id } = word.unit;
    if (word.unit.kind !== "statement" || id === undefined) last = undefined;
    else if (id === last) runs.at(-1)?.words.push(word);
    else {
      runs.push({ id, words: [word] });
      last = id;
    }
  }
  return runs;
}

/** All of it, or, where it is told again, a part of it between marked ends. */
function isToldIn(letters: string, text: string): boolean {
  if (letters === text || text.endsWith(` ${letters}`)) return true;
  const begun = letters.replace(OPEN_START, "");
  if (begun !== letters && text.endsWith(` ${begun}`)) return true;
  return OPEN_END.test(letters) && ` ${text}`.includes(` ${begun.replace(OPEN_END, "")} `);
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
