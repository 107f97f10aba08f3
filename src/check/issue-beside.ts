/** The path of a print in, the folder that its issue lies in out: clean copies lie one below it. */
import { basename, dirname, join } from "node:path";
import { COPIES } from "../release/version-files.js";

/** `v1.0/copies/tr/brief.pdf` was made from what lies in `v1.0/tr/`. */
export function folderOfIssue(file: string): string {
  const folder = dirname(file);
  if (basename(folder) === COPIES) return dirname(folder);
  const above = dirname(folder);
  return basename(above) === COPIES ? join(dirname(above), basename(folder)) : folder;
}
