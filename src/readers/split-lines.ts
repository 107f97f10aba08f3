/** Raw text to lines without the white space around them, hard-wrapped paragraphs made one line. */
import type { Line } from "./draft.js";
import { endsSentence } from "./line-shape.js";

/** Splits at every line break that Unicode knows; blank lines only mark gaps. */
export function splitLines(raw: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  let start = 0;
  while (start <= raw.length) {
    LINE_BREAK.lastIndex = start;
    const found = LINE_BREAK.exec(raw);
    const end = found?.index ?? raw.length;
    const line = trimmedLine(raw, start, end, gap);
    gap = line === null;
    if (line !== null) lines.push(line);
    start = end + (found?.[0].length ?? 1);
  }
  return joinHardWraps(lines);
}

const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/g;

function trimmedLine(raw: string, start: number, end: number, gap: boolean): Line | null {
  const whole = raw.slice(start, end);
  const text = whole.trim();
  if (text === "") return null;
  const from = start + whole.length - whole.trimStart().length;
  return { start: from, end: from + text.length, text, gap, glued: false };
}

/** Width of lines that a program wrapped. */
const WRAP = { shortest: 45, longest: 100, paragraphsShare: 0.4 };

/** A block of lines of like width that breaks off in mid-sentence was one paragraph once. */
function joinHardWraps(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (let index = 0; index < lines.length; ) {
    let end = index + 1;
    while (end < lines.length && lines[end]?.gap === false) end += 1;
    const block = lines.slice(index, end);
    if (isHardWrapped(block)) joined.push(joinBlock(block));
    else for (const line of block) joined.push(line);
    index = end;
  }
  return joined;
}

function isHardWrapped(block: readonly Line[]): boolean {
  const last = block.at(-1);
  if (block.length < 2 || last === undefined || !endsSentence(last.text)) return false;
  const wrapped = block.slice(0, -1);
  const fits = ({ text }: Line) => text.length >= WRAP.shortest && text.length <= WRAP.longest;
  if (!wrapped.every(fits) || last.text.length > WRAP.longest) return false;
  const goesOn = block.filter((line, index) => index > 0 && goesOnFrom(block[index - 1], line));
  return goesOn.length >= wrapped.length * WRAP.paragraphsShare;
}

/** Whether the line before breaks off in mid-sentence and this one goes on in lower case. */
function goesOnFrom(before: Line | undefined, line: Line): boolean {
  return before !== undefined && !endsSentence(before.text) && /^[\p{Ll}\p{Lo}]/u.test(line.text);
}

function joinBlock(block: readonly Line[]): Line {
  const [first] = block;
  if (first === undefined) throw new RangeError("a block has at least one line");
  const text = block.map((line) => line.text).join(" ");
  return { ...first, end: block.at(-1)?.end ?? first.end, text };
}
