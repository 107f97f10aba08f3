/**
 * The element tree in, what each element means in its place out: its structure type, the element
 * whose structure holds its words, its language where that changes.
 */
import { type Element, isTag } from "domhandler";
import { isLanguage, textOf } from "../page/parse-page.js";
import { roleOf } from "./role-of.js";
import type { StructureType } from "./structure.js";

export interface Meaning {
  readonly element: Element;
  /** Undefined when the element adds nothing to what lies around it. */
  readonly type: StructureType | undefined;
  /** Nothing in it is read. */
  readonly isHidden: boolean;
  /** BCP 47, where it differs from what lies around. */
  readonly language: string | undefined;
  /** Itself, or the nearest around it with a type. */
  readonly holder: Meaning;
}

export type Meanings = ReadonlyMap<Element, Meaning>;

/**
 * @param language BCP 47, of the file
 * @param isTarget whether a link's element leads somewhere; others are plain words
 * @param footnotes the elements that a style sheet made footnotes
 */
export function settleMeanings(
  body: Element,
  language: string,
  isTarget: (link: Element) => boolean,
  footnotes: ReadonlySet<Element> = new Set(),
): Meanings {
  const meanings = new Map<Element, Meaning>();
  const visit = (element: Element, outer: Surroundings) => {
    const meaning = settle(element, outer, isTarget, footnotes.has(element));
    meanings.set(element, meaning);
    const inner: Surroundings = {
      holder: meaning.holder,
      isHidden: meaning.isHidden,
      language: meaning.language ?? outer.language,
      isContents: outer.isContents || isContentsList(element),
    };
    for (const child of element.children.filter(isTag)) visit(child, inner);
  };
  visit(body, { holder: undefined, isHidden: false, language, isContents: false });
  return meanings;
}

interface Surroundings {
  readonly holder: Meaning | undefined;
  readonly isHidden: boolean;
  readonly language: string;
  /** Lists here are tables of contents. */
  readonly isContents: boolean;
}

function settle(
  element: Element,
  outer: Surroundings,
  isTarget: (link: Element) => boolean,
  isFootnote: boolean,
): Meaning {
  const role = isFootnote ? "Note" : roleOf(element);
  const isHidden = outer.isHidden || role === "hidden";
  const language = ownLanguage(element, outer.language);
  const isLost = role === "Link" && !isTarget(element);
  const proper = role === "hidden" || role === "through" || isLost ? undefined : role;
  const fitting = proper && inItsPlace(proper, element, outer);
  const type = fitting ?? (language === undefined ? undefined : carrierOf(element));
  const own = { element, type, isHidden, language };
  if (type === undefined && outer.holder) return { ...own, holder: outer.holder };
  return {
    ...own,
    type: type ?? "Document",
    get holder(): Meaning {
      return this;
    },
  };
}

/** What lists and tables are made of means nothing outside them. */
function inItsPlace(
  type: StructureType,
  element: Element,
  { holder, isContents }: Surroundings,
): StructureType | undefined {
  const parent = holder?.type;
  const isIn = (...types: readonly StructureType[]) => types.some((each) => each === parent);
  switch (type) {
    case "L":
      return isContents ? "TOC" : type;
    case "LI":
      return isIn("TOC") ? "TOCI" : isIn("L") ? type : "Div";
    case "Lbl":
    case "LBody":
      return isIn("L") ? type : "Div";
    case "Div":
      // HTML lets a `div` go around the terms of a list.
      return isIn("L") && holder?.element.name === "dl" ? undefined : type;
    case "THead":
    case "TBody":
    case "TFoot":
      return isIn("Table") ? type : undefined;
    case "TR":
      return isIn("Table", "THead", "TBody", "TFoot") ? type : undefined;
    case "TH":
    case "TD":
      return isIn("TR") ? type : undefined;
    case "Caption":
      return element.name !== "caption" || isIn("Table") ? type : undefined;
    default:
      return type;
  }
}

/** An element of no meaning that has a language of its own. */
function carrierOf({ name }: Element): StructureType {
  return name === "a" || name === "abbr" || INLINE.has(name) ? "Span" : "Div";
}

const INLINE: ReadonlySet<string> = new Set(
  "b bdi bdo cite data del dfn i ins label mark s small span sub sup time u var".split(" "),
);

function ownLanguage({ attribs }: Element, outer: string): string | undefined {
  const { lang } = attribs;
  return lang !== undefined && lang !== outer && isLanguage(lang) ? lang : undefined;
}

/** A `nav` of nothing but places in the page itself. */
function isContentsList(element: Element): boolean {
  if (element.attribs.role === "doc-toc") return true;
  if (element.name !== "nav") return false;
  const links = linksIn(element);
  return (
    links.length > 0 &&
    links.every((link) => link.attribs.href?.startsWith("#") && textOf(link) !== "")
  );
}

function linksIn(element: Element): readonly Element[] {
  return element.children
    .filter(isTag)
    .flatMap((child) => [
      ...(child.name === "a" && child.attribs.href !== undefined ? [child] : []),
      ...linksIn(child),
    ]);
}
