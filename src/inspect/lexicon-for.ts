/** From a request to the lexicon it is about: the workspace's, with the themes of a file, or a bare one. */
import { resolve } from "node:path";
import { loadLexicon, loadThemes, openWorkspace } from "../config/workspace.js";
import { settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { type Lexicon, ShortThemesFileSchema } from "../model/lexicon.js";
import type { InspectRequest } from "./inspect-corpus.js";

/** @throws {FailedRun} where themes are asked for and there are none, or where a file is faulty */
export async function lexiconFor(
  host: Host,
  request: Pick<InspectRequest, "stage" | "folder" | "themes">,
  diagnostics: Diagnostic[],
): Promise<Lexicon> {
  const themes = request.themes === undefined ? null : resolve(request.themes);
  const workspace = await openWorkspace(host, request.folder);
  const isBare = isMissing(workspace) && (themes !== null || request.stage !== "themes");
  const lexicon = isBare
    ? BARE
    : settle(await loadLexicon(host, settle(workspace, diagnostics)), diagnostics);
  if (themes === null) return lexicon;
  const own = await loadThemes(host, themes);
  return { ...lexicon, themes: settle(own, diagnostics), placeOfTerm: own.placeOfTerm };
}

function isMissing({ value, diagnostics }: Outcome<unknown>): boolean {
  return value === null && diagnostics.every(({ code }) => code === "no-workspace");
}

/** Knows nobody and follows nothing: enough for what the language alone tells. */
const BARE: Lexicon = {
  themes: ShortThemesFileSchema.parse({}),
  entities: { version: "1", entities: [], contested: [], loaded: [] },
  outlets: { version: "1", outlets: [] },
  inputs: [],
};
