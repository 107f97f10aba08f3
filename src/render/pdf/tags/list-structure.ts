/** Items of a list in, the list out: each item a label and a body (ISO 32000-1, 14.8.4.3.3). */
import type { Attributes, StructureChild, StructureElement, StructureType } from "./structure.js";

export function listItem(
  type: "LI" | "TOCI",
  children: readonly StructureChild[],
  attributes: Attributes,
): StructureElement {
  if (type === "TOCI") return { type, attributes, children };
  const labels = children.filter((child) => isOf(child, "Lbl"));
  const rest = children.filter((child) => !isOf(child, "Lbl"));
  return { type, attributes, children: rest.length > 0 ? [...labels, bodyOf(rest)] : labels };
}

/** Terms and what they are explained by become items; whatever else is in a list becomes one too. */
export function finishList(
  children: readonly StructureChild[],
  attributes: Attributes,
): StructureElement {
  const items: { type: StructureType; attributes: Attributes; children: StructureChild[] }[] = [];
  let open: StructureChild[] | undefined;
  for (const child of children) {
    if (isOf(child, "LI") || isOf(child, "Caption")) {
      items.push({ ...child, children: [...child.children] });
      open = undefined;
      continue;
    }
    const isTerm = isOf(child, "Lbl");
    const endsTerms = open?.some((each) => isOf(each, "LBody"));
    if (!open || (isTerm && endsTerms)) {
      open = [];
      items.push({ type: "LI", attributes: {}, children: open });
    }
    open.push(isTerm || isOf(child, "LBody") ? child : bodyOf([child]));
  }
  return { type: "L", attributes, children: items };
}

/** One paragraph of loose words is the body itself. */
function bodyOf(children: readonly StructureChild[]): StructureElement {
  const [only] = children;
  const isPlain =
    children.length === 1 && isOf(only, "P") && Object.keys(only.attributes).length === 0;
  return { type: "LBody", attributes: {}, children: isPlain ? only.children : children };
}

function isOf(child: StructureChild | undefined, type: StructureType): child is StructureElement {
  return child !== undefined && "type" in child && child.type === type;
}
