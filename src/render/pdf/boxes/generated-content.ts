/** The words that no one wrote into the page: `content`, bullets and list numbers (CSS Generated Content 3). */
import { type Element, isTag } from "domhandler";
import type { ContentPart, CounterPart, Target } from "../css/content-value.js";
import { formatCounter } from "../css/counter-style.js";
import type { Style } from "../css/properties.js";
import type { PseudoElement } from "../css/selectors.js";
import { textOf } from "../page/parse-page.js";
import type { Report } from "../report.js";
import type { PageReference } from "./box.js";
import type { Counters, CounterValues } from "./counters.js";
import { quotationMark } from "./quotation-mark.js";

/** What generated content comes to before any page is known. */
export type GeneratedPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "leader"; readonly pattern: string }
  /** A number that only pages give. */
  | { readonly kind: "reference"; readonly reference: PageReference };

export interface GeneratedContent {
  /** @returns undefined when there is to be no box at all. */
  partsOf(
    element: Element,
    pseudo: PseudoElement,
    style: Style,
  ): readonly GeneratedPart[] | undefined;
  /** What `string-set` takes from an element, by name. */
  stringsOf(element: Element, style: Style): ReadonlyMap<string, string>;
}

export function createGeneratedContent(
  body: Element,
  counters: Counters,
  report: Report,
): GeneratedContent {
  let ids: ReadonlyMap<string, Element> | undefined;
  const find = (element: Element, target: Target): Element | undefined => {
    ids ??= elementsById(body);
    const href = hrefOf(element, target);
    const found = ids.get(idOf(href));
    if (!found) {
      report(
        "dangling-reference",
        `nothing on the page has the id that "${href}" refers to`,
        { quoted: href },
        "give the target that id, or take the reference out",
      );
    }
    return found;
  };

  const settle = (
    part: ContentPart,
    element: Element,
    pseudo: PseudoElement | undefined,
    { quotes }: Style,
  ): GeneratedPart => {
    switch (part.kind) {
      case "text":
        return part;
      case "attribute":
        return text(element.attribs[part.name] ?? "");
      case "counter":
      case "counters":
        return isOfPages(part)
          ? reference(part, undefined)
          : text(writeCounter(part, counters.at(element, pseudo)));
      case "target-counter": {
        const target = find(element, part.target);
        if (!target) return text("");
        return isOfPages(part.counter)
          ? reference(part.counter, idOf(hrefOf(element, part.target)))
          : text(writeCounter(part.counter, counters.at(target, undefined)));
      }
      case "target-text": {
        const target = find(element, part.target);
        return text(target ? excerpt(wordsOf(target), part.which) : "");
      }
      case "content":
        return text(excerpt(wordsOf(element), part.which));
      case "leader":
        return part;
      case "quote":
        return text(quotationMark(element, part.which, quotes));
      case "string":
      case "element":
        return text("");
    }
  };
  return {
    partsOf: (element, pseudo, style) =>
      style.content === "normal"
        ? undefined
        : style.content.map((part) => settle(part, element, pseudo, style)),
    stringsOf: (element, style) =>
      new Map(
        style.stringSet.map(({ name, parts }) => [
          name,
          parts
            .map((part) => settle(part, element, undefined, style))
            .map((part) => (part.kind === "text" ? part.text : ""))
            .join(""),
        ]),
      ),
  };
}

function text(words: string): GeneratedPart {
  return { kind: "text", text: words };
}

function reference(counter: CounterPart, id: string | undefined): GeneratedPart {
  const name = counter.name === "pages" ? "pages" : "page";
  return { kind: "reference", reference: { id, counter: name, style: counter.style } };
}

function isOfPages({ name }: CounterPart): boolean {
  return name === "page" || name === "pages";
}

function writeCounter(part: CounterPart, values: CounterValues): string {
  const own = values.get(part.name) ?? [0];
  if (part.kind === "counter") return formatCounter(own.at(-1) ?? 0, part.style);
  const separator = part.kind === "counters" ? part.separator : "";
  return own.map((value) => formatCounter(value, part.style)).join(separator);
}

function hrefOf(element: Element, target: Target): string {
  return "href" in target ? target.href : (element.attribs[target.attribute] ?? "");
}

function idOf(href: string): string {
  const id = href.slice(href.indexOf("#") + 1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The first element with an id is the one that counts. */
function elementsById(body: Element): ReadonlyMap<string, Element> {
  const found = new Map<string, Element>();
  const pending = [body];
  for (let element = pending.pop(); element; element = pending.pop()) {
    const { id } = element.attribs;
    if (id && !found.has(id)) found.set(id, element);
    pending.push(...element.children.filter(isTag).reverse());
  }
  return found;
}

function wordsOf(element: Element): string {
  return textOf(element).replace(/\s+/g, " ").trim();
}

/** `before` and `after` name generated words, which have none of their own here. */
function excerpt(words: string, which: "text" | "before" | "after" | "first-letter"): string {
  if (which === "text") return words;
  return which === "first-letter" ? (/^\P{L}*\p{L}\p{M}*/u.exec(words)?.[0] ?? "") : "";
}
