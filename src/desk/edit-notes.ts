/**
 * The text of desk notes and changes of them in, the text with the changes out: comments, order and
 * every line that they do not concern stay as they are.
 */
import { type Document, isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import type { NoteLine, NoteTarget } from "../model/desk-notes.js";
import type { NoteEdit } from "../model/note-edit.js";
import { linesOf } from "../text/diff-lines.js";
import { mergeLines } from "../text/merge-lines.js";
import { addItem, removeItems, replaceItems, setValue } from "./edit-yaml.js";

/**
 * @param text of the file; that of the skeleton where there is none yet
 * @returns null where the text is no YAML that can be changed: what is wrong is for its check to say
 */
export function editNotes(text: string, edits: readonly NoteEdit[]): string | null {
  const isWindows = text.includes("\r\n");
  const plain = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  const document = parse(plain);
  if (document === null) return null;
  const indentation = indentationOf(plain);
  const base = write(document, indentation);
  for (const edit of edits) applyEdit(document, edit);
  const changed = write(document, indentation);
  const merged = changed === base ? plain : merge(plain, base, changed);
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  return mark + (isWindows ? merged.replaceAll("\n", "\r\n") : merged);
}

/** Null where it has faults of syntax, or is no list of keys. */
function parse(text: string): Document | null {
  const document = parseDocument(text);
  if (document.errors.length > 0) return null;
  if (document.contents === null) {
    // A skeleton is comments alone: they stand before the keys that come.
    document.commentBefore ??= document.comment ?? null;
    document.comment = null;
    document.contents = document.createNode({}) as unknown as typeof document.contents;
  }
  return isMap(document.contents) ? document : null;
}

/** Lines are not folded anew: what was written on one line stays on it. */
function write(document: Document, { indent, indentSeq }: Indentation): string {
  return document.toString({ lineWidth: 0, indent, indentSeq });
}

interface Indentation {
  readonly indent: number;
  /** Whether the items of a list stand further in than its key. */
  readonly indentSeq: boolean;
}

/** As the first lines have it that stand further in than their key. */
function indentationOf(text: string): Indentation {
  const [, key] = /^\w[^\n#]*:[^\S\n]*\n( +)\w/m.exec(text) ?? [];
  const [, item] = /^\w[^\n#]*:[^\S\n]*\n( *)- /m.exec(text) ?? [];
  const indent = key?.length ?? (item || DEFAULT).length;
  return { indent: Math.min(Math.max(indent, 1), 8), indentSeq: item !== "" };
}

const DEFAULT = "  ";

/** Where a merged text says something else than was meant, the program's form of it. */
function merge(text: string, base: string, changed: string): string {
  for (const isStrict of [false, true]) {
    const lines = mergeLines(linesOf(text), linesOf(base), linesOf(changed), isStrict);
    const merged = `${lines.join("\n")}\n`;
    if (sayTheSame(merged, changed)) return merged;
  }
  return changed;
}

function sayTheSame(a: string, b: string): boolean {
  const [one, other] = [parseDocument(a), parseDocument(b)];
  if (one.errors.length > 0) return false;
  return JSON.stringify(one.toJS()) === JSON.stringify(other.toJS());
}

function applyEdit(document: Document, edit: NoteEdit): void {
  switch (edit.kind) {
    case "pin":
    case "exclude":
      addItem(document, [LISTS[edit.kind]], itemOf(edit), sameTarget(edit.target));
      break;
    case "unpin":
    case "include":
      removeItems(document, [LISTS[edit.kind]], sameTarget(edit.target));
      break;
    case "move":
      move(document, edit);
      break;
    case "assessment":
      assess(document, edit);
      break;
    case "status":
      setValue(document, ["themes", edit.theme, "status"], edit.status);
      if (edit.reason === undefined) break;
      setText(document, ["themes", edit.theme, "reason"], { text: edit.reason });
      break;
    case "bottom-line":
    case "key-messages":
      replaceItems(document, [LISTS[edit.kind]], edit.lines.map(lineOf), sameText);
      break;
  }
}

/** Where each kind stands in the notes. */
const LISTS = {
  pin: "pins",
  unpin: "pins",
  exclude: "exclude",
  include: "exclude",
  "bottom-line": "bottomLine",
  "key-messages": "keyMessages",
} as const;

function itemOf({
  target,
  reason,
}: {
  readonly target: NoteTarget;
  readonly reason?: string | undefined;
}) {
  return reason === undefined ? { ...target } : { ...target, reason };
}

/** What was moved there by a line of its own moves back by that line. */
function move(document: Document, edit: Extract<NoteEdit, { kind: "move" }>): void {
  const { target, from, to } = edit;
  const isSame = sameTarget(target);
  const item = itemOf(edit);
  const pathOf = (theme: string, way: "add" | "remove") => ["themes", theme, way];
  if (!removeItems(document, pathOf(from, "add"), isSame)) {
    addItem(document, pathOf(from, "remove"), item, isSame);
  }
  if (!removeItems(document, pathOf(to, "remove"), isSame)) {
    addItem(document, pathOf(to, "add"), item, isSame);
  }
}

function assess(document: Document, edit: Extract<NoteEdit, { kind: "assessment" }>): void {
  const path = ["themes", edit.theme, "assessment"];
  if (edit.text === "") setValue(document, path, undefined);
  else setText(document, path, edit);
}

/** A text where it stood, be it bare or under a key of its own; what stands beside it stays. */
function setText(
  document: Document,
  path: readonly string[],
  { text, by }: { readonly text: string; readonly by?: string | undefined },
): void {
  const standing = document.getIn(path, true);
  if (isMap(standing)) {
    setValue(document, [...path, "text"], text);
    if (by !== undefined) setValue(document, [...path, "by"], by);
  } else if (by === undefined) setValue(document, path, text);
  else setValue(document, path, { text, by });
}

/** As a person would write it: bare where it is a text alone. */
function lineOf({ text, by, cites }: NoteLine): unknown {
  if (by === undefined && cites.length === 0) return text;
  return {
    text,
    ...(by === undefined ? {} : { by }),
    ...(cites.length === 0 ? {} : { cites }),
  };
}

function textOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, "text") : value;
}

/** A line whose text stays keeps its node, and so its comments. */
function sameText(node: unknown, line: unknown): boolean {
  const standing = isMap(node) ? node.toJSON() : isScalar(node) ? node.value : null;
  return textOf(standing) === textOf(line);
}

/** An item speaks of the target: by the same names; white space in words counts as one space. */
function sameTarget(target: NoteTarget): (item: unknown) => boolean {
  return (item) => {
    if (isScalar(item)) return item.value === target.article && target.words === undefined;
    if (!isMap(item)) return false;
    if (target.statement !== undefined) return valueIn(item, "statement") === target.statement;
    return (
      valueIn(item, "article") === target.article &&
      plainWords(valueIn(item, "words")) === plainWords(target.words)
    );
  };
}

function valueIn(map: YAMLMap, key: string): unknown {
  return map.get(key);
}

function plainWords(words: unknown): string | undefined {
  return typeof words === "string" ? words.replace(/\s+/g, " ").trim() : undefined;
}
