/** Text in, the same in lines of a width out; words are never broken, line breaks stay. */

/** @param width most code points of a line, unless one word has more */
export function fillLines(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => fillLine(line, width))
    .join("\n");
}

/** No-break spaces hold what they join, and are printed as spaces. */
function fillLine(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  let length = 0;
  for (const word of text.split(/[ \t]+/).filter((part) => part !== "")) {
    const size = [...word].length;
    if (line !== "" && length + 1 + size > width) {
      lines.push(line);
      line = word;
      length = size;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      length += size + (length === 0 ? 0 : 1);
    }
  }
  return [...lines, line].join("\n").replaceAll("\u00A0", " ");
}
