/** The tree is whole and well-formed: kinds stand where they may, headings skip no level. */
import type { PdfFile } from "../pdf-file.js";
import { type Element, elementsOf, readStructureTree } from "../structure-tree.js";
import { textOf } from "../value.js";

/** Where a kind of element may stand (ISO 32000-1, 14.8.4.3). */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  LI: ["L"],
  Lbl: ["LI", "Note", "Caption", "TOCI", "BibEntry", "Link", "P", "Reference"],
  LBody: ["LI"],
  TOCI: ["TOC"],
};

export function checkStructure(file: PdfFile): string[] {
  const root = readStructureTree(file);
  if (root === undefined) return ["the file has no structure tree"];
  const elements = [...elementsOf(root)].slice(1);
  return [
    ...elements.flatMap(checkPlace),
    ...elements.flatMap((element) => checkParent(file, element)),
    ...checkHeadings(elements),
    ...elements.flatMap((element) => checkAttributes(file, element)),
    ...checkNoteIds(elements),
  ];
}

function checkPlace({ type, parent }: Element): string[] {
  const allowed = PARENTS[type];
  if (allowed === undefined || allowed.includes(parent?.type ?? "")) return [];
  return [`${type} stands in ${parent?.type || "nothing"}`];
}

function checkParent(file: PdfFile, { type, parent, dictionary }: Element): string[] {
  const named = file.dictionary(dictionary.entries.get("P"));
  return named === parent?.dictionary ? [] : [`${type} names another parent than it has`];
}

function checkHeadings(elements: readonly Element[]): string[] {
  const levels = elements.flatMap(({ type }) => /^H([1-6])$/.exec(type)?.[1] ?? []).map(Number);
  return levels.flatMap((level, index) => {
    const before = levels[index - 1] ?? 0;
    return level > before + 1
      ? [`H${level} follows ${before === 0 ? "nothing" : `H${before}`}`]
      : [];
  });
}

function checkAttributes(file: PdfFile, { type, dictionary }: Element): string[] {
  const text = (key: string) => (textOf(file.get(dictionary, key)) ?? "").trim();
  if (
    (type === "Figure" || type === "Formula") &&
    text("Alt") === "" &&
    text("ActualText") === ""
  ) {
    return [`${type} has no alternative text`];
  }
  if (type === "TH" && !hasScope(file, dictionary)) return ["TH has no scope"];
  const language = textOf(file.get(dictionary, "Lang"));
  if (language === undefined || /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language)) return [];
  return [`${type} has the language "${language}"`];
}

function hasScope(file: PdfFile, dictionary: Element["dictionary"]): boolean {
  const attributes = file.list(dictionary.entries.get("A"));
  return attributes.some(
    (each) => file.get(each, "Scope") !== null || file.get(each, "Headers") !== null,
  );
}

function checkNoteIds(elements: readonly Element[]): string[] {
  const ids = elements
    .filter(({ type }) => type === "Note")
    .map(({ dictionary }) => textOf(dictionary.entries.get("ID")) ?? "");
  return ids.flatMap((id, index) => {
    if (id === "") return ["Note has no id"];
    return ids.indexOf(id) === index ? [] : [`two notes have the id "${id}"`];
  });
}
