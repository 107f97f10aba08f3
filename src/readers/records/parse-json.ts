/** JSON text to a value whose nesting no walk can overflow on; faults with their line. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { lineOfOffset } from "../line-of-offset.js";

export interface ParsedJson {
  readonly value: unknown;
  /** Empty where the text could be parsed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists and records in one another; exports have a handful. */
const MAX_DEPTH = 64;

/** @param firstLine line of the file that the text begins on */
export function parseJson(text: string, file: string, firstLine = 1): ParsedJson {
  const tooDeep = findTooDeep(text);
  if (tooDeep !== null) {
    return fail("json-too-deep", `nests more than ${MAX_DEPTH} levels`, tooDeep, "take levels out");
  }
  try {
    return { value: JSON.parse(text), diagnostics: [] };
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    const offset = Number(/at position (\d+)/.exec(said)?.[1] ?? text.length);
    return fail("json-syntax", `is no JSON: ${wordsOf(said)}`, offset, "export the file again");
  }

  function fail(code: string, message: string, offset: number, hint: string): ParsedJson {
    const line = firstLine - 1 + lineOfOffset(text, offset);
    return {
      value: null,
      diagnostics: [{ code, severity: "error", message, place: { file, line }, hint }],
    };
  }
}

/** Offset of the bracket that opens one level too many. */
function findTooDeep(text: string): number | null {
  let depth = 0;
  let isInString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const code = text.charCodeAt(offset);
    if (isInString) {
      if (code === BACKSLASH) offset += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === BRACKET || code === BRACE) {
      depth += 1;
      if (depth > MAX_DEPTH) return offset;
    } else if (code === BRACKET_END || code === BRACE_END) depth -= 1;
  }
  return null;
}

const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = [34, 92, 91, 93, 123, 125];

/** What the engine says without the excerpt of the file and the offset. */
function wordsOf(said: string): string {
  const words = said
    .replace(/, (?:"|\.\.\.)[\s\S]*$/, "")
    .replace(/ (?:in JSON )?at position[\s\S]*$/, "");
  return words === "" ? "it breaks off" : words.charAt(0).toLowerCase() + words.slice(1);
}
