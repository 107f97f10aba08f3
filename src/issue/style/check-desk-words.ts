/** The desk's notes to the words in them that an analyst would not write, with the line of each. */
import { CHECK_RULES } from "../../model/check-codes.js";
import type { DeskNotes } from "../../model/desk-notes.js";
import type { Diagnostic, Place } from "../../model/diagnostic.js";
import type { Lexicon } from "../../model/lexicon.js";
import { findStyleFaults } from "./find-style-faults.js";

type Path = readonly PropertyKey[];

/**
 * @param placeOf where the notes have the value at a path
 * @param language BCP 47 tag that the desk writes in
 */
export function checkDeskWords(
  notes: DeskNotes,
  lexicon: Lexicon,
  language: string,
  placeOf: (path: Path) => Place,
): Diagnostic[] {
  return textsOf(notes).flatMap(({ path, text }) =>
    findStyleFaults(text, lexicon, language).map(({ code, message, hint }): Diagnostic => {
      return { code, severity: CHECK_RULES[code].severity, message, place: placeOf(path), hint };
    }),
  );
}

function textsOf(notes: DeskNotes): { path: Path; text: string }[] {
  const { themes, corrections } = notes;
  return [
    ...(["bottomLine", "keyMessages", "watch"] as const).flatMap((part) =>
      notes[part].map(({ text }, index) => ({ path: [part, index, "text"], text })),
    ),
    ...Object.entries(themes).flatMap(([theme, notes]) =>
      (["reason", "assessment"] as const).flatMap((field) => {
        const text = notes[field]?.text;
        return text === undefined ? [] : [{ path: ["themes", theme, field, "text"], text }];
      }),
    ),
    ...corrections.map(({ text }, index) => ({ path: ["corrections", index, "text"], text })),
  ];
}
