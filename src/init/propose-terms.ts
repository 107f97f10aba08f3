/** A workspace whose themes come from the words of a subject in, what its articles offer for each written below it. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import { suggestTermsForAll } from "../inspect/theme-terms.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { MadeWorkspace } from "./make-workspace.js";
import { encode } from "./plan-workspace.js";
import { THEMES_FILE } from "./starter.js";
import { themesText } from "./subject-themes.js";

/** Of each theme. */
const MOST_PROPOSALS = 8;

/** @returns what the desk should know of themes that no article is on */
export async function proposeTerms(
  host: Host,
  root: string,
  language: string,
  { themes, rest }: Pick<MadeWorkspace, "themes" | "rest">,
): Promise<readonly Diagnostic[]> {
  if (themes.length === 0) return [];
  const request = { paths: [], folder: root, asOf: "9999-12-31", limit: MOST_PROPOSALS };
  const ids = themes.map(({ id }) => id);
  const { proposals, diagnostics } = await suggestTermsForAll(host, request, ids);
  await host.writeFile(
    join(root, THEMES_FILE),
    encode(themesText(themes, language, proposals, rest)),
  );
  return diagnostics;
}
