/**
 * A page of HTML in, its words and its markup out, each with its line: what a browser shows and what
 * stands around it. Pages that this program writes are well formed; others are read as they come.
 */

import { type Around, type Unit, unitOf, type Word, wordsIn } from "../print/word.js";
import { decodeReferences } from "./character-references.js";

export interface Markup {
  /** A tag, a comment or the content of a style or script, spaces as one. */
  readonly text: string;
  readonly line: number;
}

export interface ScannedPage {
  readonly words: readonly Word[];
  readonly markup: readonly Markup[];
}

interface Open extends Around {
  unit: Unit | undefined;
  readonly href: string | null;
}

/** Elements below one another; pages of this program have some thirty. */
const DEEPEST = 512;

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What stands in them is no markup (HTML Standard, 13.1.2). */
const RAW = new Set([
  "style",
  "script",
  "textarea",
  "title",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
]);
/** They part no words. */
const INLINE = new Set(
  "a abbr b bdi bdo button cite code em i mark q s small span strong sub sup u".split(" "),
);

export function scanPage(html: string): ScannedPage {
  const scan = new Scan(html);
  scan.run();
  return { words: scan.words, markup: scan.markup };
}

class Scan {
  readonly words: Word[] = [];
  readonly markup: Markup[] = [];
  readonly #html: string;
  readonly #open: Open[] = [];
  #line = 1;
  #counted = 0;
  /** Letters of a word that may go on behind a tag. */
  #text = "";
  #textAt: { readonly unit: Unit; readonly href: string | null; readonly line: number } | undefined;

  constructor(html: string) {
    this.#html = html;
  }

  run(): void {
    const html = this.#html;
    for (let at = 0; at < html.length; ) {
      const tag = html.indexOf("<", at);
      const end = tag === -1 ? html.length : tag;
      if (end > at) this.#addText(html.slice(at, end), at);
      if (tag === -1) break;
      at = this.#readMarkup(tag);
    }
    this.#endWord();
  }

  /** @returns where the text goes on */
  #readMarkup(at: number): number {
    const html = this.#html;
    if (html.startsWith("<!--", at)) {
      const close = html.indexOf("-->", at + 4);
      const end = close === -1 ? html.length : close + 3;
      this.#addMarkup(at, end);
      return end;
    }
    if (!/[a-zA-Z!/?]/.test(html[at + 1] ?? "")) {
      this.#addText("<", at);
      return at + 1;
    }
    const end = endOfTag(html, at);
    this.#addMarkup(at, end);
    this.#follow(html.slice(at, end));
    const name = /^<([a-z][a-z0-9]*)/i.exec(html.slice(at, at + 24))?.[1]?.toLowerCase() ?? "";
    return RAW.has(name) ? this.#readRaw(name, end) : end;
  }

  #readRaw(name: string, at: number): number {
    const close = new RegExp(`</${name}`, "gi");
    close.lastIndex = at;
    const end = close.exec(this.#html)?.index ?? this.#html.length;
    const isSeen = name === "title" || name === "textarea";
    if (isSeen) this.#addText(this.#html.slice(at, end), at);
    else if (end > at) this.#addMarkup(at, end);
    return end;
  }

  #follow(tag: string): void {
    const [, close = "", written = ""] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(tag) ?? [];
    const name = written.toLowerCase();
    if (name === "") return;
    if (!INLINE.has(name)) this.#endWord();
    if (close !== "") {
      const at = this.#open.findLastIndex((each) => each.name === name);
      if (at >= 0) this.#open.length = at;
    } else if (!VOID.has(name) && !tag.endsWith("/>") && this.#open.length < DEEPEST) {
      const attribs = attributesOf(tag);
      const href = attribs.href ?? this.#open.at(-1)?.href ?? null;
      this.#open.push({ name, attribs, href, unit: undefined });
    }
  }

  #addMarkup(from: number, to: number): void {
    const text = this.#html.slice(from, to).replace(/\s+/g, " ");
    this.markup.push({ text, line: this.#lineAt(from) });
  }

  #addText(text: string, at: number): void {
    const place = this.#place();
    // Where a link begins or ends, so does a word: each leads to one place.
    if (this.#textAt?.href !== place.href) this.#endWord();
    for (const { 0: piece, index } of decodeReferences(text).matchAll(
      /[\s\u00a0\u200b]+|[^\s\u00a0\u200b]+/g,
    )) {
      if (/^[\s\u00a0\u200b]/.test(piece)) this.#endWord();
      else {
        this.#textAt ??= { ...place, line: this.#lineAt(at + Math.min(index, text.length)) };
        this.#text += piece;
      }
    }
  }

  #place(): { readonly unit: Unit; readonly href: string | null } {
    const inner = this.#open.at(-1);
    if (inner === undefined) return { unit: { kind: "label", name: "page" }, href: null };
    inner.unit ??= unitOf([...this.#open].reverse());
    return { unit: inner.unit, href: inner.href };
  }

  #endWord(): void {
    if (this.#textAt === undefined) return;
    const { unit, href, line } = this.#textAt;
    for (const text of wordsIn(this.#text)) this.words.push({ text, unit, href, where: { line } });
    this.#text = "";
    this.#textAt = undefined;
  }

  /** Places come in order: each line end is counted once. */
  #lineAt(at: number): number {
    for (; this.#counted < at; this.#counted += 1) {
      if (this.#html.charCodeAt(this.#counted) === 10) this.#line += 1;
    }
    return this.#line;
  }
}

/** A `>` in quotes ends no tag. */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at += 1) {
    const letter = html.charCodeAt(at);
    if (quote !== 0) {
      if (letter === quote) quote = 0;
    } else if (letter === 0x22 || letter === 0x27) quote = letter;
    else if (letter === 0x3e) return at + 1;
  }
  return html.length;
}

function attributesOf(tag: string): Readonly<Record<string, string>> {
  const attribs: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (KEPT.test(key)) attribs[key] ??= decodeReferences(double ?? single ?? bare ?? "");
  }
  return attribs;
}

const ATTRIBUTE = /\s([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
/** What tells where words belong. */
const KEPT = /^(?:id|class|href|popover|aria-labelledby|data-.*)$/;
