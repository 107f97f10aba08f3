/** The text of one file of a template in, its syntax tree or what is wrong with it out. */
import Handlebars from "handlebars/dist/handlebars.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { Recent } from "../text/recent.js";
import type { ParsedFile } from "./environment.js";
import { findOpenBlock } from "./lint/open-blocks.js";

/** Whoever fills a template again, with one file of it changed, need not parse the others again. */
const PARSED = new Recent<ParsedFile | Diagnostic>(256);

export function parseHandlebars(text: string, file: string): ParsedFile | Diagnostic {
  return PARSED.get([file, text], () => parse(text, file));
}

function parse(text: string, file: string): ParsedFile | Diagnostic {
  try {
    // The line break at a file's end is the editor's: a partial may stand in the middle of a line.
    const program = Handlebars.parse(text.replace(/\n$/, ""), { srcName: file });
    return { file, text, program };
  } catch (error) {
    return openBlock(text, file) ?? syntaxError(error, text, file);
  }
}

/** What Handlebars tells at the end of the file, told where it begins. */
function openBlock(text: string, file: string): Diagnostic | null {
  const open = findOpenBlock(text);
  if (open === null) return null;
  const { message, hint, line, column } = open;
  const place = { file, line, column };
  return { code: "template-syntax", severity: "error", message, place, hint };
}

/** Handlebars gives the place as fields, or only in the words of a parser's message. */
function syntaxError(error: unknown, text: string, file: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const [head = "", excerpt = "", caret = "", expected = ""] = message.split("\n");
  const exception = error instanceof Handlebars.Exception ? error : null;
  const given: unknown = exception?.lineNumber;
  const line = typeof given === "number" ? given : Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const column = expected === "" ? null : columnOf(text, line, excerpt.slice(caret.length - 1));
  const got = /got '(.+)'$/.exec(expected)?.[1] ?? "";
  return {
    code: "template-syntax",
    severity: "error",
    message:
      expected === ""
        ? head.replace(/ - \d+:\d+$/, "")
        : `not valid Handlebars: did not expect ${TOKENS[got] ?? `"${got.toLowerCase()}"`}`,
    place: { file, line, ...(column === null ? {} : { column }) },
    hint: "every {{ needs its }}, every {{#block}} its {{/block}}",
  };
}

/** What people call the tokens of Handlebars. */
const TOKENS: Readonly<Record<string, string>> = {
  EOF: "the end of the file",
  CLOSE: "}}",
  CLOSE_UNESCAPED: "}}}",
  CLOSE_SEXPR: ")",
  EQUALS: "=",
  SEP: "a dot or slash",
  ID: "a name",
  INVERSE: "{{else}}",
  OPEN_ENDBLOCK: "{{/",
  INVALID: "this character",
};

/** @param ahead what the parser had before it, cut off and without its line ends */
function columnOf(text: string, line: number, ahead: string): number | null {
  const words = text.split("\n")[line - 1] ?? "";
  for (let length = Math.min(ahead.length, words.length); length > 0; length -= 1) {
    const at = words.lastIndexOf(ahead.slice(0, length));
    if (at >= 0) return at + 1;
  }
  return null;
}
