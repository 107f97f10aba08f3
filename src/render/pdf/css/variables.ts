/** `var(--x, fallback)` in, the words it stands for out (CSS Custom Properties 1). */

/** Characters; variables that hold each other twice would otherwise fill the memory. */
const LONGEST_VALUE = 20_000;
const DEEPEST_VARIABLE = 64;

export type Variables = ReadonlyMap<string, string>;

/**
 * @param own the custom properties that an element sets, as written
 * @returns those that hold for it, every `var()` in them filled in; one that refers to itself is none
 */
export function resolveVariables(
  own: readonly { readonly name: string; readonly text: string }[],
  inherited: Variables,
): Variables {
  const written = new Map(own.map(({ name, text }) => [name, text]));
  const known = new Map(inherited);
  for (const [name, text] of written)
    if (!/^(?:inherit|unset|revert)$/i.test(text)) known.delete(name);
  const waiting = new Set<string>();
  const settled = new Set<string>();
  const lookUp = (name: string): string | undefined => {
    const text = written.get(name);
    const isOpen =
      text !== undefined && !settled.has(name) && !/^(?:initial|inherit|unset|revert)$/i.test(text);
    if (!isOpen) return known.get(name);
    if (waiting.has(name) || waiting.size > DEEPEST_VARIABLE) return undefined;
    waiting.add(name);
    const value = fillIn(text, lookUp);
    waiting.delete(name);
    settled.add(name);
    if (value !== undefined) known.set(name, value);
    return value;
  };
  for (const name of written.keys()) lookUp(name);
  return known;
}

/** @returns undefined when a variable is missing and brings no fallback, or the text grows too long */
export function fillIn(
  text: string,
  lookUp: (name: string) => string | undefined,
  depth = 0,
): string | undefined {
  if (depth > DEEPEST_VARIABLE) return undefined;
  let filled = "";
  let from = 0;
  for (let at = nextCall(text, 0); at !== -1; at = nextCall(text, from)) {
    const end = closingBracket(text, at + CALL.length);
    const [name = "", fallback] = cutAtComma(text.slice(at + CALL.length, end));
    const value =
      lookUp(name) ?? (fallback === undefined ? undefined : fillIn(fallback, lookUp, depth + 1));
    if (value === undefined) return undefined;
    filled += `${text.slice(from, at)}${value.trim()}`;
    if (filled.length > LONGEST_VALUE) return undefined;
    from = end + 1;
  }
  filled += text.slice(from);
  return filled.length > LONGEST_VALUE ? undefined : filled;
}

/** The names that a value asks for. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/var\(\s*(--[^\s,()]+)/gi)].map((match) => match[1] ?? "");
}

const CALL = "var(";

function nextCall(text: string, from: number): number {
  const found = /(?<![\w-])var\(/gi;
  found.lastIndex = from;
  return found.exec(text)?.index ?? -1;
}

/** @returns the end of the text where the bracket is never closed */
function closingBracket(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** A fallback may hold commas of its own, and may be empty. */
function cutAtComma(text: string): [name: string, fallback?: string] {
  const at = text.indexOf(",");
  return at === -1 ? [text.trim()] : [text.slice(0, at).trim(), text.slice(at + 1)];
}
