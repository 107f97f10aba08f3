/** The file says of itself what it is: alike in both places, as PDF/A-3a and PDF/UA-1. */

import type { AnyNode } from "domhandler";
import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import type { PdfFile } from "../pdf-file.js";
import { nameOf, textOf } from "../value.js";

/** Keys of the information dictionary and their twins (ISO 19005-3, 6.6.3). */
const TWINS: Readonly<Record<string, string>> = {
  Title: "dc:title",
  Author: "dc:creator",
  Subject: "dc:description",
  Keywords: "pdf:Keywords",
  Creator: "xmp:CreatorTool",
  Producer: "pdf:Producer",
  CreationDate: "xmp:CreateDate",
  ModDate: "xmp:ModifyDate",
};

export function checkMetadata(file: PdfFile): string[] {
  const xmp = readXmp(file.streamOf(file.get(file.catalog, "Metadata")).toString("utf8"));
  const complaints = Object.entries(TWINS).flatMap(([key, twin]) => {
    const info = textOf(file.get(file.trailer.get("Info"), key));
    const written = key.endsWith("Date") ? isoDate(info) : info;
    return written === xmp.get(twin)
      ? []
      : [`${key} is "${written}", ${twin} is "${xmp.get(twin)}"`];
  });
  const claims = { "pdfaid:part": "3", "pdfaid:conformance": "A", "pdfuaid:part": "1" };
  for (const [claim, value] of Object.entries(claims)) {
    if (xmp.get(claim) !== value) complaints.push(`${claim} is ${xmp.get(claim)}`);
  }
  return [...complaints, ...checkCatalog(file)];
}

function checkCatalog(file: PdfFile): string[] {
  const { catalog, trailer } = file;
  const title = textOf(file.get(trailer.get("Info"), "Title")) ?? "";
  const [intent] = file.list(catalog.entries.get("OutputIntents"));
  const facts: Readonly<Record<string, boolean>> = {
    "the file has no title": title.trim() !== "",
    "the title is not shown": file.get(catalog, "ViewerPreferences", "DisplayDocTitle") === true,
    "the file has no language": (textOf(file.get(catalog, "Lang")) ?? "") !== "",
    "the file is not marked as tagged": file.get(catalog, "MarkInfo", "Marked") === true,
    "no output intent": nameOf(file.get(intent, "S")) === "GTS_PDFA1",
    "the output intent has no profile":
      file.streamOf(file.get(intent, "DestOutputProfile")).length > 0,
    "the file is encrypted": !trailer.has("Encrypt"),
    "the file has no id": file.list(trailer.get("ID")).length === 2,
    "the file runs something": !/\/(JavaScript|JS|Launch|AA)[ \n/(<[]/.test(
      file.bytes.toString("latin1"),
    ),
  };
  return Object.keys(facts).filter((complaint) => facts[complaint] === false);
}

/** Names and texts of the properties of an XMP packet; a list counts as its first member. */
function readXmp(packet: string): Map<string, string> {
  const found = new Map<string, string>();
  const open = (node: AnyNode) => {
    if (!("children" in node)) return;
    if ("name" in node && !/^(rdf|x):/.test(node.name) && !found.has(node.name)) {
      found.set(node.name, textContent(node).trim());
    }
    if ("attribs" in node)
      for (const [name, value] of Object.entries(node.attribs)) found.set(name, value);
    for (const child of node.children) open(child);
  };
  open(parseDocument(packet, { xmlMode: true }));
  return found;
}

/** `D:20210510090000Z` as `2021-05-10T09:00:00Z`. */
function isoDate(date: string | undefined): string | undefined {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(.*)$/.exec(date ?? "");
  if (parts === null) return date;
  const [, year, month, day, hour, minute, second, zone = ""] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone.replace(/^([+-]\d\d)'(\d\d)'?$/, "$1:$2")}`;
}
