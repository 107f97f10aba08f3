/** The text of one file of a template in, its syntax tree or what is wrong with it out. */
import Handlebars from "handlebars/dist/handlebars.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { Recent } from "../text/recent.js";
import type { ParsedFile } from "./environment.js";

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
    return syntaxError(error, file);
  }
}

/** Handlebars gives the place as fields, or only in the words of a parser's message. */
function syntaxError(error: unknown, file: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const [head = "", , , expected = ""] = message.split("\n");
  const exception = error instanceof Handlebars.Exception ? error : null;
  const given: unknown = exception?.lineNumber;
  const line = typeof given === "number" ? given : Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const got = /got '(.+)'$/.exec(expected)?.[1]?.toLowerCase();
  return {
    code: "template-syntax",
    severity: "error",
    message:
      expected === ""
        ? head.replace(/ - \d+:\d+$/, "")
        : `not valid Handlebars: ${got === "eof" ? "the file ends too early" : `did not expect ${got ?? "this"}`}`,
    place: { file, line },
    hint: "every {{ needs its }}, every {{#block}} its {{/block}}",
  };
}
