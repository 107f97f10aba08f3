/** The folder of an issue and the articles it cites in, their cleaned texts as they were stored out. */
import { join } from "node:path";
import { EVIDENCE, evidenceOf, formerEvidenceOf } from "../evidence/index.js";
import { type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Source } from "../model/issue.js";
import { sha256 } from "../text/sha256.js";

export interface Evidence {
  /** By article; a text that is not the one that was cited is not among them. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param shown the folder as a person would type it */
export async function readEvidence(
  host: Host,
  folder: string,
  sources: readonly Pick<Source, "article" | "textSha256">[],
  shown = folder,
): Promise<Evidence> {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { article, textSha256 } of sources) {
    const text = await readText(host, folder, article);
    if (text !== null && sha256(text) === textSha256) texts.set(article, text);
    else diagnostics.push(notAsCited(`${shown}/${EVIDENCE}/${article}`, text === null));
  }
  return { texts, diagnostics };
}

async function readText(host: Host, folder: string, article: string): Promise<string | null> {
  // An id leads to no other folder.
  if (!/^[\w-]{1,64}$/.test(article)) return null;
  for (const name of [evidenceOf(article), formerEvidenceOf(article)]) {
    const path = join(folder, name);
    const size = await host.sizeOf(path);
    if (size === null || size > MAX_TEXT_BYTES) continue;
    const bytes = await host.readFile(path).catch(refused);
    return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
  return null;
}

/** Reading takes no longer article: 1 MB of text, its letters of up to 3 bytes. */
const MAX_TEXT_BYTES = 16 * 1024 * 1024;

function refused(error: unknown): null {
  if (error instanceof HostError) return null;
  throw error;
}

function notAsCited(file: string, isMissing: boolean): Diagnostic {
  return {
    code: isMissing ? "evidence-missing" : "evidence-changed",
    severity: "warning",
    message: isMissing ? "the cited text is not there" : "is not the text that was cited",
    place: { file },
    hint: "put the released folder back, from a copy of the record",
  };
}
