/** A word in its text to whether it is a number or a name, told by its first letter alone. */

export function isNumber(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39;
}

/** A capital where none is due. @param start where the word begins in the text */
export function isName(text: string, start: number): boolean {
  return isUpper(text, start) && !startsSentence(text, start);
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** Whether a capital is due: space and quotation marks alone part it from a full stop or a paragraph. */
function startsSentence(text: string, start: number): boolean {
  const first = Math.max(0, start - LONGEST_GAP);
  for (let at = start - 1; at >= first; at -= 1) {
    const mark = text.charAt(at);
    if (".!?…".includes(mark) || (mark === "\n" && text.charAt(at - 1) === "\n")) return true;
    if (!" \n\t\"'“”‘’«»„`".includes(mark)) return false;
  }
  return first === 0;
}

const LONGEST_GAP = 16;
