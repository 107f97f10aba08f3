/** Joins a quotation whose closing mark slipped to the front of the next paragraph. */
import type { Draft, Line } from "../draft.js";

export function repairQuotations(draft: Draft): Draft {
  const lines: Line[] = [];
  const repairs = [...draft.repairs];
  for (const line of draft.lines) {
    const before = lines.at(-1);
    const mark = DISPLACED.exec(line.text)?.[0];
    if (before === undefined || mark === undefined || !isOpen(before.text, mark)) {
      lines.push(line);
      continue;
    }
    const gap = draft.raw.slice(before.end, line.start);
    const [head, tail] = [lastWords(before.text, mark), firstWords(line.text)];
    repairs.push({
      rule: "displaced-quotation-mark",
      from: `${head}${gap}${tail}`,
      to: `${head}${tail}`,
    });
    lines[lines.length - 1] = { ...before, end: line.end, text: before.text + line.text };
  }
  return { ...draft, lines, repairs };
}

/** A mark that nothing is quoted after: white space, or the end of the paragraph, follows. */
const DISPLACED = /^["”»](?=\s|$)/u;

const OPENING: Readonly<Record<string, string>> = { '"': '"', "”": "“", "»": "«" };

/** Whether the paragraph opens a quotation by this pair of marks and does not close it. */
function isOpen(text: string, mark: string): boolean {
  const opening = OPENING[mark] ?? mark;
  if (opening === mark) return (text.split(mark).length - 1) % 2 === 1;
  return text.lastIndexOf(opening) > text.lastIndexOf(mark);
}

const CONTEXT = { length: 40, words: 3 } as const;

/** From the opening mark on, or the last words where that is far back. */
function lastWords(text: string, mark: string): string {
  const start = text.lastIndexOf(OPENING[mark] ?? mark);
  if (start !== -1 && text.length - start <= CONTEXT.length) return text.slice(start);
  return /(?:\S+\s+){0,2}\S+$/u.exec(text.slice(-CONTEXT.length * 2))?.[0] ?? text;
}

function firstWords(text: string): string {
  return /^\S+(?:\s+\S+){0,3}/u.exec(text.slice(0, 200))?.[0] ?? text;
}
