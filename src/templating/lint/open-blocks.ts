/**
 * The text of a template that Handlebars cannot read in, the block or the mustache that was left open
 * out, with the line that opened it.
 */
import type { Fault } from "./report.js";

export interface OpenBlock extends Pick<Fault, "message" | "hint"> {
  readonly line: number;
  readonly column: number;
}

interface Tag {
  readonly kind: "open" | "close" | "other";
  readonly name: string;
  /** As it stands in the file. */
  readonly text: string;
  readonly at: number;
}

/** Null where every block is closed: the fault is inside of a mustache. */
export function findOpenBlock(source: string): OpenBlock | null {
  const open: Tag[] = [];
  for (const tag of readTags(source)) {
    if (!("kind" in tag)) return placed(source, tag.at, neverEnds(tag.text));
    if (tag.kind === "open") open.push(tag);
    if (tag.kind !== "close") continue;
    const last = open.pop();
    if (last?.name !== tag.name) return placed(source, tag.at, closesAnother(source, tag, last));
  }
  const last = open.at(-1);
  return last === undefined ? null : placed(source, last.at, neverClosed(last));
}

function neverEnds(text: string): Pick<Fault, "message" | "hint"> {
  return { message: `"${text}" has no }}`, hint: "every {{ needs its }}" };
}

function neverClosed({ name, text }: Tag): Pick<Fault, "message" | "hint"> {
  return { message: `${text} is never closed`, hint: `write {{/${name}}} where it ends` };
}

function closesAnother(
  source: string,
  tag: Tag,
  open: Tag | undefined,
): Pick<Fault, "message" | "hint"> {
  if (open === undefined) {
    return {
      message: `${tag.text} closes no block`,
      hint: `take it out, or write {{#${tag.name} …}} before it`,
    };
  }
  const { line } = placeOf(source, open.at);
  return {
    message: `${tag.text} stands where ${open.text} of line ${line} is still open`,
    hint: `write {{/${open.name}}} before it`,
  };
}

/** Characters of a mustache that a message shows. */
const SHOWN = 40;

/** The mustaches of a file; one that never ends comes without a kind, as the last. */
function* readTags(source: string): Generator<Tag | Pick<Tag, "text" | "at">> {
  for (let at = source.indexOf("{{"); at >= 0; ) {
    if (source[at - 1] === "\\") {
      at = source.indexOf("{{", at + 2);
      continue;
    }
    const end = endOf(source, at);
    const [text = ""] = source.slice(at, end ?? at + SHOWN).split("\n");
    if (end === null) {
      yield { text, at };
      return;
    }
    const [, mark = "", name = ""] =
      /^\{\{~?([#^/]?)[*>]?\s*([^\s}~]*)/.exec(source.slice(at, end)) ?? [];
    const kind = mark === "/" ? "close" : mark !== "" && name !== "" ? "open" : "other";
    yield { kind, name, text: text.slice(0, SHOWN), at };
    at = source.indexOf("{{", end);
  }
}

/** Behind the braces that end what begins at `at`; null where there are none. */
function endOf(source: string, at: number): number | null {
  const comment = /^\{\{~?!(--)?/.exec(source.slice(at, at + 6));
  if (comment !== null) {
    const close = comment[1] === undefined ? "}}" : "--";
    const end = source.indexOf(close, at + comment[0].length);
    const braces = end < 0 ? -1 : source.indexOf("}}", end);
    return braces < 0 ? null : braces + 2;
  }
  let quote = "";
  for (let i = at + 2; i < source.length; i += 1) {
    const char = source.charAt(i);
    if (quote !== "") quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (source.startsWith("}}", i)) return source[i + 2] === "}" ? i + 3 : i + 2;
    else if (source.startsWith("{{", i)) return null;
  }
  return null;
}

function placed(source: string, at: number, fault: Pick<Fault, "message" | "hint">): OpenBlock {
  return { ...fault, ...placeOf(source, at) };
}

function placeOf(source: string, at: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
