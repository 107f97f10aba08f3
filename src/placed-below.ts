/** What was said of a file of the folder of articles in, the same as the desk would name the file out. */
import type { Diagnostic } from "./model/diagnostic.js";

export function placedBelow(folder: string, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic;
  if (place === undefined) return diagnostic;
  return { ...diagnostic, place: { ...place, file: `${folder}/${place.file}` } };
}
