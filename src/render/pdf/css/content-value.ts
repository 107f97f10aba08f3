/**
 * The values of generated content in, their parts out: `content`, `string-set`, `counter-reset` and
 * its kin (CSS Generated Content 3, CSS Lists 3, CSS GCPM 3).
 */
import { byWord } from "../by-word.js";
import { type CounterStyle, counterStyleNamed } from "./counter-style.js";
import { splitList, splitWords, unquote } from "./values.js";

/** One part of a `content` list. */
export type ContentPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "counter"; readonly name: string; readonly style: CounterStyle }
  | {
      readonly kind: "counters";
      readonly name: string;
      readonly separator: string;
      readonly style: CounterStyle;
    }
  | { readonly kind: "target-counter"; readonly target: Target; readonly counter: CounterPart }
  | { readonly kind: "target-text"; readonly target: Target; readonly which: ElementText }
  | { readonly kind: "leader"; readonly pattern: string }
  | { readonly kind: "quote"; readonly which: "open" | "close" }
  /** The words of the element itself: only `string-set` knows them. */
  | { readonly kind: "content"; readonly which: ElementText }
  /** Only margin boxes know these two. */
  | { readonly kind: "string"; readonly name: string; readonly which: WhichOnPage }
  | { readonly kind: "element"; readonly name: string; readonly which: WhichOnPage };

export type CounterPart = ContentPart & { readonly kind: "counter" | "counters" };

/** The element that a cross reference names: by an attribute, or outright. */
export type Target = { readonly attribute: string } | { readonly href: string };

export type ElementText = "text" | "before" | "after" | "first-letter";

/** Which of those on a page: the first or last, the one it begins with, none where a new one stands. */
export type WhichOnPage = "first" | "start" | "last" | "first-except";

/** @returns undefined when a part cannot be read */
export function parseContent(text: string): "normal" | readonly ContentPart[] | undefined {
  if (text === "normal" || text === "none") return "normal";
  const parts = splitWords(text).map(parsePart);
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** What an element gives running heads: for each name, the parts of its words. */
export interface StringSetting {
  readonly name: string;
  readonly parts: readonly ContentPart[];
}

/** `chapter content(), part "Part " counter(part)`. */
export function parseStringSet(text: string): readonly StringSetting[] | undefined {
  if (text === "none") return [];
  const settings = splitList(text).map((each) => {
    const [name, ...words] = splitWords(each);
    const parts = words.map(parsePart);
    const isRead = name !== undefined && IDENT.test(name) && parts.length > 0;
    return isRead && parts.every((part) => part !== undefined) ? { name, parts } : undefined;
  });
  return settings.every((setting) => setting !== undefined) ? settings : undefined;
}

export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

/** `chapter 3 section`; a name without a number takes `usual`. */
export function parseCounterChanges(
  text: string,
  usual: number,
): readonly CounterChange[] | undefined {
  if (text === "none") return [];
  const changes: CounterChange[] = [];
  for (const word of splitWords(text)) {
    const last = changes.at(-1);
    if (IDENT.test(word)) changes.push({ name: word, value: usual });
    else if (last && /^[+-]?\d+$/.test(word))
      changes.splice(-1, 1, { ...last, value: Number(word) });
    else return undefined;
  }
  return changes;
}

const IDENT = /^-?[\p{L}_][\p{L}\p{N}_-]*$/u;

function parsePart(word: string): ContentPart | undefined {
  const text = unquote(word);
  if (text !== undefined) return { kind: "text", text };
  if (word === "open-quote") return { kind: "quote", which: "open" };
  if (word === "close-quote") return { kind: "quote", which: "close" };
  if (word === "no-open-quote" || word === "no-close-quote") return { kind: "text", text: "" };
  const call = /^([\w-]+)\((.*)\)$/s.exec(word);
  const [, name = "", inside = ""] = call ?? [];
  return PARTS[name]?.(splitList(inside));
}

type Parse = (values: readonly string[]) => ContentPart | undefined;

const PARTS: Readonly<Record<string, Parse>> = byWord({
  attr: ([name]) => (name && IDENT.test(name) ? { kind: "attribute", name } : undefined),
  counter: parseCounter,
  counters: parseCounters,
  "target-counter": ([target, ...counter]) => targetCounter(target, parseCounter(counter)),
  "target-counters": ([target, ...counter]) => targetCounter(target, parseCounters(counter)),
  "target-text": parseTargetText,
  leader: parseLeader,
  content: ([which = "text"]) => {
    const read = ELEMENT_TEXTS.find((each) => each === which);
    return read && { kind: "content", which: read };
  },
  string: (values) => parseNamed("string", values),
  element: (values) => parseNamed("element", values),
});

function parseCounter([name, style = "decimal"]: readonly string[]): CounterPart | undefined {
  const read = counterStyleNamed(style);
  return name && IDENT.test(name) && read ? { kind: "counter", name, style: read } : undefined;
}

function parseCounters([name, joint, style = "decimal"]: readonly string[]):
  | CounterPart
  | undefined {
  const read = counterStyleNamed(style);
  const separator = unquote(joint ?? "");
  if (!name || !IDENT.test(name) || separator === undefined || !read) return undefined;
  return { kind: "counters", name, separator, style: read };
}

function targetCounter(
  target: string | undefined,
  counter: ContentPart | undefined,
): ContentPart | undefined {
  const read = parseTarget(target);
  if (!read || (counter?.kind !== "counter" && counter?.kind !== "counters")) return undefined;
  return { kind: "target-counter", target: read, counter };
}

const ELEMENT_TEXTS = ["text", "before", "after", "first-letter"] as const;

function parseTargetText([target, which = "content"]: readonly string[]): ContentPart | undefined {
  const read = parseTarget(target);
  const wanted = ELEMENT_TEXTS.find((each) => each === (which === "content" ? "text" : which));
  return read && wanted && { kind: "target-text", target: read, which: wanted };
}

/** `attr(href)`, `attr(href url)`, `"#id"`, `url(#id)`. */
function parseTarget(text: string | undefined): Target | undefined {
  const attribute = /^attr\(\s*([\w-]+)(?:\s+url)?\s*\)$/.exec(text ?? "")?.[1];
  if (attribute) return { attribute };
  const href = /^url\(\s*(.*?)\s*\)$/.exec(text ?? "")?.[1] ?? text ?? "";
  const plain = unquote(href) ?? href;
  return plain.startsWith("#") ? { href: plain } : undefined;
}

const LEADERS: Readonly<Record<string, string>> = byWord({ dotted: ". ", solid: "_", space: " " });

function parseLeader([pattern = "dotted"]: readonly string[]): ContentPart | undefined {
  const read = LEADERS[pattern] ?? unquote(pattern);
  return read ? { kind: "leader", pattern: read } : undefined;
}

const WHICH = ["first", "start", "last", "first-except"] as const;

function parseNamed(
  kind: "string" | "element",
  [name, which = "first"]: readonly string[],
): ContentPart | undefined {
  const read = WHICH.find((each) => each === which);
  return name && IDENT.test(name) && read ? { kind, name, which: read } : undefined;
}
