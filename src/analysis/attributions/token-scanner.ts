/**
 * Text and offset to where the token there ends: abbreviations and initials with their full stop,
 * words with inner hyphens, apostrophes and figures, single marks. ASCII is read by code unit, all
 * else by one expression that says the same.
 */
export function endOfToken(text: string, start: number): number {
  if (!isWordCode(text.charCodeAt(start))) {
    return text.charCodeAt(start) < 0x80 ? start + 1 : endByPattern(text, start);
  }
  const end = endOfRun(text, start);
  const next = text.charCodeAt(end);
  if (next >= 0x80) return endByPattern(text, start);
  if (next === FULL_STOP && mayBeAbbreviated(text, start, end)) return endByPattern(text, start);
  return endOfWord(text, start, end);
}

const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;

const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|Adm|St|\p{Lu})\.(?=\s\p{Lu})|(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‐‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*|['’ʼ]\p{L}+|[.,]\d+)*|[^\s]/uy;
/** Letters of the longest abbreviation. */
const LONGEST_ABBREVIATION = 4;

function endByPattern(text: string, start: number): number {
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? TOKEN.lastIndex : start + 1;
}

/** Short words before a full stop may take it along; figures go on behind it. */
function mayBeAbbreviated(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_ABBREVIATION && isLetterCode(text.charCodeAt(start));
}

/** Hyphens, apostrophes and figures that a word goes on with. */
function endOfWord(text: string, start: number, run: number): number {
  let end = run;
  for (;;) {
    const mark = text.charCodeAt(end);
    const next = text.charCodeAt(end + 1);
    if (mark >= 0x80 || (isJoiner(mark) && next >= 0x80)) return endByPattern(text, start);
    if (mark === HYPHEN && isWordCode(next)) end = endOfRun(text, end + 1);
    else if (mark === APOSTROPHE && isLetterCode(next)) end = endOfLetters(text, end + 1);
    else if ((mark === FULL_STOP || mark === COMMA) && isDigitCode(next))
      end = endOfDigits(text, end + 1);
    else return end;
  }
}

const isJoiner = (code: number): boolean => code === HYPHEN || code === APOSTROPHE;
const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLetterCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
const isWordCode = (code: number): boolean => code < 0x80 && WORD[code] === 1;

/** ASCII letters and digits. */
const WORD = Uint8Array.from({ length: 0x80 }, (_, code) =>
  isLetterCode(code) || isDigitCode(code) ? 1 : 0,
);

function endOfRun(text: string, from: number): number {
  let end = from;
  while (isWordCode(text.charCodeAt(end))) end += 1;
  return end;
}

function endOfLetters(text: string, from: number): number {
  let end = from;
  while (isLetterCode(text.charCodeAt(end))) end += 1;
  return end;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigitCode(text.charCodeAt(end))) end += 1;
  return end;
}
