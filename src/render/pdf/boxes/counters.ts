/** The element tree and its styles in, the value of every counter at every element out (CSS Lists 3, 4). */
import { type Element, isTag } from "domhandler";
import type { Cascade } from "../css/cascade.js";
import type { ComputedStyle } from "../css/compute-style.js";
import type { CounterChange } from "../css/content-value.js";
import type { Style } from "../css/properties.js";
import type { StyleSheet } from "../css/read-stylesheet.js";
import type { PseudoElement } from "../css/selectors.js";
import type { Declaration } from "../css/shorthands.js";

/** The values of each counter, the outermost first. */
export type CounterValues = ReadonlyMap<string, readonly number[]>;

export interface Counters {
  /** @param pseudo undefined for the element itself */
  at(element: Element, pseudo: PseudoElement | undefined): CounterValues;
}

export function countElements(body: Element, root: ComputedStyle, cascade: Cascade): Counters {
  const known = new Map<Element, Partial<Record<PseudoElement | "self", Scopes>>>();
  let scopes: Scopes = new Map();

  const count = (style: Style, changes: Changes, owner: Element, parent: Element): Scopes => {
    for (const change of changes.reset) scopes = reset(scopes, change, parent, owner);
    for (const change of changes.increment) scopes = add(scopes, change, parent);
    for (const change of [...changes.set, ...style.counterSet])
      scopes = set(scopes, change, parent);
    return scopes;
  };
  const visit = (element: Element, outer: ComputedStyle, parent: Element): void => {
    const computed = cascade.styleOf(element, outer);
    const { style } = computed;
    if (style.display === "none") return;
    const places: Partial<Record<PseudoElement | "self", Scopes>> = {};
    known.set(element, places);
    places.self = count(style, changesOf(element, style), element, parent);
    const pseudo = (name: "before" | "after") => {
      const own = cascade.pseudoStyleOf(element, name, computed)?.style;
      if (!own || own.content === "normal") return;
      const changes = { reset: own.counterReset, increment: own.counterIncrement, set: [] };
      places[name] = count(own, changes, element, element);
    };
    pseudo("before");
    for (const child of element.children) if (isTag(child)) visit(child, computed, element);
    pseudo("after");
    scopes = leave(scopes, element);
  };
  visit(body, root, body);
  return {
    at: (element, pseudo) => {
      const places = known.get(element);
      return valuesOf(places?.[pseudo ?? "self"] ?? places?.self ?? new Map());
    },
  };
}

/** Whether any rule but those of pages speaks of counters: following them takes a walk of its own. */
export function usesCounters(sheets: readonly StyleSheet[], html: string): boolean {
  if (/style\s*=\s*["'][^"'>]*(?:counter-|footnote)/i.test(html)) return true;
  return sheets.some(({ rules }) =>
    rules.some(({ declarations }) => declarations.some(speaksOfCounters)),
  );
}

function speaksOfCounters({ name, value }: Declaration): boolean {
  if (name.startsWith("counter-")) return true;
  if (name === "content" || name === "string-set") return value.includes("counter");
  return name === "float" && value === "footnote";
}

/** No counter is used: none has to be followed. */
export const NO_COUNTERS: Counters = { at: () => new Map() };

/** A counter lives as long as the element that its creator stands in. */
interface Instance {
  readonly scope: Element;
  readonly value: number;
}

/** Values are replaced, never changed: that of an element is kept by keeping the map. */
type Scopes = ReadonlyMap<string, readonly Instance[]>;

interface Changes {
  readonly reset: readonly CounterChange[];
  readonly increment: readonly CounterChange[];
  readonly set: readonly CounterChange[];
}

/** HTML counts the items of its lists, and every footnote counts itself. */
function changesOf(element: Element, style: Style): Changes {
  const reset = [...style.counterReset];
  const increment = [...style.counterIncrement];
  const set: CounterChange[] = [];
  const names = (changes: readonly CounterChange[], name: string) =>
    changes.some((each) => each.name === name);
  if ((element.name === "ol" || element.name === "ul") && !names(reset, LIST_ITEM)) {
    const start = Number.parseInt(element.attribs.start ?? "1", 10);
    reset.push({ name: LIST_ITEM, value: (Number.isNaN(start) ? 1 : start) - 1 });
  }
  if (style.display === "list-item" && !names(increment, LIST_ITEM)) {
    const value = Number.parseInt(element.attribs.value ?? "", 10);
    if (Number.isNaN(value)) increment.push({ name: LIST_ITEM, value: 1 });
    else set.push({ name: LIST_ITEM, value });
  }
  if (style.isFootnote === "yes" && !names(increment, FOOTNOTE)) {
    increment.push({ name: FOOTNOTE, value: 1 });
  }
  return { reset, increment, set };
}

const LIST_ITEM = "list-item";
const FOOTNOTE = "footnote";

/** A sibling's counter is begun anew; any other one is left in peace by a new one within it. */
function reset(scopes: Scopes, { name, value }: CounterChange, scope: Element, owner: Element) {
  const known = scopes.get(name) ?? [];
  const kept = known.at(-1)?.scope === scope && scope !== owner ? known.slice(0, -1) : known;
  return new Map(scopes).set(name, [...kept, { scope, value }]);
}

function add(scopes: Scopes, { name, value }: CounterChange, scope: Element): Scopes {
  return change(scopes, name, scope, (before) => before + value);
}

function set(scopes: Scopes, { name, value }: CounterChange, scope: Element): Scopes {
  return change(scopes, name, scope, () => value);
}

/** A counter that no one has begun begins where it is first counted. */
function change(
  scopes: Scopes,
  name: string,
  scope: Element,
  read: (before: number) => number,
): Scopes {
  const known = scopes.get(name) ?? [];
  const innermost = known.at(-1) ?? { scope: GLOBAL.has(name) ? undefined : scope, value: 0 };
  const next = { scope: innermost.scope ?? scope, value: read(innermost.value) };
  return new Map(scopes).set(name, [...known.slice(0, -1), next]);
}

/** Counted through the whole page, wherever they are first met. */
const GLOBAL: ReadonlySet<string> = new Set([FOOTNOTE]);

function leave(scopes: Scopes, element: Element): Scopes {
  let left: Map<string, readonly Instance[]> | undefined;
  for (const [name, instances] of scopes) {
    if (GLOBAL.has(name) || instances.at(-1)?.scope !== element) continue;
    left ??= new Map(scopes);
    left.set(
      name,
      instances.filter(({ scope }) => scope !== element),
    );
  }
  return left ?? scopes;
}

function valuesOf(scopes: Scopes): CounterValues {
  return new Map([...scopes].map(([name, all]) => [name, all.map(({ value }) => value)]));
}
