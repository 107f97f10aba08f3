/** The torture document: everything of the subset, and everything that goes wrong, on one page. */
import { join } from "node:path";
import { renderFile } from "./render-file.mjs";

export function makeTorture(out) {
  return renderFile("torture", join(import.meta.dirname, "torture.html"), out);
}
