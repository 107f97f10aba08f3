/** Files that ride along are named, dated, typed, and say what they are to the page (ISO 19005-3, 6.8). */
import type { PdfFile } from "../pdf-file.js";
import { nameOf, type PdfDictionary, type PdfValue, textOf } from "../value.js";

const RELATIONS = ["Source", "Data", "Alternative", "Supplement", "Unspecified"];

export function checkAttachments(file: PdfFile): string[] {
  const associated = file.list(file.catalog.entries.get("AF")).map((each) => file.resolve(each));
  return embeddedFiles(file).flatMap((value) => {
    const specification = file.dictionary(value);
    if (specification === undefined) return ["an attachment is nothing"];
    const name = textOf(specification.entries.get("UF")) ?? "an attachment";
    const complaints = checkAttachment(file, specification);
    if (!associated.includes(specification)) complaints.push("is not associated with the document");
    return complaints.map((complaint) => `${name} ${complaint}`);
  });
}

function checkAttachment(file: PdfFile, specification: PdfDictionary): string[] {
  const stream = file.dictionary(specification, "EF", "F");
  const relation = nameOf(specification.entries.get("AFRelationship")) ?? "";
  const facts: Readonly<Record<string, boolean>> = {
    "has no name": ["F", "UF"].every((key) => (textOf(file.get(specification, key)) ?? "") !== ""),
    "does not say what it is to the page": RELATIONS.includes(relation),
    "has no type": (nameOf(stream?.entries.get("Subtype")) ?? "").includes("/"),
    "has no date": textOf(file.get(stream, "Params", "ModDate")) !== undefined,
    "is not described": (textOf(file.get(specification, "Desc")) ?? "") !== "",
  };
  return Object.keys(facts).filter((complaint) => facts[complaint] === false);
}

function embeddedFiles(file: PdfFile): PdfValue[] {
  const open = (value: PdfValue): PdfValue[] => [
    ...file.list(file.get(value, "Names")).filter((_, index) => index % 2 === 1),
    ...file.list(file.get(value, "Kids")).flatMap(open),
  ];
  return open(file.get(file.catalog, "Names", "EmbeddedFiles"));
}
