/** The text of desk notes in, what they pin out, as far as the text can be read. */
import { isMap, isSeq, parseDocument, type YAMLMap } from "yaml";
import type { NoteTarget } from "../model/desk-notes.js";

/** As the notes name it: an article by its id or its file. */
export function pinnedTargets(text: string): NoteTarget[] {
  const document = parseDocument(text);
  const pins =
    document.errors.length > 0 || !isMap(document.contents) ? null : document.get("pins");
  if (!isSeq(pins)) return [];
  return pins.items.flatMap((item) => {
    const target = isMap(item) ? targetIn(item) : {};
    return target.article === undefined && target.statement === undefined ? [] : [target];
  });
}

function targetIn(map: YAMLMap): NoteTarget {
  const named = (["article", "statement", "words"] as const).flatMap((key) => {
    const value = map.get(key);
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return Object.fromEntries(named);
}
