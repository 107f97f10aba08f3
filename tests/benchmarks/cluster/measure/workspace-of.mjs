/** The workspace that a section measures: one that is kept in a folder, or one that is gone afterwards. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeWorkspace } from "../../million/workspace.mjs";

/** @param use gets the folder, how many articles are in it, and milliseconds of their import or null */
export async function withWorkspace(
  load,
  { quick, data, articles = quick ? 20_000 : 1_000_000 },
  use,
) {
  const folder = data ?? mkdtempSync(join(tmpdir(), "briefwright-million-"));
  try {
    const isKept = existsSync(join(folder, ".briefwright/imports.sqlite"));
    const importMs = isKept ? null : await makeWorkspace(folder, load, articles);
    return await use({ folder, articles, importMs });
  } finally {
    if (data === undefined) rmSync(folder, { recursive: true });
  }
}
