/** Every annotation says what it is and lies in a Link element; tabs follow the structure. */
import type { PdfFile } from "../pdf-file.js";
import { type Element, elementsOf, readStructureTree } from "../structure-tree.js";
import { nameOf, type PdfDictionary, referenceOf, textOf } from "../value.js";
import { parentsByKey } from "./content.js";

export function checkLinks(file: PdfFile): string[] {
  const owners = ownersOfObjects(file);
  const parents = parentsByKey(file);
  return file.pages.flatMap(({ page }, index) => {
    const on = `page ${index + 1}`;
    const annotations = file.list(page.entries.get("Annots"));
    const tabs = nameOf(page.entries.get("Tabs"));
    return [
      ...(annotations.length === 0 || tabs === "S"
        ? []
        : [`${on}: tabs do not follow the structure`]),
      ...annotations.flatMap((value) => {
        const annotation = file.dictionary(value);
        if (annotation === undefined) return [`${on}: an annotation is nothing`];
        const owner = owners.get(referenceOf(value) ?? -1);
        const named = file.dictionary(
          parents.get(Number(annotation.entries.get("StructParent") ?? -1)),
        );
        return checkLink(annotation, owner, named).map((complaint) => `${on}: ${complaint}`);
      }),
    ];
  });
}

function checkLink(
  annotation: PdfDictionary,
  owner: Element | undefined,
  named: PdfDictionary | undefined,
) {
  const contents = textOf(annotation.entries.get("Contents")) ?? "";
  return [
    ...(nameOf(annotation.entries.get("Subtype")) === "Link" ? [] : ["an annotation is no link"]),
    ...(contents.trim() === "" ? ["a link has no contents"] : []),
    ...(owner?.type === "Link" ? [] : [`a link lies in ${owner?.type ?? "no element"}`]),
    ...(owner === undefined || owner.dictionary === named
      ? []
      : ["a link has another owner in the parent tree"]),
  ];
}

function ownersOfObjects(file: PdfFile): Map<number, Element> {
  const owners = new Map<number, Element>();
  const root = readStructureTree(file);
  for (const element of root === undefined ? [] : elementsOf(root)) {
    for (const kid of element.kids) if (kid.kind === "object") owners.set(kid.object, element);
  }
  return owners;
}
