/** A list item in, its bullet or number out (CSS Lists 3; HTML Standard, 4.4.5 and 4.4.8). */
import { type Element, isTag } from "domhandler";
import { formatCounter } from "../css/counter-style.js";
import type { Style } from "../css/properties.js";
import type { Marker } from "./box.js";
import type { BoxBuilder, Surroundings } from "./box-builder.js";

export function buildMarker(
  item: Element,
  inner: Surroundings,
  builder: BoxBuilder,
): Marker | undefined {
  const own = builder.cascade.pseudoStyleOf(item, "marker", inner.computed);
  const style = own?.style ?? inner.computed.style;
  const parts = own && builder.generated.partsOf(item, "marker", style);
  const text = parts
    ? parts.map((part) => (part.kind === "text" ? part.text : "")).join("")
    : markerText(item, inner.computed.style);
  return text === "" ? undefined : { text, style };
}

function markerText(item: Element, { listStyleType }: Style): string {
  if (typeof listStyleType === "object") return listStyleType.text.trimEnd();
  switch (listStyleType) {
    case "none":
    case "disc":
    case "circle":
    case "square":
      return formatCounter(0, listStyleType);
    default:
      return `${formatCounter(numberOf(item), listStyleType)}.`;
  }
}

const numbersByList = new WeakMap<Element, ReadonlyMap<Element, number>>();

/** All items of a list are counted at once. */
function numberOf(item: Element): number {
  const list = item.parent && isTag(item.parent) ? item.parent : undefined;
  if (!list) return 1;
  const numbers = numbersByList.get(list) ?? countItems(list);
  numbersByList.set(list, numbers);
  return numbers.get(item) ?? 1;
}

/** `<ol start>`, `<ol reversed>` and `<li value>` count as in HTML. */
function countItems(list: Element): ReadonlyMap<Element, number> {
  const items = list.children.filter(isTag).filter((child) => child.name === "li");
  const step = list.attribs.reversed === undefined ? 1 : -1;
  const first = wholeNumber(list.attribs.start) ?? (step === 1 ? 1 : items.length);
  const numbers = new Map<Element, number>();
  let next = first;
  for (const item of items) {
    const number = wholeNumber(item.attribs.value) ?? next;
    numbers.set(item, number);
    next = number + step;
  }
  return numbers;
}

function wholeNumber(text: string | undefined): number | undefined {
  const number = Number.parseInt(text ?? "", 10);
  return Number.isNaN(number) ? undefined : number;
}
