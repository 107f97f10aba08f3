/** What the parser says of a faulty YAML text to diagnostics that say what to do about it. */
import type { LineCounter } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";

/** As `yaml` tells it. */
export interface SyntaxFault {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Behind a tab nothing stands where it should: what else is said of the text follows from it. */
export function describeFaults(
  file: string,
  text: string,
  lines: LineCounter,
  faults: readonly SyntaxFault[],
): Diagnostic[] {
  const told = faults.map((fault) => describe(file, text, lines, fault));
  const tab = told.find(({ message }) => message === TAB.message);
  return tab === undefined ? told : [tab];
}

interface Words {
  readonly message?: string;
  readonly hint: string;
}

const QUOTE = { hint: "put texts that hold a colon or a brace between double quotes" };
const TAB = {
  message: "a tab stands where spaces should",
  hint: "indent with spaces, two for each level; most editors can be set to type them for a tab",
};

/** By what `yaml` calls a fault. */
const WORDS: Readonly<Record<string, Words>> = {
  BAD_SCALAR_START: QUOTE,
  BLOCK_AS_IMPLICIT_KEY: QUOTE,
  UNEXPECTED_TOKEN: QUOTE,
  TAB_AS_INDENT: TAB,
  BAD_INDENT: {
    hint: "set the line further in than the key that it belongs to, and close every [ and {",
  },
  DUPLICATE_KEY: {
    message: "the key stands twice",
    hint: "keep one of them, and put what stands below the other there as well",
  },
  MULTIPLE_DOCS: {
    message: "--- begins a second part",
    hint: "take the line out: a file holds one",
  },
  MISSING_CHAR: { hint: "close what is opened: each quotation mark, [ and { needs its partner" },
};

function describe(
  file: string,
  text: string,
  lines: LineCounter,
  { name, code, message, pos }: SyntaxFault,
): Diagnostic {
  const { line, col: column } = lines.linePos(pos[0]);
  const place = { file, line, column };
  if (code === "RESOURCE_EXHAUSTION") return tooDeep(place);
  const severity = name === "YAMLWarning" ? "warning" : "error";
  const words = opensWithTab(text, pos[0]) ? TAB : WORDS[code];
  const said = words?.message ?? lowerFirst(message.split("\n")[0] ?? message);
  const found = { code: "yaml-syntax", severity, message: said, place } as const;
  return words === undefined ? found : { ...found, hint: words.hint };
}

function opensWithTab(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
  return /^ *\t/.test(text.slice(start, start + 200));
}

/** What stands for bytes that are no UTF-8. */
const UNREADABLE = "\ufffd";

/** Where a text was not saved as UTF-8, the first place that shows it. */
export function describeEncoding(file: string, text: string, lines: LineCounter): Diagnostic[] {
  const at = text.indexOf(UNREADABLE);
  if (at < 0) return [];
  const { line, col: column } = lines.linePos(at);
  return [
    {
      code: "yaml-encoding",
      severity: "warning",
      message: "a letter cannot be read",
      place: { file, line, column },
      hint: "save the file as UTF-8, and write the letter again",
    },
  ];
}

export function tooDeep(place: NonNullable<Diagnostic["place"]>): Diagnostic {
  const message = "nested too deeply";
  return { code: "yaml-too-deep", severity: "error", message, place, hint: "take levels out" };
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
