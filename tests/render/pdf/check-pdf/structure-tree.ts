/** The structure tree of a file as elements with their kids, and where each MCID and object hangs (ISO 32000-1, 14.7). */
import type { PdfFile } from "./pdf-file.js";
import { isDictionary, nameOf, type PdfDictionary, type PdfValue, referenceOf } from "./value.js";

export interface Element {
  readonly type: string;
  readonly dictionary: PdfDictionary;
  readonly parent: Element | undefined;
  readonly kids: readonly Kid[];
}

export type Kid =
  | { readonly kind: "element"; readonly element: Element }
  | { readonly kind: "content"; readonly page: number; readonly mcid: number }
  | { readonly kind: "object"; readonly object: number };

export function readStructureTree(file: PdfFile): Element | undefined {
  const root = file.dictionary(file.catalog, "StructTreeRoot");
  return root === undefined ? undefined : readElement(file, root, undefined, -1);
}

function readElement(
  file: PdfFile,
  dictionary: PdfDictionary,
  parent: Element | undefined,
  inherited: number,
): Element {
  const page = referenceOf(dictionary.entries.get("Pg")) ?? inherited;
  const kids: Kid[] = [];
  const element = { type: nameOf(dictionary.entries.get("S")) ?? "", dictionary, parent, kids };
  for (const kid of file.list(dictionary.entries.get("K"))) {
    kids.push(readKid(file, kid, element, page));
  }
  return element;
}

function readKid(file: PdfFile, value: PdfValue, parent: Element, page: number): Kid {
  if (typeof value === "number") return { kind: "content", page, mcid: value };
  const kid = file.resolve(value);
  if (!isDictionary(kid)) throw new Error("a kid of the structure tree is nothing");
  const own = referenceOf(kid.entries.get("Pg")) ?? page;
  switch (nameOf(kid.entries.get("Type"))) {
    case "MCR":
      return { kind: "content", page: own, mcid: Number(kid.entries.get("MCID")) };
    case "OBJR":
      return { kind: "object", object: referenceOf(kid.entries.get("Obj")) ?? -1 };
    default:
      return { kind: "element", element: readElement(file, kid, parent, own) };
  }
}

/** The element and all below it, in reading order. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element;
  for (const kid of element.kids) if (kid.kind === "element") yield* elementsOf(kid.element);
}
